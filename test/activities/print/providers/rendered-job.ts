import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrintJob } from '../../../../activities/print/providers/index.ts';

export interface RenderedJob extends PrintJob {
  /** Removes the run's folder. */
  clear(): Promise<void>;
}

export const RUN = 'spring-2027/a6-postcard/2027-03-01T17:00:00.000Z';
/** What its folder is called at the printer's. */
export const JOB = 'spring-2027_a6-postcard_2027-03-01T17-00-00Z';

/** More than is under way at once, and than is written again on resuming. */
export const LARGE = 3_000_000;

/** A run as it lies rendered in a folder of its own: a large PDF, its fronts, a manifest, the ticket; or `only` some of them. */
export async function renderedJob({ runId = RUN, large = LARGE, only }: { runId?: string; large?: number; only?: readonly string[] } = {}): Promise<RenderedJob> {
  const out = await mkdtemp(join(tmpdir(), 'parcours-run-'));
  const folder = join(out, 'run');
  await mkdir(folder);
  const contents = {
    '001.pdf': randomBytes(large),
    '001-fronts.pdf': randomBytes(70_000),
    'manifest.csv': Buffer.from('piece_id,file\r\nspring-2027/p-1/renewal-postcard/1,001.pdf\r\n'),
    'ticket.json': Buffer.from(`{"run":"${runId}"}\n`),
  };
  const files = await Promise.all(
    Object.entries(contents).filter(([name]) => only?.includes(name) ?? true).map(async ([name, content]) => {
      await writeFile(join(folder, name), content);
      return { name, bytes: content.length, sha256: sha256(content) };
    }),
  );
  return {
    ...{ runId, campaignId: 'spring-2027', format: 'a6-postcard', folder, files, pieceCount: 1 },
    async *pieces() {
      // Printers that take files read none.
    },
    clear: () => rm(out, { recursive: true, force: true }),
  };
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
