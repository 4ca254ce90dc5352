import { sql, type RawBuilder } from 'kysely';
import type { Store } from './connect.ts';

/** A piece that is not made after all. */
export interface FailedPiece {
  readonly touchId: string;
  /** Of the touch, such as `failed:TextTooLong`. */
  readonly why: string;
  /** For the operator, in words: names a field, never what is in it. */
  readonly problem: string;
  /** For the journey, in machine-readable words. */
  readonly reason: string;
}

/**
 * Takes pieces back that are not made after all, in one statement: the piece is recalled with its problem, its touch was not sent and costs nothing,
 * and a `failed` event tells its journey, which the tracker's relay signals. A piece that was taken back before is left as it is.
 *
 * @param pieces up to a few thousand, or a query with the columns touch_id, why, problem and reason
 * @returns how many were taken back now.
 */
export async function failPieces(store: Store, pieces: readonly FailedPiece[] | RawBuilder<unknown>): Promise<number> {
  if (Array.isArray(pieces) && pieces.length === 0) return 0;
  const given = Array.isArray(pieces)
    ? sql`SELECT "touchId" AS touch_id, why, problem, reason FROM jsonb_to_recordset(${JSON.stringify(pieces)}::jsonb) AS r ("touchId" text, why text, problem text, reason text)`
    : pieces;
  const { rows } = await sql<{ failed: number }>`
    WITH given AS (${given}), failed AS (
      UPDATE mailpieces m SET status = 'recalled', problem = given.problem
        FROM given WHERE m.touch_id = given.touch_id AND m.status <> 'recalled' RETURNING m.touch_id, given.why, given.reason
    ), unsent AS (
      UPDATE touches t SET status = 'not-sent', why = left(failed.why, 200), cost = 0 FROM failed WHERE t.id = failed.touch_id RETURNING t.id, t.journey_id, failed.reason
    ), ${telling('failed', sql`SELECT id, journey_id, jsonb_build_object('reason', reason) AS data FROM unsent`)}
    SELECT count(*)::int AS failed FROM failed`.execute(store);
  return rows[0]!.failed;
}

/** A mailpiece turned out not to have been made, as somebody else told its journey: the touch was not sent and costs nothing. Safe to repeat. */
export async function unmakePiece(store: Store, { touchId, reason }: { readonly touchId: string; readonly reason: string }): Promise<void> {
  await sql`
    WITH piece AS (UPDATE mailpieces SET status = 'recalled', problem = left(${reason}::text, 500) WHERE touch_id = ${touchId} AND status <> 'recalled' RETURNING touch_id)
    UPDATE touches t SET status = 'not-sent', why = left('failed:' || ${reason}::text, 200), cost = 0 FROM piece WHERE t.id = piece.touch_id`.execute(store);
}

/**
 * Moves the in-home estimate of a run's pieces of one message, as its hand-over was late, and tells their journeys by a `posted` event.
 *
 * @param inHome campaign time in milliseconds
 */
export async function postponePieces(store: Store, { runId, message, inHome }: { runId: string; message: string; inHome: number }): Promise<void> {
  await sql`
    WITH late AS (
      UPDATE mailpieces m SET in_home_estimate = ${new Date(inHome)}::timestamptz
        FROM touches t WHERE t.id = m.touch_id AND m.print_run_id = ${runId} AND m.status = 'printed' AND t.message = ${message} RETURNING t.id, t.journey_id
    ), ${telling('posted', sql`SELECT id, journey_id, jsonb_build_object('inHome', ${inHome}::float8) AS data FROM late`)}
    SELECT`.execute(store);
}

/** Part of a WITH that records an event of a kind for each row of `about` (id, journey_id, data), once per touch. */
function telling(kind: 'failed' | 'posted', about: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    about AS (${about}), told AS (
      INSERT INTO events (event_id, kind, evidence, journey_id, campaign_id, prospect_id, touch, data, source, at, signal)
      SELECT 'print-run:' || about.id || ':' || ${kind}::text, ${kind}::text, 'logical', j.id, j.campaign_id, j.prospect_id, substr(about.id, length(j.id) + 2), about.data,
             'print-run', now(), CASE j.status WHEN 'ended' THEN 'late' ELSE 'pending' END
        FROM about JOIN journeys j ON j.id = about.journey_id
      ON CONFLICT (event_id) DO NOTHING
    )`;
}
