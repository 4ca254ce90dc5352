import { sql } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { Evidence, Kind } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';

/** An event whose journey is still to be told, with the clock that turns its real time into the campaign's. */
export interface PendingEvent {
  readonly id: string;
  readonly eventId: string;
  readonly journeyId: string;
  readonly kind: Kind;
  readonly touch: string | null;
  /** Real time. */
  readonly at: Date;
  readonly evidence: Evidence;
  readonly data: Readonly<Record<string, unknown>>;
  readonly clock: Clock;
  /** This attempt included. */
  readonly attempts: number;
}

export interface PendingOptions {
  /** Events at most. */
  readonly limit: number;
  /** Milliseconds since they came in, so that the tracker, which signals at once, is not overtaken; 0 unless said. */
  readonly olderThan?: number;
}

/**
 * Claims events that are to be signalled, oldest first. A claimed event is not given out again for 2 s, twice as long after every attempt and
 * at most a minute, so as many relays as there are may ask at the same time, and what a killed relay had claimed comes back by itself.
 *
 * @example
 * for (const event of await pendingEvents(store, { limit: 100, olderThan: 5_000 })) await signal(event);
 */
export async function pendingEvents(store: Store, { limit, olderThan = 0 }: PendingOptions): Promise<PendingEvent[]> {
  const { rows } = await sql<PendingEvent>`
    WITH due AS (
      SELECT id FROM events
       WHERE signal = 'pending' AND signal_after <= now() AND received_at <= now() - ${olderThan} * interval '1 millisecond'
       ORDER BY signal_after, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), claimed AS (
      UPDATE events SET signal_attempts = signal_attempts + 1, signal_after = now() + least(60, 2 * power(2, least(signal_attempts, 5))) * interval '1 second'
       WHERE id IN (SELECT id FROM due) RETURNING *
    )
    SELECT e.id, e.event_id AS "eventId", e.journey_id AS "journeyId", e.kind, e.touch, e.at, e.evidence, e.data, c.clock, e.signal_attempts AS attempts
      FROM claimed e JOIN campaigns c ON c.id = e.campaign_id
     ORDER BY e.id`.execute(store);
  return rows;
}

/** The journeys of these events were told. */
export async function markSignalled(store: Store, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`UPDATE events SET signal = 'done', signal_error = NULL WHERE id = ANY(${[...ids]}::bigint[]) AND signal = 'pending'`.execute(store);
}

/**
 * The journey of this event has no running workflow. That means it ended (`late`), or it never was (`unknown`). Where the campaign has yet
 * to start its workflow, the event stays `pending` and is tried again.
 */
export async function markNotRunning(store: Store, id: string): Promise<'late' | 'unknown' | 'pending'> {
  const { rows } = await sql<{ signal: 'late' | 'unknown' | 'pending' }>`
    UPDATE events SET signal = coalesce(
             (SELECT CASE status WHEN 'entered' THEN 'pending' ELSE 'late' END FROM journeys WHERE journeys.id = events.journey_id), 'unknown')
     WHERE id = ${id}::bigint AND signal = 'pending'
    RETURNING signal`.execute(store);
  return rows[0]?.signal ?? 'unknown';
}

/** Telling the journey failed; the event stays pending. `error` is for the operator and is cut to 500 characters. */
export async function signalFailed(store: Store, { id, error }: { id: string; error: string }): Promise<void> {
  await sql`UPDATE events SET signal_error = ${error.slice(0, 500)} WHERE id = ${id}::bigint AND signal = 'pending'`.execute(store);
}
