import { sql, type Expression, type SqlBool } from 'kysely';
import type { Store } from '../../store/connect.ts';
import type { PrintProvider } from './providers/print-provider.ts';

export interface RecallDeps {
  readonly store: Store;
  /** Who prints, by name; some can take a piece back that they were given. */
  readonly printers: Readonly<Record<string, Pick<PrintProvider, 'cancel'>>>;
}

/**
 * Takes a mailpiece back while its print run is open; it then costs nothing. Later its printer is asked, where it can take a piece back; else the piece is a
 * sunk cost and stays on record. Safe to repeat.
 *
 * @returns `too-late` when it will be printed, or is.
 * @example await recallMailpiece({ store, printers }, 'spring/p-001/renewal-postcard/1') // 'recalled'
 */
export async function recallMailpiece({ store, printers }: RecallDeps, touchId: string): Promise<'recalled' | 'too-late'> {
  for (;;) {
    const recalled = await recall(store, sql`m.touch_id = ${touchId}`);
    if (recalled.length > 0) return 'recalled';
    const piece = await store
      .selectFrom('mailpieces as m')
      .innerJoin('print_runs as r', 'r.id', 'm.print_run_id')
      .select(['m.status', 'r.status as run', 'r.printer'])
      .where('m.touch_id', '=', touchId)
      .executeTakeFirst();
    if (piece?.status === 'recalled') return 'recalled';
    // It was moved to the next batch at that moment.
    if (piece?.status === 'queued' && piece.run === 'open') continue;
    const printer = piece?.status === 'printed' && piece.run === 'handed-over' ? printers[piece.printer] : undefined;
    return (await cancelled(store, { printer, touchId })) ? 'recalled' : 'too-late';
  }
}

/**
 * Asks the printers of a journey's pieces, where they can, to take back what they were given and is not expected in the letter box yet.
 *
 * @param at campaign time
 * @returns the touches whose pieces were taken back.
 */
export async function cancelPrinted({ store, printers }: RecallDeps, { journeyId, at }: { journeyId: string; at: Date }): Promise<string[]> {
  const able = Object.keys(printers).filter((name) => printers[name]?.cancel !== undefined);
  if (able.length === 0) return [];
  const pieces = await store
    .selectFrom('touches as t')
    .innerJoin('mailpieces as m', 'm.touch_id', 't.id')
    .innerJoin('print_runs as r', 'r.id', 'm.print_run_id')
    .select(['t.id', 'r.printer'])
    .where('t.journey_id', '=', journeyId)
    .where('m.status', '=', 'printed')
    .where('r.status', '=', 'handed-over')
    .where('r.printer', 'in', able)
    .where('m.in_home_estimate', '>', at)
    .execute();
  const taken = await Promise.all(pieces.map(async ({ id, printer }) => ((await cancelled(store, { printer: printers[printer], touchId: id })) ? [id] : [])));
  return taken.flat();
}

/** Milliseconds that a printer may take to answer. */
const PATIENCE = 5_000;

function patience(): Promise<'too-late'> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE, 'too-late').unref());
}

/** A printer that does not answer has it: a journey's end does not wait for it. */
async function cancelled(store: Store, { printer, touchId }: { printer: Pick<PrintProvider, 'cancel'> | undefined; touchId: string }): Promise<boolean> {
  const answer = printer?.cancel && (await Promise.race([printer.cancel(touchId).catch(() => 'too-late' as const), patience()]));
  if (answer !== 'cancelled') return false;
  await sql`
    WITH taken AS (UPDATE mailpieces SET status = 'recalled' WHERE touch_id = ${touchId} AND status = 'printed' RETURNING touch_id)
    UPDATE touches t SET cost = 0 FROM taken WHERE t.id = taken.touch_id`.execute(store);
  return true;
}

/**
 * Takes back what still waits to be printed for a journey.
 *
 * @returns the touches whose pieces were taken back.
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
    ), spared AS (
      UPDATE touches t SET cost = 0 FROM recalled WHERE t.id = recalled.touch_id RETURNING t.id
    )
    SELECT id FROM spared`.execute(store);
  return rows.map(({ id }) => id);
}
