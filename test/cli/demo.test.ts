import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decide } from '../../cli/demo/crowd/index.ts';
import { campaignReport } from '../../store/report.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';

let store: TestStore;
let temporal: TestTemporal;
let out: string;
let demo: ChildProcess | undefined;
let shown: string;

beforeEach(async () => {
  [store, temporal, out] = await Promise.all([testStore(), testTemporal(), mkdtemp(join(tmpdir(), 'parcours-demo-'))]);
  shown = '';
});
afterEach(async () => {
  if (demo?.exitCode === null) {
    demo.kill('SIGINT');
    await once(demo, 'exit');
  }
  await Promise.all([store.destroy(), temporal.close(), rm(out, { recursive: true, force: true })]);
});

/** `npm run demo` as people run it, on the PostgreSQL and Temporal of the tests. */
function startDemo(...options: string[]): ChildProcess {
  demo = spawn(process.execPath, ['--import', 'tsx', 'cli/parcours.ts', 'demo', '--out', out, '--port', '0', ...options], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATABASE_URL: store.databaseUrl,
      DATABASE_SCHEMA: store.schemaName,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
    },
  });
  for (const stream of [demo.stdout, demo.stderr]) stream?.on('data', (chunk: Buffer) => (shown += String(chunk)));
  return demo;
}

async function saw(text: string | RegExp): Promise<void> {
  while (!new RegExp(text).test(shown)) {
    if (demo?.exitCode !== null) throw new Error(`Expected the demo to show ${String(text)}, got its end:\n${shown}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const addressOf = (name: string): string => new RegExp(`${name} +(http\\S+)`).exec(shown)![1]!;
const answers = (address: string): Promise<boolean> => fetch(address).then(() => true, () => false);

describe('the demo', () => {
  test('carries a small audience through a whole campaign, and reports it', async () => {
    const [code] = (await once(startDemo('--prospects', '12', '--seed', '5', '--speed', '4'), 'exit')) as [number | null];
    if (code !== 0) throw new Error(`Expected the demo to end well, got ${code}:\n${shown}`);

    const report = await campaignReport(store, 'demo');
    expect(report.running).toBe(0);
    expect(report.audience.people).toBe(12);
    expect(report.people.printed).toBeGreaterThan(5);
    expect(report.people.visited).toBeGreaterThan(0);
    expect(report.people.mailed).toBeGreaterThan(0);
    expect(report.people.botHits).toBeGreaterThan(0);

    // Nobody did what they had not decided to do.
    const replied = await store.selectFrom('events').select('prospect_id').where('kind', '=', 'reply').execute();
    expect(replied.length).toBeGreaterThan(0);
    for (const { prospect_id } of replied) expect(decide({ seed: '5', prospect: prospect_id! }).fillsForm).toBe(true);

    expect(shown).toContain('2 rows refused');
    expect(shown).toMatch(/\d+ QR codes read off rendered pages/);
    expect(shown).toContain('No act failed.');
    const [run] = await readdir(join(out, 'demo', 'a6-postcard'));
    expect(await readdir(join(out, 'demo', 'a6-postcard', run!))).toEqual(expect.arrayContaining(['001.pdf', 'manifest.csv', 'ticket.json']));
    expect(await answers(addressOf('tracker'))).toBe(false);
  }, 120_000);

  test('with --keep stays up after its report, until Ctrl-C', async () => {
    const child = startDemo('--prospects', '1', '--speed', '30', '--keep');
    await saw('Everything stays up');
    const places = [addressOf('tracker'), addressOf('mailbox')];
    for (const place of places) expect(await answers(place)).toBe(true);

    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
    for (const place of places) expect(await answers(place)).toBe(false);
  }, 120_000);

  test('stops in the middle by Ctrl-C', async () => {
    const child = startDemo('--prospects', '12');
    await saw('journeys under way');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
    expect(shown).not.toContain('Error');
  }, 120_000);
});
