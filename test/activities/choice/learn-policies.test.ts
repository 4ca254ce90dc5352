import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { learnPolicies } from '../../../activities/choice/index.ts';
import { currentPolicies, overridePolicy, policyHistory } from '../../../store/index.ts';
import { setEntries } from '../../../store/campaigns.ts';
import type { Policies } from '../../../scenarios/content/index.ts';
import { openChoosing, type Choosing } from './choosing.ts';

const open: Choosing[] = [];
afterEach(async () => {
  for (const { store } of open.splice(0)) await store.destroy();
});
afterAll(() => expect(open).toEqual([]));

const POINT = { reward: { on: ['click'], within: '7 days' } } as const;

/** So many people for whom an hour was chosen; those who got `arm` react. */
async function lived(policies: Policies, people: number, react: (choosing: Choosing, journeyId: string, arm: string, number: number) => Promise<void> | undefined): Promise<Choosing> {
  const choosing = await openChoosing(policies);
  open.push(choosing);
  for (let number = 0; number < people; number += 1) {
    const journeyId = await choosing.enter();
    const { arm } = await choosing.choose(journeyId);
    await react(choosing, journeyId, arm, number);
  }
  return choosing;
}

const learn = ({ deps }: Choosing) => learnPolicies({ ...deps, heartbeat: () => {} }, { campaignId: 'spring' });
const policyOf = async ({ store }: Choosing) => (await currentPolicies(store, 'spring'))[0]!;
const notes = async ({ store }: Choosing) => (await store.selectFrom('events').select(['kind', 'data', 'signal', 'source']).where('campaign_id', '=', 'spring').where('source', '=', 'learning').orderBy('id').execute()).map(({ kind, data, signal }) => ({ kind, arm: data['arm'], signal }));

describe('learning', () => {
  test('gives more to what is answered, for the next who comes', async () => {
    const choosing = await lived({ 'send-hour': { kind: 'thompson', ...POINT } }, 60, (world, journeyId, arm) => (arm === '18:30' ? world.report(journeyId, 'click', 'thank-you/1') : undefined));
    expect((await policyOf(choosing)).snapshot.weights).toEqual({ '09:00': 0.5, '18:30': 0.5 });
    expect(await learn(choosing)).toEqual({ changed: ['send-hour'], isOver: false });
    const { snapshot } = await policyOf(choosing);
    expect(snapshot.weights['18:30']).toBeGreaterThan(0.9);
    expect(snapshot.weights['09:00']).toBeGreaterThanOrEqual(0.05);
    expect(snapshot.learnedFrom).toMatchObject({ decisions: 60, answers: snapshot.standing['18:30']!.decisions });
    const next = await choosing.choose(await choosing.enter());
    expect(next.policy).toBe(snapshot.hash);
    expect(next.chance).toBe(snapshot.weights[next.arm]);
    expect((await policyHistory(choosing.store, 'spring')).map(({ snapshot: { hash } }) => hash)).toEqual([expect.any(String), snapshot.hash]);
  }, 60_000);

  test('stops an arm that people complain of, says so on record, and nobody gets it any more', async () => {
    const choosing = await lived({ 'send-hour': { kind: 'split', ...POINT, guard: { stopOn: ['complained'], limit: 0.02 } } }, 60, (world, journeyId, arm) => (arm === '09:00' ? world.report(journeyId, 'complained', 'thank-you/1') : undefined));
    // What can't be put on record does not come into force either: it is learned again, and noted.
    const before = await policyOf(choosing);
    await sql`ALTER TABLE events ADD CONSTRAINT no_notes CHECK (source <> 'learning')`.execute(choosing.store);
    await expect(learn(choosing)).rejects.toThrow('no_notes');
    expect(await policyOf(choosing)).toEqual(before);
    await sql`ALTER TABLE events DROP CONSTRAINT no_notes`.execute(choosing.store);
    await learn(choosing);
    const { snapshot } = await policyOf(choosing);
    expect(snapshot).toMatchObject({ weights: { '09:00': 0, '18:30': 1 }, stopped: { '09:00': { because: 'harm', why: expect.stringContaining('%') } } });
    expect(await notes(choosing)).toEqual([{ kind: 'arm-stopped', arm: '09:00', signal: 'kept' }]);
    for (let number = 0; number < 8; number += 1) expect((await choosing.choose(await choosing.enter())).arm).toBe('18:30');
    // Learned again, it stays stopped and is said once.
    await learn(choosing);
    expect(await notes(choosing)).toHaveLength(1);
    // An operator who stops the other would bring it back.
    const act = { campaignId: 'spring', point: 'send-hour', by: 'lea', because: 'tried' };
    await expect(overridePolicy(choosing.store, { ...act, stop: '18:30' })).rejects.toThrow(/got a stop of the last, '18:30' \(09:00: \d+ of \d+ \([\d.]+ %\) complained or unsubscribed; .*\)\. Start another first\.$/);
    await expect(overridePolicy(choosing.store, { ...act, weights: { '09:00': 1 } })).rejects.toThrow(/^Expected a weight for an arm of 'send-hour' that goes on/);
    await overridePolicy(choosing.store, { ...act, start: '09:00' });
    await overridePolicy(choosing.store, { ...act, stop: '18:30' });
    expect((await choosing.choose(await choosing.enter())).arm).toBe('09:00');
  }, 60_000);

  test('rolls a new variant back that does worse, by itself', async () => {
    const canary = { arm: '18:30', share: 0.3, step: 10 };
    const choosing = await lived({ 'send-hour': { kind: 'split', ...POINT, canary } }, 90, (world, journeyId, arm) => (arm === '09:00' ? world.report(journeyId, 'click', 'thank-you/1') : undefined));
    const begun = await policyOf(choosing);
    expect(begun.snapshot.weights).toEqual({ '09:00': 0.7, '18:30': 0.3 });
    // Nobody answered it: what is waited for is over only when its time is.
    await choosing.store.updateTable('decisions').set({ campaign_at: new Date('2020-01-01T00:00:00Z') }).where('arm', '=', '18:30').execute();
    await learn(choosing);
    const { snapshot } = await policyOf(choosing);
    expect(snapshot).toMatchObject({ canary: { state: 'rolled-back' }, weights: { '09:00': 1, '18:30': 0 } });
    expect((await notes(choosing)).map(({ kind, arm }) => `${kind} ${String(arm)}`).sort()).toEqual(['arm-stopped 18:30', 'canary-rolled-back 18:30']);
  }, 60_000);

  test('is over when nobody is under way and nobody will be', async () => {
    const choosing = await lived({}, 1, () => undefined);
    const { deps, store } = choosing;
    const isOver = async ({ startsMore = false } = {}) => (await learnPolicies({ ...deps, startsMore: async () => startsMore, heartbeat: () => {} }, { campaignId: 'spring' })).isOver;
    const all = (status: 'started' | 'ended') => store.updateTable('journeys').set({ status }).execute();
    // Entered and not started yet: whether they will be is for the campaign's workflow to say, which a stop ends.
    expect([await isOver({ startsMore: true }), await isOver()]).toEqual([false, true]);
    await all('started');
    expect(await isOver()).toBe(false);
    await all('ended');
    expect([await isOver({ startsMore: true }), await isOver()]).toEqual([false, true]);
    // One that an event lets people into is over when it is closed, and who had entered before has ended.
    await store.updateTable('campaigns').set({ entry: 'cart-abandoned', entries: 'open' }).execute();
    expect(await isOver()).toBe(false);
    await choosing.enter();
    await setEntries(store, 'spring', 'closed');
    expect(await isOver()).toBe(false);
    await all('ended');
    expect(await isOver()).toBe(true);
  });
});

test('a policy that was written for other arms than a running version offers holds nobody up: its choices are even', async () => {
  const choosing = await lived({ 'send-hour': { kind: 'test', control: '07:00', ...POINT } }, 1, () => undefined);
  expect((await policyOf(choosing)).snapshot).toMatchObject({ spec: { kind: 'split' }, weights: { '09:00': 0.5, '18:30': 0.5 } });
});
