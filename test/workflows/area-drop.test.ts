import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { journeyTimeline } from '../../client/index.ts';
import { areaResponse, saveAreas } from '../../store/index.ts';
import { asBrowser, openWorld, until, type World } from '../setup/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 120_000);
afterAll(() => world.close());

test('a leaflet is answered: the visit makes the prospect and the journey, a mail thanks within the hour, a card is queued', async () => {
  await world.launch({ id: 'baskets', scenario: 'area-drop', speed: 3_600 });
  const [area] = await saveAreas(world.store, 'baskets', [{ area: '007300101', name: 'Les Tilleuls', households: 1_150, quantity: 1_200 }]);
  const address = `${world.tracker}/a/${area!.code}`;
  expect((await asBrowser(address)).status).toBe(200);
  const form = { form: 'form-0001', interest: 'once', firstName: 'Inès', lastName: 'Carpentier', email: 'ines@courriel.example', addressLine: '4 quai des Potiers', postcode: '00730', city: 'Ormeval', 'consent-email': 'yes' };
  const answer = await asBrowser(address, { method: 'POST', body: new URLSearchParams(form) });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/a/${area!.code}?merci`]);

  const { id } = await until('the journey', () => world.store.selectFrom('journeys').select('id').where('campaign_id', '=', 'baskets').executeTakeFirst());
  // The mail waits for its window, so the clock is fast; the card goes with the next print run.
  const touches = () => world.store.selectFrom('touches').select(['message', 'status']).where('journey_id', '=', id).where('status', '=', 'sent').orderBy('message').execute();
  await until('mail and card', async () => (await touches()).length >= 2);
  expect((await touches()).slice(-2)).toEqual([
    { message: 'taste-card', status: 'sent' },
    { message: 'welcome', status: 'sent' },
  ]);
  const { messages } = (await (await fetch(`${world.sandbox}/sandbox/messages`)).json()) as { messages: { to: string; subject: string }[] };
  expect(messages).toMatchObject([{ subject: 'Bienvenue au panier' }]);
  expect(await journeyTimeline(world.temporal.client, id)).toEqual(expect.arrayContaining([expect.stringContaining('email welcome/1 sent'), expect.stringContaining('print taste-card/1 sent')]));
  expect(await areaResponse(world.store, 'baskets')).toMatchObject([{ name: 'Les Tilleuls', replies: 1 }]);
}, 60_000);
