import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { startStack, type Stack } from '../../cli/stack/index.ts';
import { journeyTimeline, launchCampaign } from '../../client/index.ts';
import { REAL_TIME } from '../../engine/index.ts';
import { saveProspects } from '../../store/prospects.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { asBrowser, someone, until } from '../setup/world.ts';

const PEOPLE = 50;

let store: TestStore;
let stack: Stack;
let client: Client;
let out: string;

beforeAll(async () => {
  [store, out] = await Promise.all([testStore(), mkdtemp(join(tmpdir(), 'parcours-outage-'))]);
  stack = await startStack({ database: { url: store.databaseUrl, schema: store.schemaName }, keepJourneys: true, out });
  client = new Client({ connection: await Connection.connect({ address: stack.addresses.temporal }) });
}, 120_000);

afterAll(async () => {
  await client.connection.close();
  await stack.stop();
  await store.destroy();
  await rm(out, { recursive: true });
});

test('Temporal is stopped while 50 QR codes are scanned: each is answered by its redirect, and its journey told later', async () => {
  const people = Array.from({ length: PEOPLE }, (_, index) => someone(`p${index}`));
  await saveProspects(store, people);
  await launchCampaign({ client, store }, { id: 'outage', scenario: 'boiler-renewal', version: 1, audience: 'all', clock: REAL_TIME, pace: 100 });
  const tokens = await until('50 QR tokens', async () => {
    const rows = await store.selectFrom('links').select(['token', 'journey_id']).where('kind', '=', 'qr').execute();
    return rows.length === PEOPLE && rows;
  });

  await stack.processes.temporal.stop();
  const answers = await Promise.all(
    tokens.map(async ({ token }) => {
      const redirect = await asBrowser(`${stack.addresses.tracker}/q/${token}`);
      const beacon = await asBrowser(`${stack.addresses.tracker}/b/${token}`, { method: 'POST' });
      return [redirect.status, beacon.ok];
    }),
  );
  expect(answers).toEqual(Array.from({ length: PEOPLE }, () => [302, true]));
  const scans = () => store.selectFrom('events').select(['journey_id', 'signal']).where('kind', '=', 'scan').where('evidence', '=', 'human').execute();
  expect((await scans()).map(({ signal }) => signal)).toEqual(Array.from({ length: PEOPLE }, () => 'pending'));

  await stack.processes.temporal.start();
  await until('50 journeys told', async () => (await scans()).every(({ signal }) => signal === 'done'), 90_000);
  for (const { journey_id } of tokens) {
    const lines = await until('the timeline', () => journeyTimeline(client, journey_id).catch(() => undefined));
    expect(lines.filter((line) => line.includes('scan of renewal-postcard/1 [human]'))).toHaveLength(1);
  }
}, 180_000);
