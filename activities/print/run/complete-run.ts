import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PrintFile } from '../../../store/print-plan.ts';
import type { PrintRun } from '../../../store/print-runs.ts';
import type { Store } from '../../../store/connect.ts';
import { PermanentError } from '../../errors.ts';
import { manifestCsv, manifestJson, type ManifestRow } from '../manifest.ts';
import { colourOf, sheetOf, Tally, type JobTicket } from './job-ticket.ts';
import type { PrintRunDeps } from './print-run-deps.ts';
import { partFile, runFolder } from './run-folder.ts';
import { alone } from './run-lock.ts';
import { measureFile, writeFile } from './write-file.ts';

/** What a rendered run came to. Holds no identity: it is written into Temporal's history. */
export interface CompletedRun {
  /** Pieces printed. */
  readonly pieces: number;
  /** Copies to addresses of the sender's own. */
  readonly seeds: number;
  /** Where its files are; none when nothing was printed. */
  readonly folder: string | null;
}

/**
 * Ends the rendering of a run whose chunks are all there: `manifest.csv` and `manifest.json` with a row a piece, and last the job ticket, `ticket.json`. Who sees
 * the ticket sees a whole job. Safe to repeat.
 *
 * @param at campaign time in milliseconds
 */
export async function completeRun(deps: PrintRunDeps, { runId, at }: { runId: string; at: number }): Promise<CompletedRun> {
  return alone(deps.store, runId, async (store, run) => {
    const folder = runFolder(deps.out, runId);
    if (run.status === 'printed' || run.status === 'handed-over') return { pieces: run.pieces ?? 0, seeds: await countSeeds(store, runId), folder: run.pdf && folder };
    const chunks = await store.selectFrom('print_chunks').select(['chunk', 'pieces', 'files']).where('print_run_id', '=', runId).orderBy('chunk').execute();
    const left = chunks.find(({ pieces }) => pieces === null);
    if (run.status !== 'closed' || left) throw new PermanentError('PrintRunNotRendered', `Expected print run ${runId} to be rendered, got ${left ? `chunk ${left.chunk} to do` : `one that is ${run.status}`}.`);

    const files = chunks.flatMap(({ files: some }) => some ?? []);
    const pieces = chunks.reduce((sum, chunk) => sum + (chunk.pieces ?? 0), 0);
    const seeds = await countSeeds(store, runId);
    const withFiles = chunks.filter(({ files: some }) => some && some.length > 0).map(({ chunk }) => chunk);
    if (files.length > 0) await writeJob(deps, { run, folder, withFiles, files, at });
    const first = files[0];
    await store
      .updateTable('print_runs')
      .set({ status: 'printed', pieces, pdf: first ? join(folder, first.name) : null, manifest: first ? join(folder, 'manifest.csv') : null })
      .where('id', '=', runId)
      .execute();
    return { pieces, seeds, folder: first ? folder : null };
  });
}

interface Job {
  readonly run: PrintRun;
  readonly folder: string;
  readonly withFiles: readonly number[];
  readonly files: readonly PrintFile[];
  readonly at: number;
}

async function writeJob(deps: PrintRunDeps, { run, folder, withFiles, files, at }: Job): Promise<void> {
  async function* parts(): AsyncIterable<ManifestRow[]> {
    for (const chunk of withFiles) {
      yield JSON.parse(await readFile(partFile(folder, chunk), 'utf8')) as ManifestRow[];
      deps.heartbeat?.({ listed: chunk });
    }
  }
  const [papers, postage] = [new Tally(), new Tally()];
  let pieces = 0;
  let seeds = 0;
  async function* counted(): AsyncIterable<ManifestRow[]> {
    for await (const rows of parts()) {
      for (const row of rows) {
        papers.add(row.paper);
        postage.add(row.postageClass);
        pieces += 1;
        if (row.seed) seeds += 1;
      }
      yield rows;
    }
  }
  await writeFile(deps, join(folder, 'manifest.csv'), manifestCsv(counted()));
  await writeFile(deps, join(folder, 'manifest.json'), manifestJson(parts()));
  const manifests = await Promise.all(['manifest.csv', 'manifest.json'].map(async (name) => ({ name, ...(await measureFile(join(folder, name))), pages: 0 })));
  const { folds, ...sheet } = sheetOf(run.format);
  const ticket: JobTicket = {
    ...{ run: run.id, campaign: run.campaign_id, printer: run.printer },
    ...{ format: { name: run.format, ...sheet }, folds },
    ...{ pieces, seeds, pages: files.reduce((sum, file) => sum + file.pages, 0) },
    papers: papers.entries().map(([paper, count]) => ({ paper, pieces: count })),
    postage: postage.entries().map(([postageClass, count]) => ({ postageClass, pieces: count })),
    ...{ colour: colourOf(deps.prepress), handOverBy: new Date(Math.max(run.cut_off.getTime(), at)).toISOString(), contact: deps.contact },
    ...{ manifest: { csv: 'manifest.csv', json: 'manifest.json' }, files: [...files, ...manifests] },
  };
  await writeFile(deps, join(folder, 'ticket.json'), `${JSON.stringify(ticket, undefined, 2)}\n`);
}

/** What only served to write the manifest; it has addresses in it. */
export async function clearParts(out: string, runId: string): Promise<void> {
  await rm(dirname(partFile(runFolder(out, runId), 1)), { recursive: true, force: true });
}

async function countSeeds(store: Store, runId: string): Promise<number> {
  const { seeds } = await store
    .selectFrom('print_seed_pieces')
    .select(({ fn }) => fn.countAll<string>().as('seeds'))
    .where('print_run_id', '=', runId)
    .executeTakeFirstOrThrow();
  return Number(seeds);
}
