import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { enter, openWorld, someone, until, type World } from '../setup/world.ts';

const PEOPLE = ['ada', 'bo', 'cleo'];
/** Milliseconds between two mails. */
const APART = 2_500;

let world: World;
beforeAll(async () => {
  world = await openWorld({ MAIL_RATE: `others=${1_000 / APART}/s` });
  const facts = { equipment: 'gas-boiler', installedYear: new Date().getUTCFullYear() - 2, serviceMonth: 3, agency: 'Aiguevance' };
  await enter(world, PEOPLE.map((id) => someone(id, { facts })));
}, 120_000);
afterAll(() => world.close());

const mails = async () => ((await (await fetch(`${world.sandbox}/sandbox/messages`)).json()) as { messages: { to: string; at: string }[] }).messages;

test('a receiver gets its mails at its pace: each journey’s mail goes out once its turn has come, none before', async () => {
  await world.launch({ id: 'contracts', scenario: 'equipment-renewal', speed: 20 * 86_400, printEvery: '30 days' });
  await until('three mails', async () => (await mails()).length >= 3, 90_000);
  const arrived = (await mails()).slice(0, 3);
  expect(new Set(arrived.map(({ to }) => to)).size).toBe(3);
  // A mail may be later than its slot, never before.
  const slots = (await world.store.selectFrom('touches').select('slot_at').where('medium', '=', 'email').where('slot_at', 'is not', null).orderBy('slot_at').execute()).map(({ slot_at }) => slot_at!.getTime());
  expect(arrived.map(({ at }, index) => Date.parse(at) >= slots[index]!)).toEqual([true, true, true]);
  expect(slots[2]! - slots[0]!).toBeGreaterThanOrEqual(2 * APART);
}, 150_000);
