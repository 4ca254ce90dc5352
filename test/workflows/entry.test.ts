import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closeCampaign, journeyTimeline, LaunchError } from '../../client/index.ts';
import { pauseUpdate, progressQuery, resumeUpdate } from '../../workflows/campaign.ts';
import { enter, openWorld, someone, until, type World } from '../setup/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await enter(world, [someone('known')]);
}, 120_000);
afterAll(() => world.close());

const launch = (id: string, change: object = {}) => world.launch({ id, scenario: 'abandoned-cart', speed: 1, ...change });
const facts = { cartValue: 900, category: 'town', product: 'Flâneuse 7', items: 2, store: 'Marsolande' };
const tell = async (event: object) => ((await (await world.tell(event)).json()) as { results: Record<string, unknown>[] }).results[0]!;
const leave = (id: string, more: object) => tell({ id, event: 'cart-abandoned', facts, ...more });
const campaign = (id: string) => world.temporal.client.workflow.getHandle(`campaign/${id}`);
const status = async (id: string) => (await world.store.selectFrom('journeys').select(['status', 'outcome']).where('id', '=', id).executeTakeFirst())!;

test('an event begins a journey in Temporal at once, in the time zone of the prospect; the purchase of its order ends it', async () => {
  expect(await launch('carts')).toMatchObject({ entered: 0, campaign: { entry: { event: 'cart-abandoned', againAfter: 30 * 86_400_000 } } });
  const reunion = { id: 'isle', identity: { firstName: 'Lilou', lastName: 'Hoarau', addressLine: '3 rue des Filaos', postcode: '97400', city: 'Saint-Denis', email: 'lilou@courriel.example' }, consents: { email: true } };
  const journey = 'carts/isle/order-1';
  expect(await leave('e-1', { prospect: reunion, key: 'order-1' })).toEqual({ id: 'e-1', status: 'entered', campaign: 'carts', journey });

  const handle = world.temporal.client.workflow.getHandle(journey);
  const described = await until('the journey in Temporal', () => handle.describe().catch(() => undefined));
  expect(described.type).toBe('abandoned-cart.v1');
  const { events } = await handle.fetchHistory();
  const payload = events![0]!.workflowExecutionStartedEventAttributes!.input!.payloads![0]!.data!;
  const started = JSON.parse(Buffer.from(payload).toString()) as Record<string, unknown>;
  expect(started).toMatchObject({ timeZone: 'Indian/Reunion', facts, reachable: { print: true, email: true, social: false } });
  expect(JSON.stringify(started)).not.toMatch(/Hoarau|Lilou|97400|courriel/);
  await until('the journey to be marked', async () => (await status(journey)).status === 'started');

  expect(await tell({ id: 'buy-1', kind: 'purchase', prospectId: 'isle', data: { order: 'order-1', amount: 900, currency: 'EUR' } })).toMatchObject({ status: 'accepted', journeys: [journey] });
  await until('the journey to be converted', async () => (await status(journey)).outcome === 'converted');
  expect(await leave('e-2', { prospectId: 'isle', key: 'order-2' })).toMatchObject({ status: 'not-entered', why: 'too-soon', notBefore: expect.stringMatching(/^\d{4}-/) });
});

test('two events at once enter once', async () => {
  const results = await Promise.all(Array.from({ length: 6 }, (_, index) => leave(`rush-${index}`, { prospectId: 'known', key: `cart-${index}` })));
  const entered = results.filter((result) => result['status'] === 'entered');
  expect(entered).toHaveLength(1);
  expect(results.filter((result) => result['why'] === 'too-soon')).toHaveLength(5);
  const lines = await until('its timeline', () => journeyTimeline(world.temporal.client, String(entered[0]!['journey'])).catch(() => undefined));
  expect(lines[0]).toMatch(/^day 0\.0 {2}sleep until day 0\.2/);
});

test('paused it lets people in and starts nobody, resumed it starts them; closed it lets nobody in, launched again it does', async () => {
  await launch('doors');
  await enter(world, ['a', 'b', 'c'].map((id) => someone(id)));
  await until('the campaign’s workflow', () => campaign('doors').query(progressQuery).catch(() => undefined));
  expect(await campaign('doors').query(progressQuery)).toMatchObject({ state: 'open' });
  expect(await campaign('doors').executeUpdate(pauseUpdate)).toMatchObject({ state: 'paused' });
  expect(await leave('door-a', { campaign: 'doors', prospectId: 'a', key: 'k' })).toMatchObject({ status: 'entered' });
  expect(await leave('door-a2', { campaign: 'doors', prospectId: 'a', key: 'k' })).toMatchObject({ why: 'already-in' });
  expect((await status('doors/a/k')).status).toBe('entered');

  await campaign('doors').executeUpdate(resumeUpdate);
  await until('the relay to start what had waited', async () => (await status('doors/a/k')).status === 'started');

  expect(await closeCampaign({ client: world.temporal.client, store: world.store }, 'doors')).toBe('closed');
  expect(await campaign('doors').result()).toMatchObject({ state: 'stopped' });
  expect(await leave('door-b', { campaign: 'doors', prospectId: 'b', key: 'k' })).toMatchObject({ status: 'not-entered', why: 'no-open-campaign' });
  expect((await status('doors/a/k')).status).toBe('started');
  await launch('doors');
  expect(await leave('door-c', { campaign: 'doors', prospectId: 'c', key: 'k' })).toMatchObject({ status: 'entered' });
});

test('cancelled in Temporal UI, it is closed as well', async () => {
  await launch('cancelled');
  await until('the campaign’s workflow', () => campaign('cancelled').query(progressQuery).catch(() => undefined));
  await campaign('cancelled').cancel();
  expect(await campaign('cancelled').result()).toMatchObject({ state: 'stopped' });
  const row = await world.store.selectFrom('campaigns').select('entries').where('id', '=', 'cancelled').executeTakeFirst();
  expect(row).toEqual({ entries: 'closed' });
});

test('an audience and an entry exclude each other, and only what is open can be closed', async () => {
  await expect(launch('mixed', { audience: ['known'] })).rejects.toThrow(LaunchError);
  await expect(launch('mixed', { audience: ['known'] })).rejects.toThrow("Expected no audience for abandoned-cart, whose people enter by the event 'cart-abandoned', got one.");
  await world.launch({ id: 'with-audience', audience: [], speed: 1 });
  await expect(closeCampaign({ client: world.temporal.client, store: world.store }, 'with-audience')).rejects.toThrow("Expected 'with-audience' to be a campaign that people enter by an event");
});
