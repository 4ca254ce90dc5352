import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { printInChunks } from './print-in-chunks.ts';
import { sampleCards } from './sample-cards.ts';

/** What a run of so many pieces took. */
export interface Measured {
  readonly pieces: number;
  readonly seconds: number;
  /** Milliseconds of CPU of the whole process. */
  readonly cpu: number;
  /** Most resident memory of the process until then, bytes. */
  readonly peak: number;
}

/**
 * A process of its own that prints `bench/print.ts`'s long runs, so that its memory is theirs alone: `printer.ts <folder> <pieces>...`. Each run is a message
 * to the parent; the first chunk, which finds the code cold, is not counted.
 */
const [folder, ...counts] = process.argv.slice(2);
const at = new Date('2027-03-01T17:00:00Z');
await measure(1_000);
for (const pieces of counts.map(Number)) process.send?.(await measure(pieces));
process.disconnect?.();

async function measure(pieces: number): Promise<Measured> {
  const own = join(folder!, String(pieces));
  const [before, began] = [process.cpuUsage(), performance.now()];
  await printInChunks(sampleCards(pieces), { folder: own, at });
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - began) / 1_000;
  await rm(own, { recursive: true });
  return { pieces, seconds, cpu: (user + system) / 1_000, peak: process.resourceUsage().maxRSS * 1_024 };
}
