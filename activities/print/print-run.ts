import { basename, resolve } from 'node:path';
import { sql } from 'kysely';
import type { Store } from '../../store/connect.ts';
import { PermanentError } from '../errors.ts';
import { manifestOf } from './manifest.ts';
import type { Prepress } from './prepress/index.ts';
import { queuedPieces, type QueuedPiecesDeps } from './queued-pieces.ts';
import { renderPrintRun } from './render-print-run.ts';
import { recordPrinted } from './record-printed.ts';
import { writeAtomically } from './write-atomically.ts';

export interface PrintRunDeps extends QueuedPiecesDeps {
  /** Folder for PDFs and manifests; each campaign has its own in it. */
  readonly out: string;
  /** Crop marks, and what the colours are meant for. */
  readonly prepress?: Prepress;
  /** Tells whoever watches that the work goes on. */
  readonly heartbeat?: (progress?: unknown) => void;
}

/** What became of a run's rendering. Holds no identity: it is written into Temporal's history. */
export interface RenderedFiles {
  /** Pieces printed. */
  readonly pieces: number;
  /** Pieces that could not be printed; the reason is on each. */
  readonly unprintable: number;
  /** Paths of the files; none when nothing was printed. */
  readonly pdf: string | null;
  readonly manifest: string | null;
}

/**
 * Closes a run: from now on no mailpiece joins it and none is recalled. A run that nobody joined is closed as well, so that a late piece takes
 * the next. Waits for pieces that are joining at this moment. Safe to repeat.
 *
 * @returns how many pieces are queued in it.
 */
export async function closeRun({ store }: { store: Store }, { runId }: { runId: string }): Promise<number> {
  const slash = runId.indexOf('/');
  const [campaignId, cutOff] = [runId.slice(0, slash), new Date(runId.slice(slash + 1))];
  if (slash < 1 || Number.isNaN(cutOff.getTime())) throw new PermanentError('BadPrintRun', `Expected a print run's id as <campaign>/<cut-off in ISO 8601>, got '${runId}'.`);
  await store
    .insertInto('print_runs')
    .values({ id: runId, campaign_id: campaignId, cut_off: cutOff, status: 'closed' })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ status: 'closed' }).where('print_runs.status', '=', 'open'))
    .execute();
  const { queued } = await store
    .selectFrom('mailpieces')
    .select(({ fn }) => fn.countAll<string>().as('queued'))
    .where('print_run_id', '=', runId)
    .where('status', '=', 'queued')
    .executeTakeFirstOrThrow();
  return Number(queued);
}

/**
 * Renders a closed run: `<out>/<campaign>/<cut-off>.pdf` with a page a piece, `…-fronts.pdf` with the picture sides, `….csv` with the manifest; then
 * records it. After a crash at any point it is done again, with the same files. A piece that can't be printed does not stop the others: it is
 * recalled with its problem, and its touch becomes `not-sent`.
 *
 * @throws PermanentError when the run is unknown or still open.
 */
export async function renderRun(deps: PrintRunDeps, { runId }: { runId: string }): Promise<RenderedFiles> {
  const { store, out, heartbeat } = deps;
  const run = await findRun(store, runId);
  if (run.status === 'open') throw new PermanentError('PrintRunOpen', `Expected print run ${runId} to be closed before it is rendered, got an open one. Call closeRun first.`);
  if (run.status !== 'closed') return recordedFiles(store, run);
  const queued = await queuedPieces(deps, runId);
  heartbeat?.({ loaded: queued.pieces.length });
  const rendered = await renderPrintRun({ title: runId, pieces: queued.pieces, at: run.cut_off, ...(deps.prepress && { prepress: deps.prepress }), onProgress: (drawn) => heartbeat?.({ drawn }) });
  const unprintable = [...queued.unprintable, ...rendered.unprintable];
  const path = resolve(out, run.campaign_id, run.cut_off.toISOString().replace(/\.\d+Z$/, 'Z').replaceAll(':', '-'));
  const files = rendered.printed.length > 0 ? { pdf: `${path}.pdf`, fronts: `${path}-fronts.pdf`, manifest: `${path}.csv` } : undefined;
  if (files) {
    await writeAtomically(files.pdf, rendered.pdf);
    if (rendered.fronts) await writeAtomically(files.fronts, rendered.fronts);
    await writeAtomically(files.manifest, manifestOf(rendered.printed, { file: basename(files.pdf), frontsFile: basename(files.fronts) }));
  }
  const { pdf, manifest } = files ?? { pdf: null, manifest: null };
  await recordPrinted(store, { runId, printed: rendered.printed, unprintable, pdf, manifest });
  return { pieces: rendered.printed.length, unprintable: unprintable.length, pdf, manifest };
}

/**
 * Records that a printed run was given to the carrier. Here the carrier is the folder: whoever takes the files from it prints and posts them.
 *
 * @param at campaign time in milliseconds. Done again, the first time stays.
 * @throws PermanentError when the run is unknown or not printed.
 */
export async function handOver({ store }: { store: Store }, { runId, at }: { runId: string; at: number }): Promise<{ pieces: number; handedOverAt: number }> {
  await store.updateTable('print_runs').set({ status: 'handed-over', handed_over_at: new Date(at) }).where('id', '=', runId).where('status', '=', 'printed').execute();
  const run = await findRun(store, runId);
  if (run.status !== 'handed-over' || !run.handed_over_at) throw new PermanentError('PrintRunNotPrinted', `Expected print run ${runId} to be printed before it is handed over, got a run that is ${run.status}. Call renderRun first.`);
  return { pieces: run.pieces ?? 0, handedOverAt: run.handed_over_at.getTime() };
}

async function findRun(store: Store, runId: string) {
  const run = await store.selectFrom('print_runs').selectAll().where('id', '=', runId).executeTakeFirst();
  if (!run) throw new PermanentError('UnknownPrintRun', `Expected print run ${runId} to be in the store, got none. Queue a mailpiece for it first.`);
  return run;
}

/** What an earlier attempt has done and recorded. */
async function recordedFiles(store: Store, run: Awaited<ReturnType<typeof findRun>>): Promise<RenderedFiles> {
  const { rows } = await sql<{ unprintable: number }>`
    SELECT count(*)::int AS unprintable FROM mailpieces WHERE print_run_id = ${run.id} AND problem IS NOT NULL`.execute(store);
  return { pieces: run.pieces ?? 0, unprintable: rows[0]?.unprintable ?? 0, pdf: run.pdf, manifest: run.manifest };
}
