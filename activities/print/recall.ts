import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
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

async function recall(store: Store, pieces: Expression<SqlBool>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`WITH ${recalling(pieces)} SELECT id FROM spared`.execute(store);
  return rows.map(({ id }) => id);
}

/** Parts of a WITH that recall what still waits to be printed for a journey; its part `spared` has the touches' ids. */
export function recallingQueued(journeyId: string): RawBuilder<unknown> {
  return recalling(sql`m.touch_id IN (SELECT id FROM touches WHERE journey_id = ${journeyId})`);
}

/** The share lock on the run makes closing wait for a recall under way, and a recall see a run that was closed. */
function recalling(pieces: Expression<SqlBool>): RawBuilder<unknown> {
  return sql`
    run AS (
      SELECT r.id FROM print_runs r JOIN mailpieces m ON m.print_run_id = r.id
       WHERE ${pieces} AND m.status = 'queued' AND r.status = 'open' FOR SHARE OF r
    ), recalled AS (
      UPDATE mailpieces m SET status = 'recalled' FROM run WHERE m.print_run_id = run.id AND ${pieces} AND m.status = 'queued' RETURNING m.touch_id
    ), spared AS (
      UPDATE touches t SET cost = 0 FROM recalled WHERE t.id = recalled.touch_id RETURNING t.id
    )`;
}
