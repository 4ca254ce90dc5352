import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { recordEvent } from '../../store/index.ts';
import { createCampaign } from '../../store/campaigns.ts';
import { removeOperator } from '../../store/operators.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';
import { until } from '../setup/until.ts';
import { dashboardUnderTest, OPERATOR, type DashboardUnderTest } from './dashboard-under-test.ts';

let store: TestStore;
let temporal: TestTemporal;
let dashboard: DashboardUnderTest;
beforeAll(async () => {
  [store, temporal] = await Promise.all([testStore(), testTemporal()]);
  dashboard = await dashboardUnderTest({ store, temporal, tracker: 'http://127.0.0.1:8080' }, { live: { every: 20, beat: 50, most: { inAll: 3, ofSession: 2 } } });
  const base = { scenario: 'boiler-renewal', version: 1, goal: ['purchase'], clock: { epoch: 0, speed: 1 }, holdout: 0, seed: 's', pace: 10, printEvery: 86_400_000 } as const;
  for (const id of ['spring', 'autumn']) await createCampaign(store, { ...base, id });
}, 60_000);
const open: AbortController[] = [];
afterEach(() => open.splice(0).forEach((one) => one.abort()));
afterAll(async () => {
  await dashboard.close();
  await temporal.close();
  await store.destroy();
});

interface Stream {
  readonly status: number;
  /** All that came in so far. */
  said(): string;
  readonly ended: Promise<void>;
}

async function listen(path: string, cookie?: string): Promise<Stream> {
  const aborted = new AbortController();
  open.push(aborted);
  const answer = await dashboard.look(path, { signal: aborted.signal, headers: { accept: 'text/event-stream', ...(cookie ? { cookie } : {}) } });
  let said = '';
  const ended = (async () => {
    for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) said += part;
  })().catch(() => {});
  return { status: answer.status, said: () => said, ended };
}

const pulses = ({ said }: Stream): number => said().split('event: pulse').length - 1;
let events = 0;
const scan = (campaign_id: string) => recordEvent(store, { event_id: `e${(events += 1)}`, kind: 'scan', evidence: 'human', journey_id: null, campaign_id, prospect_id: null, touch: null, source: 'test', at: new Date(), signal: 'kept' });

test('a page hears at once how things stand, and once more when something happens in its campaign', async () => {
  const stream = await listen('/live?campaign=spring');
  await until('how things stand', async () => pulses(stream) === 1);
  await scan('autumn');
  await scan('spring');
  await until('what happened', async () => pulses(stream) === 2);
  await until('a sign of life', async () => stream.said().includes(': still here'));
  expect(pulses(stream)).toBe(2);
});

test('more pages than there may be are told to come back later, and find room once others have closed', async () => {
  const [first, second] = [await listen('/live'), await listen('/live')];
  expect([first.status, second.status, (await listen('/live')).status]).toEqual([200, 200, 503]);
  open[0]!.abort();
  await until('room', async () => (await listen('/live')).status === 200);
});

test('a stream ends with its session', async () => {
  const cookie = await dashboard.signIn();
  const stream = await listen('/live', cookie);
  await until('the stream', async () => pulses(stream) === 1);
  await removeOperator(store, OPERATOR.name);
  await stream.ended;
  expect(stream.said()).toContain('event: over');
});

test('closing the dashboard closes its streams', async () => {
  const own = await dashboardUnderTest({ store, temporal, tracker: 'http://127.0.0.1:8080' });
  const answer = await own.look('/live', { headers: { accept: 'text/event-stream' } });
  const [text] = await Promise.all([answer.text(), own.close()]);
  expect(text).toContain('retry: 2000');
});
