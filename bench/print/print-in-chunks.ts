import { join } from 'node:path';
import { manifestCsv } from '../../activities/print/manifest.ts';
import type { Piece } from '../../activities/print/piece.ts';
import { renderPrintRun } from '../../activities/print/render-print-run.ts';
import { manifestRow } from '../../activities/print/run/render-chunk.ts';
import { writeAtomically } from '../../activities/print/write-atomically.ts';

/** As a print run's chunks are named. */
const DIGITS = 3;

/**
 * Prints pieces as they come, so many at a time: PDF, fronts and manifest of each chunk, written to the disk before the next begins, so no more than a chunk
 * is in memory. What a print run does, less its database.
 *
 * @returns how many were printed.
 * @throws Error when a piece can't be printed: here all can.
 */
export async function printInChunks(pieces: AsyncIterable<Piece>, { folder, at, size = 1_000 }: { folder: string; at: Date; size?: number }): Promise<number> {
  let printed = 0;
  let number = 0;
  for await (const chunk of chunksOf(pieces, size)) {
    const name = String(++number).padStart(DIGITS, '0');
    const run = await renderPrintRun({ title: `bench/${name}`, pieces: chunk, at });
    if (run.unprintable.length > 0) throw new Error(`Expected every sample card to be printable, got: ${run.unprintable[0]!.error.message}`);
    await writeAtomically(join(folder, `${name}.pdf`), run.pdf);
    if (run.fronts) await writeAtomically(join(folder, `${name}-fronts.pdf`), run.fronts);
    const files = { run: { format: 'a6-postcard', printer: 'folder' }, file: `${name}.pdf`, fronts: `${name}-fronts.pdf` };
    await writeAtomically(join(folder, `${name}.csv`), manifestCsv([run.printed.map((piece) => manifestRow(piece, files))]));
    printed += run.printed.length;
  }
  return printed;
}

async function* chunksOf<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let chunk: Item[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
