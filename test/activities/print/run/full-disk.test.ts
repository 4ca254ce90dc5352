import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { closeRun } from '../../../../activities/print/run/close-run.ts';
import { completeRun } from '../../../../activities/print/run/complete-run.ts';
import type { PrintRunDeps } from '../../../../activities/print/run/print-run-deps.ts';
import { renderChunk } from '../../../../activities/print/run/render-chunk.ts';
import { writeAtomically } from '../../../../activities/print/write-atomically.ts';
import { openPrintFixture, RUN, RUN_FOLDER } from '../print-fixture.ts';

let fixture: Awaited<ReturnType<typeof openPrintFixture>>;
beforeEach(async () => {
  fixture = await openPrintFixture();
});
afterEach(() => fixture.close());

test('a disk that is full at chunk 7: a clear error to be tried again, what was printed stays, and the run goes on when there is room', async () => {
  let isFull = false;
  const write: PrintRunDeps['write'] = async (path, content) => {
    if (isFull) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    await writeAtomically(path, content);
  };
  const deps = { ...fixture.deps, write };
  await fixture.queueMany(16);
  const { chunks } = await closeRun(deps, { runId: RUN, chunkSize: 2 });
  expect(chunks).toBe(8);
  for (let chunk = 1; chunk <= 6; chunk++) await renderChunk(deps, { runId: RUN, chunk });

  isFull = true;
  const failure = await renderChunk(deps, { runId: RUN, chunk: 7 }).catch((error: Error) => error);
  expect(failure).toMatchObject({ name: 'RetryableError', type: 'DiskFull', message: expect.stringMatching(/^Expected room in .*2027-03-01T17-00-00Z for 007\.pdf \(0\.\d MB\), got a full disk\. Make room: the run goes on by itself\.$/) });
  const statuses = await fixture.store.selectFrom('mailpieces').select(['status', ({ fn }) => fn.countAll<string>().as('count')]).groupBy('status').orderBy('status').execute();
  expect(statuses).toEqual([{ status: 'printed', count: '12' }, { status: 'queued', count: '4' }]);

  isFull = false;
  for (let chunk = 7; chunk <= 8; chunk++) await renderChunk(deps, { runId: RUN, chunk });
  isFull = true;
  await expect(completeRun(deps, { runId: RUN, at: 0 })).rejects.toMatchObject({ type: 'DiskFull' });
  isFull = false;
  expect(await completeRun(deps, { runId: RUN, at: 0 })).toMatchObject({ pieces: 16 });
  const folder = join(fixture.out, RUN_FOLDER);
  const rows = parse(await readFile(join(folder, 'manifest.csv')), { columns: true }) as Record<string, string>[];
  expect(rows.map(({ piece_id, file }) => [piece_id?.split('/')[1], basename(file!, '.pdf')])).toEqual(Array.from({ length: 16 }, (_, index) => [`p-00${String(index + 1).padStart(2, '0')}`, `00${Math.floor(index / 2) + 1}`]));
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
