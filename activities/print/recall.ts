import { sql, type Expression, type SqlBool } from 'kysely';
import type { Store } from '../../store/connect.ts';

/**
 * Takes a mailpiece back while its print run is open; it then costs nothing. Safe to repeat.
 *
 * @returns `too-late` when its run has been closed: it will be printed, or is.
 * @example await recallMailpiece(store, 'spring/p-001/renewal-postcard/1') // 'recalled'
 */
export async function recallMailpiece(store: Store, touchId: string): Promise<'recalled' | 'too-late'> {
  const recalled = await recall(store, sql`m.touch_id = ${touchId}`);
  if (recalled.length > 0) return 'recalled';
  const piece = await store.selectFrom('mailpieces').select('status').where('touch_id', '=', touchId).executeTakeFirst();
  return piece?.status === 'recalled' ? 'recalled' : 'too-late';
}

/**
 * Takes back all that still waits to be printed for a journey.
 *
 * @returns the touches whose pieces were recalled.
 */
export function recallQueued(store: Store, journeyId: string): Promise<string[]> {
  return recall(store, sql`m.touch_id IN (SELECT id FROM touches WHERE journey_id = ${journeyId})`);
}

/** The share lock on the run makes closing wait for a recall under way, and a recall see a run that was closed. */
async function recall(store: Store, pieces: Expression<SqlBool>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH run AS (
      SELECT r.id FROM print_runs r JOIN mailpieces m ON m.print_run_id = r.id
       WHERE ${pieces} AND m.status = 'queued' AND r.status = 'open' FOR SHARE OF r
    ), recalled AS (
      UPDATE mailpieces m SET status = 'recalled' FROM run WHERE m.print_run_id = run.id AND ${pieces} AND m.status = 'queued' RETURNING m.touch_id
    )
    UPDATE touches t SET cost = 0 FROM recalled WHERE t.id = recalled.touch_id RETURNING t.id`.execute(store);
  return rows.map(({ id }) => id);
}
