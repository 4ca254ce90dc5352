import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { changed, checkJob } from './check-job.ts';
import { deliver } from './deliver.ts';
import { folderDestination } from './folder-destination.ts';
import { jobName } from './job-name.ts';
import { lookForReport } from './look-for-report.ts';
import type { HandOverOptions, PrintJob, PrintProvider } from './print-provider.ts';

export interface FolderOptions {
  /** The printer's hot folder, or one that a program of the printer's fetches from. It has to be there. When left out, jobs stay where they were rendered. */
  readonly hotFolder?: string | undefined;
}

/**
 * Hands jobs over in a folder: the one in which they were rendered, or a copy in `<hot folder>/<campaign>_<format>_<cut-off>`. The reference is the folder's
 * path, and `printed.csv` in it is the printer's report.
 *
 * @throws (by its functions) as `deliver` and `lookForReport` do.
 * @example
 * const folder = createFolder({ hotFolder: '/mnt/printer/in' });
 * await folder.handOver(job); // { reference: '/mnt/printer/in/spring-2027_a6-postcard_2027-03-01T17-00-00Z', refused: [] }
 */
export function createFolder({ hotFolder }: FolderOptions = {}): PrintProvider {
  return {
    name: 'folder',
    refusesFormat: () => undefined,
    async handOver(job, options = {}) {
      const place = hotFolder === undefined ? job.folder : join(resolve(hotFolder), jobName(job.runId));
      if (hotFolder === undefined) await checkContent(job, options);
      else await deliver({ job, destination: folderDestination(place), by: 'folder' }, options);
      return { reference: place, refused: [] };
    },
    report: ({ reference }) => lookForReport(folderDestination(reference)),
  };
}

/** Nothing is copied, so nothing else would notice that a file is no longer the one that was rendered. */
async function checkContent(job: PrintJob, { heartbeat }: HandOverOptions): Promise<void> {
  await checkJob(job);
  for (const { name, bytes, sha256 } of job.files) {
    const path = join(job.folder, name);
    const hash = createHash('sha256');
    let checked = 0;
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      heartbeat?.({ file: name, checked: (checked += chunk.length), of: bytes });
    }
    const found = hash.digest('hex');
    if (found !== sha256) throw changed(path, `SHA-256 ${sha256}`, found);
  }
}
