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
  await launchCampaign({ client, store }, { id: 'outage', scenario: 'boiler-renewal', version: 1, audience: 'all', clock: REAL_TIME, pace: 100, print: { proof: 0 } });
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

test('Temporal is stopped while carts are left: each sender is answered, and each journey is begun once Temporal is back', async () => {
  await launchCampaign({ client, store }, { id: 'carts', scenario: 'abandoned-cart', version: 1 });
  const facts = { cartValue: 900, category: 'town', product: 'Flâneuse 7', items: 2, store: 'Marsolande' };
  await stack.processes.temporal.stop();
  const leave = (index: number) => ({ id: `cart-${index}`, event: 'cart-abandoned', prospectId: `p${index}`, key: `order-${index}`, facts });
  const answer = await fetch(`${stack.addresses.tracker}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stack.env.PARCOURS_API_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(Array.from({ length: PEOPLE }, (_, index) => leave(index))),
  });
  expect(answer.status).toBe(202);
  const { results } = (await answer.json()) as { results: { status: string; journey: string }[] };
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['entered']));
  const journeys = () => store.selectFrom('journeys').select(['id', 'status']).where('campaign_id', '=', 'carts').orderBy('id').execute();
  expect(new Set((await journeys()).map(({ status }) => status))).toEqual(new Set(['entered']));

  await stack.processes.temporal.start();
  await until('50 journeys started', async () => (await journeys()).every(({ status }) => status === 'started'), 90_000);
  for (const { journey } of results.slice(0, 5)) expect(await journeyTimeline(client, journey)).toHaveLength(1);
}, 180_000);
