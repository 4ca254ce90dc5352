import type { TouchMedium } from '../../scenarios/vocabulary/index.ts';
import { kept, type FigureQuery } from './kept.ts';

export interface Spending {
  /** By day of the campaign's time (ISO, UTC) and medium, in order of day; days without touches left out. */
  readonly days: readonly { readonly day: string; readonly medium: TouchMedium; readonly touches: number; readonly cost: number }[];
  readonly byMedium: readonly { readonly medium: TouchMedium; readonly touches: number; readonly cost: number }[];
  readonly total: number;
  /** What print may cost in all; undefined when nobody set one. */
  readonly printBudget?: number;
}

const MEDIA: readonly TouchMedium[] = ['print', 'email', 'social'];

/** What was spent by day and medium, in the campaign's currency, and what print may cost; a recalled mailpiece costs nothing. */
export async function spendingOf(query: FigureQuery): Promise<Spending> {
  const [rows, campaign] = await Promise.all([
    kept<[day: string, medium: TouchMedium]>(query, 'spend'),
    query.store.selectFrom('campaigns').select('print').where('id', '=', query.campaignId).executeTakeFirst(),
  ]);
  const days = rows.map(({ key: [day, medium], count, amount }) => ({ day, medium, touches: count, cost: amount })).sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const byMedium = MEDIA.flatMap((medium) => {
    const of = days.filter((day) => day.medium === medium);
    return of.length === 0 ? [] : [{ medium, touches: of.reduce((sum, { touches }) => sum + touches, 0), cost: exactly(of.map(({ cost }) => cost)) }];
  });
  const budget = campaign?.print?.budget;
  return { days, byMedium, total: exactly(byMedium.map(({ cost }) => cost)), ...(budget === undefined ? {} : { printBudget: budget }) };
}

/** A sum to the ten-thousandth, as amounts are kept. */
function exactly(amounts: readonly number[]): number {
  return Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 10_000) / 10_000;
}
