import type { Clock } from '../engine/clock.ts';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';
import { ordersOf, type Order } from './attribution/index.ts';
import { advanceFigures, campaignFigures } from './figures/index.ts';
import type { Lift } from './lift.ts';
import { delayOf, journeysLastEnded, mailpiecesOf } from './report-queries.ts';

/** How many people, not held out, did each thing at least once. A scan, visit or click counts when a person was seen, not on a bare request. */
export interface Answers {
  /** Used a QR code. */
  readonly scanned: number;
  /** Opened the personal page, whichever way: QR code, printed address or mail. */
  readonly visited: number;
  readonly replied: number;
  /** Followed a link of a mail, and of an invitation. */
  readonly clicked: number;
  readonly invitationClicked: number;
  readonly purchased: number;
  readonly redeemed: number;
  readonly unsubscribed: number;
  readonly returned: number;
  readonly bounced: number;
  /** Requests of machines, not people; none counts above. */
  readonly botHits: number;
}

/** What a campaign did and what came of it, as far as is known now. Counts are of people who were not held out, unless said. */
export interface CampaignReport {
  readonly campaign: {
    readonly id: string;
    readonly scenario: string;
    readonly version: number;
    readonly goal: readonly string[];
    readonly clock: Clock;
    /** Days of the campaign's time since its launch, until now or until its last journey ended. */
    readonly days: number;
  };
  readonly audience: { readonly people: number; readonly treated: number; readonly holdout: number };
  /** People by what was done to them and what they did; each step of the path is seldom more than the one before. */
  readonly people: Answers & { readonly printed: number; readonly mailed: number; readonly invited: number };
  readonly mailpieces: { readonly printed: number; readonly queued: number; readonly recalled: number };
  /** Journeys by how they ended, most first; and those under way. */
  readonly outcomes: readonly { readonly outcome: string; readonly journeys: number }[];
  readonly running: number;
  /** Touches that were deliberately not made, most first. */
  readonly notSent: readonly { readonly message: string; readonly why: string; readonly touches: number }[];
  /** In the campaign's currency. */
  readonly cost: {
    readonly byMedium: readonly { readonly medium: TouchMedium; readonly touches: number; readonly cost: number }[];
    readonly total: number;
    /** Over those who reached the goal; undefined before the first. */
    readonly perConversion?: number;
  };
  /** Each order once, less what was given back; those wholly given back are no orders. */
  readonly revenue: readonly { readonly currency: string; readonly orders: number; readonly amount: number }[];
  /** Treated against holdout; undefined without a holdout. */
  readonly lift?: Lift;
  /** From letter box to first answer, in days of the campaign's time. */
  readonly answerDelay: { readonly pieces: number; readonly medianDays?: number };
}

/**
 * The report of a campaign, read from Postgres; while it runs, too.
 *
 * @param now the world's time, for campaigns under way.
 * @throws Error when there is no such campaign.
 * @example
 * const report = await campaignReport(store, 'spring-2027');
 * report.lift?.verdict; // 'positive'
 */
export async function campaignReport(store: Store, campaignId: string, now = new Date()): Promise<CampaignReport> {
  await advanceFigures(store);
  const query = { store, campaignId };
  const { campaign, funnel, spending, endings, lift } = await campaignFigures(query);
  const { id, scenario, version, goal, clock, launched } = campaign;
  const [orders, mailpieces, answerDelay, lastEnd] = await Promise.all([ordersOf(query), mailpiecesOf(query), delayOf({ ...query, clock }), journeysLastEnded(query)]);
  const running = funnel.journeys.toStart + funnel.journeys.running;
  const until = running > 0 || !lastEnd ? now : lastEnd;
  const { converted, complained: _, ...people } = funnel.steps;
  return {
    campaign: { id, scenario, version, goal, clock, days: ((until.getTime() - launched.getTime()) * clock.speed) / 86_400_000 },
    audience: funnel.audience,
    people: { ...people, botHits: funnel.botHits },
    mailpieces,
    outcomes: endings.outcomes,
    running,
    notSent: endings.notSent,
    cost: { byMedium: spending.byMedium, total: spending.total, ...(converted > 0 && { perConversion: spending.total / converted }) },
    revenue: revenueOf(orders),
    ...(lift ? { lift } : {}),
    answerDelay,
  };
}

/** What orders brought, by currency: each once, less what was given back; of those who were not held out. */
export function revenueOf(orders: readonly Order[]): CampaignReport['revenue'] {
  const byCurrency = new Map<string, { currency: string; orders: number; amount: number }>();
  for (const { paid, holdout, isGivenBack } of orders) {
    if (!paid || holdout || isGivenBack) continue;
    const sum = byCurrency.get(paid.currency) ?? { currency: paid.currency, orders: 0, amount: 0 };
    byCurrency.set(paid.currency, { ...sum, orders: sum.orders + 1, amount: Math.round((sum.amount + paid.amount - paid.refunded) * 10_000) / 10_000 });
  }
  return [...byCurrency.values()].sort((one, other) => other.amount - one.amount);
}
