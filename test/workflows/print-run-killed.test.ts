import { spawn, type ChildProcess } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { nodeChild } from '../../cli/stack/node-child.ts';
import { REAL_TIME } from '../../engine/index.ts';
import { bundleWorkflows } from '../../worker/create-worker.ts';
import type { PrintRunProgress } from '../../workflows/print-run/progress.ts';
import { openPrintFixture } from '../activities/print/print-fixture.ts';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';
import { until } from '../setup/until.ts';
import type { Step } from './killed/worker.ts';

const PIECES = 2_000;
const CHUNK = 200;
const KILLS = 20;
const SEED = 20_261;

let fixture: Awaited<ReturnType<typeof openPrintFixture>>;
let temporal: TestTemporal;
const workers = new Set<ChildProcess>();
beforeAll(async () => {
  [fixture, temporal] = await Promise.all([openPrintFixture(), testTemporal()]);
}, 60_000);
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await temporal.close();
  await fixture.close();
});

/** A worker that has loaded all it needs and waits for the word. */
async function standBy(codePath: string): Promise<ChildProcess> {
  const { command, args, env } = nodeChild('test/workflows/killed/worker.ts');
  const { store, out } = fixture;
  const worker = spawn(command, [...args, temporal.address, temporal.namespace, codePath, store.databaseUrl, store.schemaName, out], { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  workers.add(worker);
  worker.once('exit', () => workers.delete(worker));
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('exit', (code) => reject(new Error(`Expected a worker that waits, got one that ended with ${code}.`)));
  });
  return worker;
}

/** Where a run stands, in steps: closing, asking the printer, ten chunks, completing, handing over. */
const STEPS = ['closeRun', 'refusalOf', 'renderChunk', 'completeRun', 'handOver'];
const positionOf = ({ activity, chunk = 1, done }: Step): number => (STEPS.indexOf(activity) < 2 ? STEPS.indexOf(activity) : activity === 'renderChunk' ? 1 + chunk : 1 + PIECES / CHUNK + STEPS.indexOf(activity) - 2) + done;

/** Moments of a whole run at which its worker is killed, drawn from a seed (mulberry32). */
function moments(): number[] {
  let state = SEED;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = positionOf({ activity: 'handOver', done: 0.9 });
  return Array.from({ length: KILLS }, () => draw() * whole).sort((one, other) => one - other);
}

test('a worker killed at 20 random moments of a run of 2,000 pieces: no piece is lost, none printed twice, and it is handed over once', async () => {
  const runId = await fixture.queueMany(PIECES);
  const { code } = await bundleWorkflows(fileURLToPath(new URL('killed/workflow.ts', import.meta.url)));
  const codePath = join(fixture.out, 'workflows.js');
  await writeFile(codePath, code);
  const handle = await temporal.client.workflow.start('printRun', {
    ...{ workflowId: `print-run/${runId}`, taskQueue: 'killed', workflowTaskTimeout: '2 seconds' },
    args: [{ runId, cutOff: Date.now(), clock: REAL_TIME, chunkSize: CHUNK }],
  });

  const kills: string[] = [];
  let next = standBy(codePath);
  for (const moment of moments()) {
    const worker = await next;
    next = standBy(codePath);
    const killed = new Promise<void>((resolve) => {
      worker.on('message', (step: Step) => {
        if (positionOf(step) < moment || worker.killed) return;
        kills.push(`${step.activity}${step.chunk === undefined ? '' : ` ${step.chunk}`}`);
        worker.kill('SIGKILL');
      });
      worker.once('exit', () => resolve());
    });
    worker.send('go');
    await killed;
  }
  (await next).send('go');
  expect(kills).toHaveLength(KILLS);
  expect(new Set(kills).size).toBeGreaterThan(6);
  const progress = await until('the run to be handed over', async () => {
    const now = await handle.query<PrintRunProgress>('status').catch(() => undefined);
    return now?.state === 'handed-over' && now;
  }, 60_000);
  expect(progress).toMatchObject({ pieces: PIECES, unprintable: 0, chunks: { done: 10, of: 10 }, handedOver: { reference: progress.folder } });

  // Each piece once, in one chunk, with tokens of its own: by the manifest, by the record, by the pages.
  const rows = parse(await readFile(join(progress.folder!, 'manifest.csv')), { columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(PIECES);
  expect(new Set(rows.map(({ piece_id }) => piece_id)).size).toBe(PIECES);
  expect(new Set(rows.flatMap(({ qr_token, purl_token }) => [qr_token, purl_token])).size).toBe(2 * PIECES);
  const pieces = await fixture.store.selectFrom('mailpieces').select(['touch_id', 'status', 'chunk', 'first_page', 'sha256']).orderBy('touch_id').execute();
  expect(pieces).toEqual(rows.map(({ piece_id, file, first_page, sha256 }) => ({ touch_id: piece_id, status: 'printed', chunk: Number(file!.slice(0, 3)), first_page: Number(first_page), sha256 })));
  const pdfs = (await readdir(progress.folder!)).filter((name) => /^\d{3}\.pdf$/.test(name)).sort();
  expect(pdfs).toEqual(Array.from({ length: 10 }, (_, index) => `${String(index + 1).padStart(3, '0')}.pdf`));
  for (const name of pdfs) expect((await PDFDocument.load(await readFile(join(progress.folder!, name)), { updateMetadata: false })).getPageCount()).toBe(CHUNK);
  const chunks = await fixture.store.selectFrom('print_chunks').select(['pieces', 'planned']).execute();
  expect(chunks).toEqual(Array.from({ length: 10 }, () => ({ pieces: CHUNK, planned: CHUNK })));
  expect(await readdir(join(fixture.out, 'taken'))).toEqual([encodeURIComponent(runId)]);
  expect(await fixture.store.selectFrom('events').select('id').execute()).toEqual([]);
}, 420_000);
