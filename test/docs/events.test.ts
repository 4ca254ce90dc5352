import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contentOf } from '../../scenarios/content/index.ts';
import { createCampaign } from '../../store/campaigns.ts';
import { API_KEY, trackerUnderTest, type TrackerUnderTest } from '../tracker/tracker-under-test.ts';

let tracked: TrackerUnderTest;
let examples: string[];
beforeAll(async () => {
  tracked = await trackerUnderTest({ contentOf });
  const base = { version: 1, goal: ['purchase'], clock: { epoch: 0, speed: 1 }, holdout: 0, seed: 's', pace: 10, printEvery: 86_400_000 } as const;
  await createCampaign(tracked.store, { ...base, id: 'spring-2027', scenario: 'boiler-renewal' });
  await createCampaign(tracked.store, { ...base, id: 'carts-2027', scenario: 'abandoned-cart', entry: { event: 'cart-abandoned' } });
  await tracked.store.insertInto('prospects').values({ id: 'p-001', facts: '{}' }).execute();
  await tracked.store.insertInto('journeys').values({ id: 'spring-2027/p-001', campaign_id: 'spring-2027', prospect_id: 'p-001', holdout: false }).execute();
  const page = await readFile(new URL('../../docs/events.md', import.meta.url), 'utf8');
  examples = [...page.matchAll(/```sh\n([^]*?)```/g)].map(([, code]) => code!);
});
afterAll(() => tracked.close());

/** As a reader pastes it into a shell. */
async function run(example: string): Promise<unknown> {
  const env = { ...process.env, PARCOURS_PUBLIC_URL: tracked.address, PARCOURS_API_KEY: API_KEY };
  const { stdout } = await promisify(execFile)('sh', ['-c', example.replace('curl', 'curl --silent --show-error')], { env });
  return JSON.parse(stdout);
}

test('the example of an event tells its journey', async () => {
  expect(await run(examples[0]!)).toEqual({ results: [{ id: 'order-F-1881', status: 'accepted' }] });
});

test('the example of an entry event lets its customer in', async () => {
  expect(await run(examples[1]!)).toEqual({ results: [{ id: 'cart-F-1881', status: 'entered', campaign: 'carts-2027', journey: 'carts-2027/customer-77/F-1881' }] });
  expect(examples).toHaveLength(2);
});
