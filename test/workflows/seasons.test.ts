import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { enter, openWorld, someone, until, type World } from '../setup/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const facts = { equipment: 'gas-boiler', installedYear: new Date().getUTCFullYear() - 2, serviceMonth: 3, agency: 'Aiguevance' };
  await enter(world, [someone('household', { facts })]);
}, 120_000);
afterAll(() => world.close());

test('a contract is looked after season by season: each is a run of its own, its state carried over, far below 500 events', async () => {
  // A season in some two seconds.
  await world.launch({ id: 'contracts', scenario: 'equipment-renewal', speed: 200 * 86_400, printEvery: '30 days' });
  const journey = () => world.store.selectFrom('journeys').select(['status', 'outcome']).where('id', '=', 'contracts/household').executeTakeFirstOrThrow();
  await until('three seasons of silence', async () => (await journey()).status === 'ended', 60_000);
  expect((await journey()).outcome).toBe('lost');
  const touches = await world.store.selectFrom('touches').select('message').where('journey_id', '=', 'contracts/household').orderBy('campaign_at').execute();
  expect(touches.map(({ message }) => message)).toEqual(['service-email', 'service-card', 'service-email', 'service-card', 'service-email', 'service-card']);
  const runs: { runId: string; events: number }[] = [];
  await until('the runs to be listed', async () => {
    runs.length = 0;
    for await (const { runId, historyLength } of world.temporal.client.workflow.list({ query: "WorkflowId = 'contracts/household'" })) runs.push({ runId, events: historyLength });
    return runs.length === 3;
  });
  for (const { events } of runs) expect(events).toBeLessThan(60);
}, 120_000);
