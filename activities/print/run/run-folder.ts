import { join, resolve } from 'node:path';
import { partsOfPrintRunId } from '../../../store/print-run-id.ts';

/**
 * The folder of a run's files: `<out>/<campaign>/<format>/<cut-off>`, and `-<batch>` after the first of a cut-off.
 *
 * @example runFolder('out', 'spring/a6-postcard/2027-03-01T17:00:00.000Z/2') // '/…/out/spring/a6-postcard/2027-03-01T17-00-00Z-2'
 */
export function runFolder(out: string, runId: string): string {
  const { campaignId, format, cutOff, batch } = partsOfPrintRunId(runId);
  const at = new Date(cutOff).toISOString().replace(/\.\d+Z$/, 'Z').replaceAll(':', '-');
  return resolve(out, campaignId, format, `${at}${batch > 1 ? `-${batch}` : ''}`);
}

/** `001.pdf` and `001-fronts.pdf` for the first chunk. */
export function chunkFiles(chunk: number): { pages: string; fronts: string } {
  const number = String(chunk).padStart(3, '0');
  return { pages: `${number}.pdf`, fronts: `${number}-fronts.pdf` };
}

/** Where a chunk's rows of the manifest wait until all chunks are there. */
export function partFile(folder: string, chunk: number): string {
  return join(folder, '.parts', `${String(chunk).padStart(3, '0')}.json`);
}
