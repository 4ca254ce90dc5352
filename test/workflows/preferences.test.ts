import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reactionOf } from '../../bench/preferences/reaction.ts';
import { enter, openWorld, someone, until, type World } from '../setup/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await enter(world, [someone('ada'), someone('bo', { consents: { print: true } })]);
}, 120_000);
afterAll(() => world.close());

const cardOf = (id: string) => until('the card', async () => world.store.selectFrom('links').select('token').where('journey_id', '=', `spring/${id}`).where('kind', '=', 'purl').executeTakeFirst());
const choose = async (id: string, choice: Record<string, string>) => {
  const { token } = await cardOf(id);
  const answer = await fetch(`${world.tracker}/u/${token}`, { method: 'POST', body: new URLSearchParams({ preferences: '1', form: `form-${id}-${Object.keys(choice).join('')}`, ...choice }), redirect: 'manual' });
  expect(answer.status).toBe(303);
};

test('what somebody chooses in the preference centre reaches their journey in Temporal: it ends, or learns that it may write', async () => {
  await world.launch({ speed: 1 });
  await choose('ada', { stop: 'all' });
  await until('the journey to end', async () => (await world.store.selectFrom('journeys').select('outcome').where('id', '=', 'spring/ada').executeTakeFirstOrThrow()).outcome === 'unsubscribe');
  // How long it takes is measured by `npm run bench:preferences`; here: told after it was stored, and acted upon in the task that took it.
  const { told, acted } = await reactionOf({ store: world.store, client: world.temporal.client }, 'spring/ada');
  expect(told).toBeGreaterThanOrEqual(0);
  expect(acted).toBeGreaterThanOrEqual(told);

  await choose('bo', { print: 'yes', email: 'yes', service: 'yes' });
  const journey = world.temporal.client.workflow.getHandle('spring/bo');
  await until('the other journey to be told', async () => ((await journey.query('timeline')) as string[]).some((line) => line.includes('consent')));
  expect(((await journey.query('timeline')) as string[]).filter((line) => line.includes('consent'))).toEqual([expect.stringMatching(/consent.*\[human\]$/)]);
}, 120_000);
