import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { startStack, type Stack } from '../../cli/stack/index.ts';
import { launchCampaign } from '../../client/index.ts';
import { saveProspects } from '../../store/prospects.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';
import { someone, until } from '../setup/world.ts';

const PEOPLE = 40;
/** A campaign day takes 10 s: a killed worker is missed for so long, and no wait may run out meanwhile. */
const SPEED = 8_640;

let store: TestStore;
let temporal: TestTemporal;
let stack: Stack;
let out: string;

beforeAll(async () => {
  [store, temporal, out] = await Promise.all([testStore(), testTemporal(), mkdtemp(join(tmpdir(), 'parcours-crash-'))]);
  stack = await startStack({
    database: { url: store.databaseUrl, schema: store.schemaName },
    temporal: { address: temporal.address, namespace: temporal.namespace },
    extraEnv: { MAILGUN_TIMEOUT_MS: '1000' },
    out,
  });
}, 120_000);

afterAll(async () => {
  await stack.stop();
  await temporal.close();
  await store.destroy();
  await rm(out, { recursive: true });
});

const count = async (query: string) => Number((await sql.raw<{ count: string }>(`select count(*) as count ${query}`).execute(store)).rows[0]!.count);
const reached = (what: string, query: string, target: number) => until(`${target} ${what}`, async () => (await count(query)) >= target, 90_000);

async function kill(): Promise<void> {
  await stack.processes.worker.kill('SIGKILL');
  await stack.processes.worker.start();
}

/** What a shop tells us of everybody, at once. */
async function tell(events: object[]): Promise<void> {
  const response = await fetch(`${stack.addresses.tracker}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stack.env['PARCOURS_API_KEY']}`, 'content-type': 'application/json' },
    body: JSON.stringify(events),
  });
  expect(response.status).toBe(202);
}

test('a worker killed three times in a campaign: nothing is sent twice, nothing is lost', async () => {
  const people = Array.from({ length: PEOPLE }, (_, index) => `p${String(index).padStart(2, '0')}`);
  await saveProspects(store, people.map((id) => someone(id)));
  const launched = await launchCampaign(
    { client: temporal.client, store },
    { id: 'crash', scenario: 'boiler-renewal', version: 1, audience: 'all', clock: { epoch: Date.now(), speed: SPEED }, printEvery: '6 hours', pace: 20, print: { proof: 0 } },
  );
  expect(launched).toMatchObject({ entered: PEOPLE, holdout: 0 });

  await reached('postcards', `from touches where medium = 'print'`, 12);
  await kill();
  // A card must be printed before its reader can answer; a goal would recall one that still waits.
  await reached('printed postcards', `from mailpieces where status = 'printed'`, PEOPLE);
  await tell(people.map((id) => ({ id: `reply-${id}`, kind: 'reply', journey: `crash/${id}`, touch: 'renewal-postcard/1', data: { facts: { interest: 'replace' } } })));

  await reached('mails begun', `from touches where medium = 'email'`, 8);
  await kill();
  await reached('mails', `from touches where medium = 'email' and status = 'sent'`, PEOPLE);
  await tell(people.map((id) => ({ id: `click-${id}`, kind: 'click', journey: `crash/${id}`, touch: 'thank-you/1', data: { link: 'appointment' } })));

  await reached('invitations begun', `from touches where medium = 'social'`, 8);
  await kill();
  await reached('invitations', `from touches where medium = 'social' and status = 'sent'`, PEOPLE);
  await tell(people.map((id) => ({ id: `order-${id}`, kind: 'purchase', journey: `crash/${id}`, data: { order: `F-${id}`, amount: 99, currency: 'EUR' } })));
  await reached('ends', `from journeys where status = 'ended' and outcome = 'converted'`, PEOPLE);

  // Each person was sent each message once: by our records, by the sandbox's mailbox, by the printed manifests.
  expect(await count('from touches')).toBe(3 * PEOPLE);
  // Journeys also hear of a run that was handed over late, since its worker was dead for a day of the campaign.
  await reached('events told', `from events where signal = 'done' and kind <> 'posted'`, 3 * PEOPLE);
  expect(await count(`from events where signal = 'done' and kind <> 'posted'`)).toBe(3 * PEOPLE);
  const { messages } = (await (await fetch(`${stack.addresses.sandbox}/sandbox/messages`)).json()) as { messages: { to: string; tags: string[] }[] };
  expect(messages).toHaveLength(2 * PEOPLE);
  expect(new Set(messages.map(({ to, tags }) => `${to} ${tags[0]}`)).size).toBe(2 * PEOPLE);
  expect(await printedPieces()).toEqual(people.map((id) => `crash/${id}/renewal-postcard/1`));
}, 240_000);

async function printedPieces(): Promise<string[]> {
  const folder = join(out, 'crash', 'a6-postcard');
  const runs = await readdir(folder);
  const rows = await Promise.all(runs.map(async (run) => parse(await readFile(join(folder, run, 'manifest.csv')), { columns: true, bom: true }) as Record<string, string>[]));
  return rows.flat().map((row) => Object.values(row)[0]!).sort();
}
