import { sql } from 'kysely';
import type { Store } from './connect.ts';

/** What is sent once, by whoever holds its lease, and the status in which it is yet to be sent. */
const UNSENT = { touches: 'sending', consent_requests: 'asked' } as const;

/** A touch, or a request to confirm a consent. */
export interface ToSend {
  readonly of: keyof typeof UNSENT;
  readonly id: string;
}

/** What the attempt before this one left. */
export type EarlierAttempt = 'untried' | 'released' | 'lost';

/**
 * Takes over what is yet to be sent.
 *
 * @param lease milliseconds for which this attempt alone may send it
 * @returns `wait`, milliseconds while another attempt may still be sending it; or that it is ours now, and whether the earlier attempt gave it back before its provider
 * was asked (`untried`, also when there was none), after that (`released`), or never reported (`lost`).
 */
export async function takeLease(store: Store, { of, id }: ToSend, lease: number): Promise<{ readonly wait: number } | { readonly earlier: EarlierAttempt }> {
  const table = sql.table(of);
  const taken = await sql<{ earlier: EarlierAttempt }>`
    WITH before AS (SELECT id, CASE WHEN lease_until IS NULL THEN 'released' WHEN lease_until = '-infinity' THEN 'untried' ELSE 'lost' END AS earlier FROM ${table} WHERE id = ${id} AND status = ${UNSENT[of]} AND coalesce(lease_until, now()) <= now() FOR UPDATE)
    UPDATE ${table} AS owed SET lease_until = now() + ${lease} * interval '1 millisecond' FROM before WHERE owed.id = before.id RETURNING before.earlier`.execute(store);
  if (taken.rows[0]) return taken.rows[0];
  const { rows } = await sql<{ wait: number }>`SELECT (extract(epoch FROM lease_until - now()) * 1000)::float8 AS wait FROM ${table} WHERE id = ${id} AND isfinite(lease_until)`.execute(store);
  return { wait: Math.max(1, Math.ceil(rows[0]?.wait ?? 0)) };
}

/**
 * Ends an attempt that is known to be over, so that the next need not wait for its lease, and knows that it was not killed halfway, and whether the provider was asked.
 * An attempt that has outlived its lease gives back none that another has taken since.
 *
 * @param left milliseconds until its lease is over, at most
 */
export async function releaseLease(store: Store, { of, id }: ToSend, { asked, left }: { readonly asked: boolean; readonly left: number }): Promise<void> {
  await sql`UPDATE ${sql.table(of)} SET lease_until = ${asked ? null : sql`'-infinity'`} WHERE id = ${id} AND status = ${UNSENT[of]} AND lease_until <= now() + ${Math.max(0, left)} * interval '1 millisecond'`.execute(store);
}
