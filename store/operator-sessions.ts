import { sql } from 'kysely';
import type { Store } from './connect.ts';

/** A session that holds now. */
export interface OperatorSession {
  readonly operator: string;
  readonly expiresAt: Date;
}

/**
 * Begins a session; those of anybody that are over are cleared away on the way.
 *
 * @param id the hash of what the cookie holds
 */
export async function beginSession(store: Store, { id, operator, hours }: { id: string; operator: string; hours: number }): Promise<void> {
  await sql`WITH over AS (DELETE FROM operator_sessions WHERE expires_at <= now())
            INSERT INTO operator_sessions (id, operator, expires_at) VALUES (${id}, ${operator}, now() + ${hours} * interval '1 hour')`.execute(store);
}

/** Whose session it is; undefined when there is none, or it is over. */
export async function findSession(store: Store, id: string): Promise<OperatorSession | undefined> {
  return store.selectFrom('operator_sessions').select(['operator', 'expires_at as expiresAt']).where('id', '=', id).where('expires_at', '>', sql<Date>`now()`).executeTakeFirst();
}

export async function endSession(store: Store, id: string): Promise<void> {
  await store.deleteFrom('operator_sessions').where('id', '=', id).execute();
}
