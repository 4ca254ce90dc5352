import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { explainJourney } from '../../client/index.ts';
import { enterAudience } from '../../store/campaigns.ts';
import { currentPolicies, decisionsOf, lessonsOf, overridePolicy, policyHistory } from '../../store/index.ts';
import { enter, openWorld, someone, until, type World } from '../setup/world.ts';

const WORKFLOWS = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url));
/** A campaign day takes half a second. */
const SPEED = 172_800;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await enter(
    world,
    ['first', 'second', 'regular'].map((id) => someone(id)),
  );
}, 120_000);
afterAll(() => world.close());

const handle = (id: string) => world.temporal.client.workflow.getHandle(id);
const tell = (id: string, kind: string, more: object) => world.tell({ id: `${id}-${kind}`, kind, journey: `spring/${id}`, ...more });
const decisions = (id: string) => decisionsOf(world.store, { campaignId: 'spring', journeyId: `spring/${id}` });
const chosen = (id: string, point: string) => until(`${point} of ${id}`, async () => (await decisions(id)).find((decision) => decision.point === point));

describe('a campaign whose scenario lets policies choose', () => {
  test('chooses the offer, the hour and the wording, each on record with its policy, and says why', async () => {
    await world.launch({ version: 3, audience: ['first', 'second'], speed: SPEED });
    expect((await handle('learning/spring').describe()).status.name).toBe('RUNNING');
    const offer = await chosen('first', 'renewal-postcard');
    expect(offer).toMatchObject({ id: 'spring/first/renewal-postcard/1', batch: expect.stringMatching(/^spring\/a6-postcard\//) });
    await tell('first', 'reply', { touch: 'renewal-postcard/1', data: { facts: { interest: 'advice' } } });
    const hour = await chosen('first', 'send-hour');
    const wording = await chosen('first', 'thank-you');
    const { choices = [], touches } = await explainJourney(world.temporal.client, 'spring/first');
    expect(choices).toEqual([expect.objectContaining({ choice: 'send-hour/1', arm: hour.arm, policy: hour.policy, chance: hour.propensity, options: ['09:00', '18:30'] })]);
    expect(touches.map(({ touch, variant, decision }) => [touch, variant, decision?.policy])).toEqual([
      ['renewal-postcard/1', offer.arm, offer.policy],
      ['thank-you/1', wording.arm, wording.policy],
    ]);
    expect((await currentPolicies(world.store, 'spring')).map(({ point }) => point)).toEqual(expect.arrayContaining(['renewal-postcard', 'send-hour', 'thank-you']));
  }, 60_000);

  test('what an operator sets holds for the next choice of a journey under way', async () => {
    const [first] = (await decisions('first')).filter(({ point }) => point === 'thank-you');
    await overridePolicy(world.store, { campaignId: 'spring', point: 'thank-you', stop: first!.arm, by: 'lea', because: 'a wrong price in it' });
    await tell('second', 'reply', { touch: 'renewal-postcard/1', data: { facts: { interest: 'service' } } });
    expect((await chosen('second', 'thank-you')).arm).not.toBe(first!.arm);
    expect((await policyHistory(world.store, 'spring')).filter(({ point }) => point === 'thank-you').length).toBeGreaterThanOrEqual(2);
    const noted = await world.store.selectFrom('events').select(['kind', 'data', 'signal']).where('campaign_id', '=', 'spring').where('kind', '=', 'arm-stopped').execute();
    expect(noted).toEqual([{ kind: 'arm-stopped', data: expect.objectContaining({ point: 'thank-you', arm: first!.arm }), signal: 'kept' }]);
  }, 60_000);

  test('is learned from until nobody is under way, and that workflow replays', async () => {
    for (const id of ['first', 'second']) {
      await tell(id, 'purchase', { data: { order: `F-${id}`, amount: 129, currency: 'EUR' } });
      expect(await handle(`spring/${id}`).result()).toMatchObject({ outcome: 'converted' });
    }
    const { rounds } = (await handle('learning/spring').result()) as { rounds: number };
    expect(rounds).toBeGreaterThanOrEqual(1);
    expect((await lessonsOf(world.store, 'spring')).looked).toMatchObject({ touches: expect.any(Number), because: 'too-few' });
    const history = await handle('learning/spring').fetchHistory();
    await Worker.runReplayHistory({ workflowsPath: WORKFLOWS }, history, 'learning/spring');
  }, 60_000);
});

test('a campaign that was stopped before everybody was started is learned from until those who were have ended', async () => {
  const { campaign } = await world.launch({ id: 'stopped', version: 3, audience: ['regular'], speed: SPEED });
  await handle('campaign/stopped').result();
  // As a stop leaves them: entered, and started by nobody.
  expect(await enterAudience(world.store, campaign, ['first'])).toMatchObject({ entered: 1 });
  await world.tell({ id: 'regular-bought', kind: 'purchase', journey: 'stopped/regular', data: { order: 'F-9', amount: 129, currency: 'EUR' } });
  expect(await handle('stopped/regular').result()).toMatchObject({ outcome: 'converted' });
  expect(await handle('learning/stopped').result()).toMatchObject({ rounds: expect.any(Number) });
}, 60_000);

test('a campaign whose scenario declares no policies is not learned from', async () => {
  await world.launch({ id: 'regulars', scenario: 'win-back', version: 2, audience: [], speed: 1 });
  await expect(handle('learning/regulars').describe()).rejects.toThrow(/not found/i);
});
