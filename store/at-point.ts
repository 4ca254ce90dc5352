import { sql } from 'kysely';
import type { Store } from './connect.ts';

/**
 * Changes what chooses at a choice point as the only one, in one transaction: what an operator sets, and a policy that comes into force, come one after the other, and whoever comes
 * second finds what the first has left. Choices by a policy that is in force wait for nobody. In a transaction that is open already the point is kept until its end.
 *
 * @example await atPoint(store, { campaignId: 'spring', point: 'thank-you' }, (transaction) => findPolicy(transaction, asked))
 */
export async function atPoint<Result>(store: Store, { campaignId, point }: { readonly campaignId: string; readonly point: string }, change: (transaction: Store) => Promise<Result>): Promise<Result> {
  if (!store.isTransaction) return store.transaction().execute((transaction) => atPoint(transaction, { campaignId, point }, change));
  // No row to lock: arms that are new to the point have none yet.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || ${campaignId} || ' ' || ${point}, 6))`.execute(store);
  return change(store);
}
