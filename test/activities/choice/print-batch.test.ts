import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { learnPolicies } from '../../../activities/choice/index.ts';
import { currentPolicies, decisionsOf, dropSegment, overridePolicy } from '../../../store/index.ts';
import { openChoosing, type Choosing } from './choosing.ts';

let choosing: Choosing;
beforeAll(async () => {
  choosing = await openChoosing();
});
afterAll(() => choosing.store.destroy());

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** The end of a day of the campaign: a cut-off. */
const cutOff = (day: number) => choosing.campaign.clock.epoch + day * DAY;
const decision = async (journeyId: string) => (await decisionsOf(choosing.store, { campaignId: 'spring', journeyId }))[0]!;
const batch = (day: number) => `spring/a6-postcard/${new Date(cutOff(day)).toISOString()}`;
const runId = async (journeyId: string) =>
  (await choosing.store.selectFrom('mailpieces').select('print_run_id').where('touch_id', '=', `${journeyId}/renewal-postcard/1`).executeTakeFirstOrThrow()).print_run_id;

test('the variant, its offer and how it was chosen are recorded with the piece', async () => {
  const journeyId = await choosing.enter();
  const receipt = await choosing.card(journeyId, cutOff(1) - HOUR);
  const made = await decision(journeyId);
  expect(receipt).toMatchObject({ sent: true, variant: made.arm, decision: { policy: made.policy, chance: 0.5 }, handedOver: cutOff(1) });
  expect(made).toMatchObject({ id: `${journeyId}/renewal-postcard/1`, point: 'renewal-postcard', batch: batch(1) });
  const touch = await choosing.store.selectFrom('touches').select(['props', 'variant', 'policy', 'propensity']).where('journey_id', '=', journeyId).executeTakeFirstOrThrow();
  expect(touch).toEqual({ props: { offer: made.arm }, variant: made.arm, policy: made.policy, propensity: 0.5 });
  const [policy] = await currentPolicies(choosing.store, 'spring');
  expect(policy).toMatchObject({ point: 'renewal-postcard', medium: 'print' });
});

test('pieces of one batch are chosen by one policy, though another is in force by then; the next batch takes that', async () => {
  const first = await choosing.enter();
  await choosing.card(first, cutOff(3) - 5 * HOUR);
  const before = (await decision(first)).policy;
  // What learning does between two pieces.
  await choosing.store.insertInto('policies').values({ hash: 'learned', snapshot: JSON.stringify({ ...(await currentPolicies(choosing.store, 'spring'))[0]!.snapshot, hash: 'learned' }) }).execute();
  await choosing.store.updateTable('policies_in_force').set({ policy: 'learned' }).where('point', '=', 'renewal-postcard').execute();
  const [second, third] = [await choosing.enter(), await choosing.enter()];
  await choosing.card(second, cutOff(3) - 4 * HOUR);
  await choosing.card(third, cutOff(3) + HOUR);
  expect((await decision(second)).policy).toBe(before);
  expect(await decision(third)).toMatchObject({ policy: 'learned', batch: batch(4) });
});

test('a piece that comes too late for its batch is chosen by the policy of the next', async () => {
  const [early, late] = [await choosing.enter(), await choosing.enter()];
  await choosing.card(early, cutOff(6) - 5 * HOUR);
  await choosing.store.updateTable('print_runs').set({ status: 'closed', closed_by: 'cut-off' }).where('id', '=', await runId(early)).execute();
  const receipt = await choosing.card(late, cutOff(6) - HOUR);
  expect(receipt.handedOver).toBe(cutOff(7));
  expect(await decision(late)).toMatchObject({ batch: batch(7), arm: receipt.variant });
});

test('tried again, a piece is what it was', async () => {
  const journeyId = await choosing.enter();
  const first = await choosing.card(journeyId, cutOff(9) - HOUR);
  await overridePolicy(choosing.store, { campaignId: 'spring', point: 'renewal-postcard', weights: { [first.variant === 'replace' ? 'service' : 'replace']: 1 }, by: 'lea', because: 'tried' });
  expect({ ...(await choosing.card(journeyId, cutOff(9) - HOUR)), at: 0 }).toEqual({ ...first, at: 0 });
  expect(await decisionsOf(choosing.store, { campaignId: 'spring', journeyId })).toHaveLength(1);
});

test('what an operator sets holds for the next piece, in a batch under way as well', async () => {
  const [before, after] = [await choosing.enter(), await choosing.enter()];
  await choosing.card(before, cutOff(12) - 2 * HOUR);
  await overridePolicy(choosing.store, { campaignId: 'spring', point: 'renewal-postcard', weights: { service: 1 }, by: 'lea', because: 'a wrong price on the other' });
  expect(await choosing.card(after, cutOff(12) - HOUR)).toMatchObject({ variant: 'service', decision: { chance: 1 } });
});

test('an arm that an operator stops is printed no more, also when the day’s learning comes before the next piece', async () => {
  const point = { campaignId: 'spring', point: 'renewal-postcard', by: 'lea', because: 'a wrong price in it' };
  await overridePolicy(choosing.store, { ...point, learn: true });
  await choosing.card(await choosing.enter(), cutOff(18) - 2 * HOUR);
  await overridePolicy(choosing.store, { ...point, stop: 'replace' });
  await learnPolicies({ ...choosing.deps, heartbeat: () => {} }, { campaignId: 'spring' });
  for (let piece = 0; piece < 8; piece += 1) expect((await choosing.card(await choosing.enter(), cutOff(18) - HOUR)).variant).toBe('service');
});

test('what is set while a batch is open is learned from the policy in force, not from the batch’s: an arm that was stopped since its first piece stays so', async () => {
  const guarded = await openChoosing({ 'renewal-postcard': { kind: 'split', reward: { on: ['scan'], within: '30 days' }, guard: { stopOn: ['complained'], limit: 0.02 } } });
  const card = async () => {
    const journeyId = await guarded.enter();
    const { variant } = await guarded.card(journeyId, guarded.campaign.clock.epoch + DAY - HOUR);
    return { journeyId, variant };
  };
  for (let piece = 0; piece < 30; piece += 1) {
    const { journeyId, variant } = await card();
    if (variant === 'replace') await guarded.report(journeyId, 'complained', 'renewal-postcard/1');
  }
  await learnPolicies({ ...guarded.deps, heartbeat: () => {} }, { campaignId: 'spring' });
  // As if machines had complained: the evidence alone would not stop it again.
  await guarded.store.updateTable('events').set({ evidence: 'bot' }).where('kind', '=', 'complained').execute();
  await overridePolicy(guarded.store, { campaignId: 'spring', point: 'renewal-postcard', weights: { replace: 1, service: 1 }, by: 'lea', because: 'tried' });
  const variants = [];
  for (let piece = 0; piece < 8; piece += 1) variants.push((await card()).variant);
  expect(new Set(variants)).toEqual(new Set(['service']));
  await guarded.store.destroy();
});

test('who is of a dropped segment gets nothing, for its reason, and nothing is chosen', async () => {
  await dropSegment(choosing.store, { campaignId: 'spring', fact: 'boilerAge', op: '<', value: 5, by: 'lea', because: 'nobody answered' });
  const [young, old] = [await choosing.enter({ boilerAge: 2 }), await choosing.enter({ boilerAge: 22 })];
  expect(await choosing.card(young, cutOff(15) - HOUR)).toMatchObject({ sent: false, why: 'dropped:boilerAge<5' });
  expect(await choosing.card(old, cutOff(15) - HOUR)).toMatchObject({ sent: true });
  expect(await decisionsOf(choosing.store, { campaignId: 'spring', journeyId: young })).toEqual([]);
});
