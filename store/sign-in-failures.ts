import { sql } from 'kysely';
import type { Store } from './connect.ts';

/** Sign-ins that failed lately, for one name from one address, for the name from anywhere, and from the address for any name. */
export interface RecentFailures {
  readonly ofPair: number;
  readonly ofName: number;
  readonly ofAddress: number;
}

/** Minutes that a failure counts. */
export const FAILURES_COUNT_FOR = 15;

/**
 * Writes an attempt down as failed before it is looked at, unless as many have failed as may. Attempts for one name, and those from one address, are counted one after the
 * other: of many at once none is overlooked.
 *
 * @param most failures with which another attempt is no longer made
 * @returns whether it may be made
 */
export async function beginAttempt(store: Store, { name, address, most }: { name: string; address: string; most: RecentFailures }): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    // Names before addresses, always: nobody waits in a circle.
    for (const one of [`name ${name}`, `address ${address}`]) await sql`SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.sign-in ' || ${one}, 0))`.execute(transaction);
    const { rows } = await sql<RecentFailures>`
      WITH old AS (DELETE FROM sign_in_failures WHERE at < now() - interval '1 hour')
      SELECT count(*) FILTER (WHERE name = ${name} AND address = ${address})::int AS "ofPair",
             count(*) FILTER (WHERE name = ${name})::int AS "ofName", count(*) FILTER (WHERE address = ${address})::int AS "ofAddress"
        FROM sign_in_failures WHERE (name = ${name} OR address = ${address}) AND at > now() - ${FAILURES_COUNT_FOR} * interval '1 minute'`.execute(transaction);
    const { ofPair, ofName, ofAddress } = rows[0]!;
    if (ofPair >= most.ofPair || ofName >= most.ofName || ofAddress >= most.ofAddress) return false;
    await transaction.insertInto('sign_in_failures').values({ name, address }).execute();
    return true;
  });
}

/** After a sign-in: earlier slips of the same person are forgiven. */
export async function forgiveFailures(store: Store, { name, address }: { name: string; address: string }): Promise<void> {
  await store.deleteFrom('sign_in_failures').where('name', '=', name).where('address', '=', address).execute();
}
