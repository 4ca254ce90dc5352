import { sql } from 'kysely';
import type { Store } from '../connect.ts';
import type { Figure } from './additions.ts';

/** Of which campaign, by id. */
export interface FigureQuery {
  readonly store: Store;
  readonly campaignId: string;
}

/** A sum that is kept up. */
export interface Kept<Key> {
  readonly key: Key;
  readonly count: number;
  /** In the campaign's currency. */
  readonly amount: number;
}

/** A figure's sums, as `advanceFigures` left them; those that have come back to nothing left out. */
export async function kept<Key extends readonly unknown[]>({ store, campaignId }: FigureQuery, figure: Figure): Promise<Kept<Key>[]> {
  const rows = await store.selectFrom('figures').select(['key', 'count', 'amount']).where('campaign_id', '=', campaignId).where('figure', '=', figure).where(sql<boolean>`count > 0`).orderBy('key').execute();
  return rows.map(({ key, count, amount }) => ({ key: JSON.parse(key) as Key, count: Number(count), amount: Number(amount) / 10_000 }));
}
