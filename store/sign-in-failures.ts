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

export async function recentFailures(store: Store, { name, address }: { name: string; address: string }): Promise<RecentFailures> {
  const { rows } = await sql<RecentFailures>`
    SELECT count(*) FILTER (WHERE name = ${name} AND address = ${address})::int AS "ofPair",
           count(*) FILTER (WHERE name = ${name})::int AS "ofName", count(*) FILTER (WHERE address = ${address})::int AS "ofAddress"
      FROM sign_in_failures WHERE (name = ${name} OR address = ${address}) AND at > now() - ${FAILURES_COUNT_FOR} * interval '1 minute'`.execute(store);
  return rows[0]!;
}

/** Writes a failure down, before its attempt is looked at: of many at once none is overlooked. */
export async function recordFailure(store: Store, { name, address }: { name: string; address: string }): Promise<void> {
  await sql`WITH old AS (DELETE FROM sign_in_failures WHERE at < now() - interval '1 hour')
            INSERT INTO sign_in_failures (name, address) VALUES (${name}, ${address})`.execute(store);
}

/** After a sign-in: earlier slips of the same person are forgiven. */
export async function forgiveFailures(store: Store, { name, address }: { name: string; address: string }): Promise<void> {
  await store.deleteFrom('sign_in_failures').where('name', '=', name).where('address', '=', address).execute();
}
