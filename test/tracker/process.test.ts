import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { API_KEY, PHONE, SIGNING_KEY, trackerUnderTest, until, type TrackerUnderTest } from './tracker-under-test.ts';

let world: TrackerUnderTest;
beforeAll(async () => {
  world = await trackerUnderTest({ relay: false });
});
afterAll(() => world.close());

/** Starts the process as an operator does, with nothing where Temporal should be. */
function start(environment: Record<string, string>) {
  return spawn(process.execPath, ['--import', 'tsx', 'tracker/main.ts'], {
    env: { PATH: process.env['PATH'], TEMPORAL_ADDRESS: '127.0.0.1:1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

test('the tracker starts and serves without Temporal, logs no token, and ends cleanly', async () => {
  const { tokens, journeyId } = await world.person();
  const tracker = start({
    DATABASE_URL: world.store.databaseUrl,
    DATABASE_SCHEMA: world.store.schemaName,
    PARCOURS_PUBLIC_URL: 'http://127.0.0.1',
    PARCOURS_API_KEY: API_KEY,
    MAILGUN_SIGNING_KEY: SIGNING_KEY,
    TRACKER_PORT: '0',
  });
  const lines: Record<string, unknown>[] = [];
  createInterface({ input: tracker.stdout }).on('line', (line) => lines.push(JSON.parse(line) as Record<string, unknown>));
  try {
    await until('the tracker to listen', () => lines.some((line) => typeof line['address'] === 'string'), 30_000);
    const address = lines.map((line) => line['address']).find((one) => typeof one === 'string') as string;
    const headers = { 'user-agent': PHONE };
    const scan = await fetch(`${address}/Q/${tokens.qr}`, { redirect: 'manual', headers });
    expect([scan.status, scan.headers.get('location')]).toEqual([302, `/p/${tokens.qr}`]);
    expect((await fetch(`${address}/b/${tokens.qr}`, { method: 'POST', headers })).status).toBe(204);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect((await world.events(journeyId)).map((event) => event.signal)).toEqual(['kept', 'pending']);
  } finally {
    tracker.kill('SIGTERM');
  }
  const [code] = (await once(tracker, 'exit')) as [number | null];
  expect(code).toBe(0);
  const logged = JSON.stringify(lines);
  expect(logged).toContain('/q/:token');
  expect(logged).not.toContain(tokens.qr);
  expect(logged).not.toContain('Camille');
});

test('the tracker says at once all that is wrong with its environment', async () => {
  const tracker = start({ DATABASE_URL: 'nowhere', TRACKER_PORT: 'eighty' });
  let said = '';
  tracker.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(tracker, 'close')) as [number | null];
  expect(code).toBe(1);
  for (const name of ['DATABASE_URL', 'PARCOURS_PUBLIC_URL', 'PARCOURS_API_KEY', 'MAILGUN_SIGNING_KEY', 'TRACKER_PORT']) expect(said).toContain(`at ${name}`);
});
