import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { drawOf } from '../../../activities/choice/index.ts';
import { decide } from '../../../learning/index.ts';
import { currentPolicies, decisionsOf, overridePolicy, policyHistory } from '../../../store/index.ts';
import { settledOverrides } from '../../../store/policy-overrides.ts';
import { until } from '../../setup/until.ts';
import { openChoosing, type Choosing } from './choosing.ts';

let choosing: Choosing;
beforeAll(async () => {
  choosing = await openChoosing();
});
afterAll(() => choosing.store.destroy());

const decision = async (journeyId: string) => (await decisionsOf(choosing.store, { campaignId: 'spring', journeyId }))[0]!;
const override = (change: Parameters<typeof overridePolicy>[1] extends infer R ? Omit<R, 'campaignId' | 'point' | 'by' | 'because'> : never) =>
  overridePolicy(choosing.store, { campaignId: 'spring', point: 'send-hour', by: 'lea', because: 'tried', ...change } as Parameters<typeof overridePolicy>[1]);

describe('a choice', () => {
  test('is recorded with policy, chances and facts, and can be checked later from seed and policy', async () => {
    const journeyId = await choosing.enter();
    const receipt = await choosing.choose(journeyId);
    expect(receipt).toEqual({ arm: expect.stringMatching(/^(09:00|18:30)$/), policy: expect.any(String), chance: 0.5, at: expect.any(Number) });
    const made = await decision(journeyId);
    expect(made).toMatchObject({ id: `${journeyId}/send-hour/1`, point: 'send-hour', arm: receipt.arm, policy: receipt.policy, propensity: 0.5, propensities: { '09:00': 0.5, '18:30': 0.5 }, facts: {} });
    const [policy] = await currentPolicies(choosing.store, 'spring');
    expect(policy).toMatchObject({ point: 'send-hour', arms: ['09:00', '18:30'], snapshot: { hash: receipt.policy }, overrides: [] });
    expect(decide(policy!.snapshot, { facts: {}, draw: drawOf('s', made.id) }).arm).toBe(receipt.arm);
  });

  test('tried again on a later day is the one on record, whatever the policy is by then', async () => {
    const journeyId = await choosing.enter();
    const first = await choosing.choose(journeyId);
    await override({ weights: { [first.arm === '09:00' ? '18:30' : '09:00']: 1 } });
    const again = await choosing.choose(journeyId);
    expect({ ...again, at: 0 }).toEqual({ ...first, at: 0 });
    expect(await decisionsOf(choosing.store, { campaignId: 'spring', journeyId })).toHaveLength(1);
    await override({ learn: true });
  });

  test('by an evenly split policy is even', async () => {
    const journeys = await Promise.all(Array.from({ length: 60 }, () => choosing.enter()));
    const arms = await Promise.all(journeys.map(async (journeyId) => (await choosing.choose(journeyId)).arm));
    expect(arms.filter((arm) => arm === '09:00').length).toBeGreaterThan(15);
    expect(arms.filter((arm) => arm === '18:30').length).toBeGreaterThan(15);
  });

  test('recorded for another version’s arms is no answer', async () => {
    const journeyId = await choosing.enter();
    await choosing.choose(journeyId);
    await expect(choosing.choose(journeyId, ['07:00', '12:00'])).rejects.toThrow(/^Expected choice spring\/p\d+\/send-hour\/1 to be among 07:00, 12:00, got '(09:00|18:30)' on record/);
  });
});

describe('an operator', () => {
  const chosen = async () => (await choosing.choose(await choosing.enter())).arm;
  const many = async () => new Set(await Promise.all(Array.from({ length: 12 }, chosen)));

  test('stops an arm: nobody gets it from the next choice on, until it is started again', async () => {
    await override({ stop: '09:00' });
    expect(await many()).toEqual(new Set(['18:30']));
    const [policy] = await currentPolicies(choosing.store, 'spring');
    expect(policy).toMatchObject({ overrides: [{ override: { stop: '09:00' }, by: 'lea', because: 'tried', at: expect.any(Date) }], snapshot: { weights: { '09:00': 0, '18:30': 1 } } });
    await override({ start: '09:00' });
    expect(await many()).toEqual(new Set(['09:00', '18:30']));
  });

  test('sets weights, and lets it learn again', async () => {
    await override({ weights: { '09:00': 3 } });
    expect(await many()).toEqual(new Set(['09:00']));
    await override({ learn: true });
    expect(await many()).toEqual(new Set(['09:00', '18:30']));
    expect((await policyHistory(choosing.store, 'spring')).length).toBeGreaterThan(3);
  });

  test('sets something while many choose: one of them learns, the others go by it', async () => {
    const journeys = await Promise.all(Array.from({ length: 12 }, () => choosing.enter()));
    const before = await policyHistory(choosing.store, 'spring');
    await override({ stop: '09:00' });
    const made = await Promise.all(journeys.map((journeyId) => choosing.choose(journeyId)));
    expect(new Set(made.map(({ arm }) => arm))).toEqual(new Set(['18:30']));
    expect(new Set(made.map(({ policy }) => policy)).size).toBe(1);
    expect((await policyHistory(choosing.store, 'spring')).slice(before.length).map(({ snapshot }) => snapshot.hash)).toEqual([made[0]!.policy]);
    await override({ start: '09:00' });
  });

  test('sets something at the moment in which a choice learns: that waits, and knows of both', async () => {
    await many();
    await override({ weights: { '09:00': 1, '18:30': 1 } });
    const { choice } = await choosing.store.transaction().execute(async (transaction) => {
      await overridePolicy(transaction, { campaignId: 'spring', point: 'send-hour', stop: '09:00', by: 'lea', because: 'tried' });
      const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(transaction);
      const waiting = choosing.choose(await choosing.enter());
      await until('the choice to wait', async () => (await sql`SELECT FROM pg_stat_activity WHERE ${rows[0]!.pid} = ANY(pg_blocking_pids(pid))`.execute(choosing.store)).rows.length > 0);
      return { choice: waiting };
    });
    expect((await choice).arm).toBe('18:30');
    expect(await many()).toEqual(new Set(['18:30']));
    await override({ learn: true });
  });

  test('is told what can’t be set', async () => {
    await expect(override({ stop: '12:00' })).rejects.toThrow("Expected an arm of 'send-hour' (09:00, 18:30), got '12:00'.");
    await expect(override({ weights: { '09:00': 0 } })).rejects.toThrow(/^Expected weights of 'send-hour' from 0 up, one of them more, got/);
    await expect(override({ weights: { '09:00': -1, '18:30': 2 } })).rejects.toThrow(/^Expected weights of 'send-hour' from 0 up/);
    await override({ stop: '09:00' });
    await expect(override({ stop: '18:30' })).rejects.toThrow("Expected one arm of 'send-hour' to go on, got a stop of the last, '18:30' (09:00: stopped by an operator). Start another first.");
    await override({ start: '09:00' });
    await expect(overridePolicy(choosing.store, { campaignId: 'spring', point: 'tone', stop: 'warm', by: 'lea', because: 'tried' })).rejects.toThrow("Expected a choice point of campaign 'spring', got 'tone'. There are: send-hour.");
    await expect(overridePolicy(choosing.store, { campaignId: 'autumn', point: 'tone', stop: 'warm', by: 'lea', because: 'tried' })).rejects.toThrow('Nothing has been chosen there yet.');
  });

  test('has stopped an arm: a version that begins to choose there among others does without it from its first choice on', async () => {
    await override({ stop: '09:00' });
    const journeys = await Promise.all(Array.from({ length: 12 }, () => choosing.enter()));
    const arms = await Promise.all(journeys.map(async (journeyId) => (await choosing.choose(journeyId, ['09:00', '12:00'])).arm));
    expect(new Set(arms)).toEqual(new Set(['12:00']));
    await override({ start: '09:00' });
  });

  test('stops no arm that is the last of a version, though other versions offer more', async () => {
    await choosing.choose(await choosing.enter(), ['09:00', '18:30', '12:00']);
    await override({ stop: '09:00' });
    await expect(override({ stop: '18:30' })).rejects.toThrow("Expected one arm of 'send-hour' to go on, got a stop of the last, '18:30' (09:00: stopped by an operator). Start another first.");
    await override({ learn: true });
    await override({ weights: { '18:30': 1, '12:00': 1 } });
    await expect(override({ stop: '18:30' })).rejects.toThrow("'18:30' (09:00: without a weight)");
    await override({ learn: true });
  });

  test('and another who stop an arm each, at once: the last arm goes on', async () => {
    const both = await Promise.allSettled([override({ stop: '09:00' }), override({ stop: '18:30' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await override({ learn: true });
  });
});

test('of arms that were all stopped where others were offered too, a version that offers none else goes on with the one that was stopped first', () => {
  const set = [{ stop: 'warm' }, { stop: 'factual' }, { start: 'warm' }, { stop: 'warm' }];
  expect(settledOverrides(set, ['warm', 'factual', 'short'])).toEqual({ stop: ['factual', 'warm'] });
  expect(settledOverrides(set, ['warm', 'factual'])).toEqual({ stop: ['warm'] });
});
