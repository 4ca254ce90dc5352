import { join } from 'node:path';
import type { PrintFile } from '../../../store/print-plan.ts';
import type { PrintRun } from '../../../store/print-runs.ts';
import { seedNumberOf, seedPieceId, seedsOf } from '../../../store/print-seeds.ts';
import type { Store } from '../../../store/connect.ts';
import { makeToken } from '../../../store/tokens.ts';
import { PermanentError } from '../../errors.ts';
import type { ManifestRow } from '../manifest.ts';
import type { PrintedPiece } from '../piece.ts';
import { queuedPieces, type CopyTo } from '../queued-pieces.ts';
import { renderPrintRun, type RenderedRun } from '../render-print-run.ts';
import type { PrintRunDeps } from './print-run-deps.ts';
import { recordChunk } from './record-chunk.ts';
import { chunkFiles, partFile, runFolder } from './run-folder.ts';
import { alone } from './run-lock.ts';
import { measureBytes, writeFile } from './write-file.ts';

/** What became of a chunk. Holds no identity: it is written into Temporal's history. */
export interface RenderedChunk {
  /** Pieces printed. */
  readonly pieces: number;
  /** Pieces that could not be printed; the reason is on each, and its journey was told. */
  readonly unprintable: number;
}

/**
 * Renders a chunk of a closed run into files of its own, `<chunk>.pdf` and the picture sides in `<chunk>-fronts.pdf`, and records it. The first chunk also
 * holds the copies to the campaign's seed addresses. A crash repeats the chunk, with the same pieces. A piece that can't be printed does not stop the
 * others: it is taken back with its problem, and its journey is told.
 *
 * @throws PermanentError when the run is unknown, not closed, or has no such chunk; RetryableError when the disk is full.
 */
export async function renderChunk(deps: PrintRunDeps, { runId, chunk }: { runId: string; chunk: number }): Promise<RenderedChunk> {
  return alone(deps.store, runId, async (store, run) => {
    const plan = await store.selectFrom('print_chunks').selectAll().where('print_run_id', '=', runId).where('chunk', '=', chunk).executeTakeFirst();
    if (!plan) throw new PermanentError('UnknownChunk', `Expected print run ${runId} to have a chunk ${chunk}, got none. Call closeRun first.`);
    if (plan.pieces !== null) return { pieces: plan.pieces, unprintable: plan.planned - plan.pieces };
    if (run.status !== 'closed') throw new PermanentError('PrintRunNotClosed', `Expected print run ${runId} to be closed before it is rendered, got one that is ${run.status}.`);

    const copies = chunk === 1 ? await copiesOf(store, run) : [];
    const queued = await queuedPieces({ ...deps, store }, { runId, first: plan.first_touch, last: plan.last_touch }, copies);
    deps.heartbeat?.({ chunk, loaded: queued.pieces.length });
    const title = `${runId}, ${chunk}`;
    const rendered = await renderPrintRun({ title, pieces: [...queued.pieces, ...queued.copies], at: run.cut_off, ...(deps.prepress && { prepress: deps.prepress }), onProgress: (drawn) => deps.heartbeat?.({ chunk, drawn }) });
    const files = await writeChunk(deps, { run, chunk, rendered });
    deps.heartbeat?.({ chunk, written: files.length });
    const isPiece = ({ touchId }: { touchId: string }): boolean => seedNumberOf(touchId) === undefined;
    const unprintable = [...queued.unprintable, ...rendered.unprintable.filter(isPiece)];
    return recordChunk(store, { runId, chunk, printed: rendered.printed, unprintable, files, copyOf: queued.pieces[0]?.touchId ?? '' });
  });
}

/** Fresh tokens that nobody's page answers to, for each address of the sender's own. */
async function copiesOf(store: Store, { id, campaign_id }: PrintRun): Promise<CopyTo[]> {
  const seeds = await seedsOf(store, campaign_id);
  return seeds.map(({ number, identity }) => ({ pieceId: seedPieceId(id, number), identity, qrToken: makeToken(), purlToken: makeToken() }));
}

async function writeChunk(deps: PrintRunDeps, { run, chunk, rendered }: { run: PrintRun; chunk: number; rendered: RenderedRun }): Promise<PrintFile[]> {
  const folder = runFolder(deps.out, run.id);
  const { pages, fronts } = chunkFiles(chunk);
  const { printed } = rendered;
  if (printed.length === 0) return [];
  const sides = Math.max(...printed.map(({ frontPage }) => frontPage ?? 0));
  const files = [
    { name: pages, content: rendered.pdf, pages: printed.at(-1)!.lastPage },
    ...(rendered.fronts ? [{ name: fronts, content: rendered.fronts, pages: sides }] : []),
  ];
  for (const { name, content } of files) await writeFile(deps, join(folder, name), content);
  const rows = printed.map((piece) => manifestRow(piece, { run, file: pages, fronts }));
  await writeFile(deps, partFile(folder, chunk), JSON.stringify(rows));
  return files.map(({ name, content, pages: count }) => ({ name, ...measureBytes(content), pages: count }));
}

/** A piece's row of the manifest. */
export function manifestRow(printed: PrintedPiece, { run: { format, printer }, file, fronts }: { run: Pick<PrintRun, 'format' | 'printer'>; file: string; fronts: string }): ManifestRow {
  const { piece, firstPage, lastPage, frontPage, sha256, addressLines } = printed;
  return {
    ...{ pieceId: piece.touchId, file, firstPage, lastPage, frontsFile: frontPage === null ? null : fronts, frontPage },
    ...{ qrToken: piece.qrToken, purlToken: piece.purlToken, purl: piece.purlUrl, sha256, addressLines },
    ...{ format, paper: piece.paper, postageClass: piece.postageClass, variant: piece.variant, printer, seed: seedNumberOf(piece.touchId) !== undefined },
  };
}
