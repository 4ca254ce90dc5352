import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { enter, openWorld, someone, until, type World } from '../setup/world.ts';

const SEASON = { equipment: 'gas-boiler', installedYear: new Date().getUTCFullYear() - 2, serviceMonth: 3, agency: 'Aiguevance' };

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const identity = (id: string, local: string) => ({ ...someone(id).identity, email: `${local}@courriel.example` });
  await enter(world, [someone('moved-on', { facts: SEASON, identity: identity('moved-on', 'bounce.lempereur') }), someone('annoyed', { facts: SEASON, identity: identity('annoyed', 'complain.aubry') })]);
}, 120_000);
afterAll(() => world.close());

const touches = async (id: string) => {
  const rows = await world.store.selectFrom('touches').select(['message', 'medium', 'status', 'why']).where('journey_id', '=', `contracts/${id}`).orderBy('campaign_at').execute();
  return rows.map(({ message, status, why }) => `${message} ${status}${status === 'sent' ? '' : ` ${why}`}`);
};

test('a mailbox that is gone costs its owner nothing: paper goes on, and no mail is tried again; a complaint ends the journey at once', async () => {
  // A season in some four seconds.
  await world.launch({ id: 'contracts', scenario: 'equipment-renewal', speed: 100 * 86_400, printEvery: '10 days' });
  await until('the first mail to bounce', async () => (await world.store.selectFrom('suppressions').select('reason').where('prospect_id', '=', 'moved-on').executeTakeFirst())?.reason === 'bounced', 60_000);
  await until('the second season’s card', async () => (await touches('moved-on')).filter((touch) => touch === 'service-card sent').length === 2, 60_000);
  expect((await touches('moved-on')).slice(0, 4)).toEqual(['service-email sent', 'service-card sent', 'service-email not-sent suppressed:bounced', 'service-card sent']);
  expect(await world.store.selectFrom('suppressions').select('medium').where('prospect_id', '=', 'moved-on').execute()).toEqual([{ medium: 'email' }]);

  const journey = await until('the complaint to end the other journey', async () => {
    const row = await world.store.selectFrom('journeys').select(['status', 'outcome', 'ended_by']).where('id', '=', 'contracts/annoyed').executeTakeFirstOrThrow();
    return row.status === 'ended' ? row : undefined;
  });
  expect(journey).toMatchObject({ outcome: 'complained' });
  // A card may have been under way by then: a fortnight of the campaign is over in a wink here.
  expect((await touches('annoyed')).filter((touch) => touch.startsWith('service-email'))).toEqual(['service-email sent']);
}, 150_000);
