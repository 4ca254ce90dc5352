import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { setEntries } from '../../store/index.ts';
import { someone } from '../setup/world.ts';
import { API_KEY, trackerUnderTest, until, type TrackerUnderTest } from './tracker-under-test.ts';

const facts = z.object({ cartTotal: z.coerce.number().min(0), items: z.coerce.number().int().min(1), store: z.string().optional(), channel: z.enum(['web', 'app']).default('web') });
let tracked: TrackerUnderTest;

beforeAll(async () => {
  tracked = await trackerUnderTest({ contentOf: () => ({ facts, messages: {}, pages: {} }) });
  await openCampaign('carts', 0);
});
afterAll(() => tracked.close());

async function openCampaign(id: string, againAfter: number | null, entry = 'cart-abandoned'): Promise<void> {
  const clock = JSON.stringify({ epoch: 0, speed: 1 });
  await tracked.store
    .insertInto('campaigns')
    .values({ ...{ id, scenario: 'boiler-renewal', version: 1, goal: ['purchase'], clock, holdout: 0, seed: 's', pace: 10, print_every_ms: 86_400_000 }, entry, reentry_after_ms: againAfter, entries: 'open' })
    .execute();
}

const send = (body: unknown, headers: Record<string, string> = { authorization: `Bearer ${API_KEY}` }) => tracked.post('/v1/events', body, headers);
const cart = { event: 'cart-abandoned', campaign: 'carts', facts: { cartTotal: 89.9, items: 3 } };
const { identity } = someone('x');
const bringable = { title: identity.title, firstName: identity.firstName, lastName: identity.lastName, addressLine: identity.addressLine, postcode: identity.postcode, city: identity.city };
const signals = async (prospectId: string) => tracked.store.selectFrom('events').select(['event_id', 'journey_id', 'signal']).where('prospect_id', '=', prospectId).where('kind', '=', 'purchase').orderBy('journey_id').execute();

describe('an entry event', () => {
  test('begins a journey, started once its sender has the answer', async () => {
    const { prospectId } = await tracked.person();
    const event = { id: 'cart-1', ...cart, prospectId, key: 'order-1' };
    const journey = `carts/${prospectId}/order-1`;
    expect(await send(event)).toEqual({ status: 202, json: { results: [{ id: 'cart-1', status: 'entered', campaign: 'carts', journey }] } });
    await until('the journey to be started', () => tracked.temporal.started.includes(journey));
    expect((await send(event)).json).toEqual({ results: [{ id: 'cart-1', status: 'duplicate', campaign: 'carts', journey }] });
    expect((await send({ ...event, id: 'cart-1b' })).json).toEqual({ results: [{ id: 'cart-1b', status: 'not-entered', campaign: 'carts', why: 'already-in' }] });
    expect(tracked.temporal.started.filter((id) => id === journey)).toHaveLength(1);
    // What the schema fills in is the journey's as well.
    const row = await tracked.store.selectFrom('journeys').select('facts').where('id', '=', journey).executeTakeFirst();
    expect(row?.facts).toEqual({ cartTotal: 89.9, items: 3, channel: 'web' });
  });

  test('may bring somebody whom nobody knows yet', async () => {
    const unknown = await send({ id: 'new-1', ...cart, prospectId: 'shop-77' });
    expect(unknown.status).toBe(400);
    expect(unknown.json).toMatchObject({
      error: { type: 'invalid-events', problems: [{ index: 0, field: 'prospectId', message: expect.stringContaining('Expected a prospect of this database, got none of that id') }] },
    });
    const prospect = { id: 'shop-77', locale: 'fr-FR', identity: { ...bringable, email: 'c@courriel.example' }, consents: { email: true } };
    expect((await send({ id: 'new-1', ...cart, prospect })).json).toMatchObject({ results: [{ status: 'entered', journey: 'carts/shop-77/1' }] });
    const consents = await tracked.store.selectFrom('consents').select(['medium', 'granted', 'source']).where('prospect_id', '=', 'shop-77').execute();
    expect(consents).toEqual([{ medium: 'email', granted: true, source: 'event:cart-abandoned' }]);
  });

  test('is refused with every problem by its field', async () => {
    const { prospectId } = await tracked.person();
    const bad: readonly [object, readonly string[]][] = [
      [{ ...cart, facts: { cartTotal: -1, email: 'c@courriel.example' }, prospectId }, ['facts.cartTotal', 'facts.email', 'facts.items']],
      [{ ...cart, prospectId: 'nobody', facts: {} }, ['facts.cartTotal', 'facts.items', 'prospectId']],
      [{ ...cart }, ['prospectId']],
      [{ ...cart, prospectId: 'a/b', key: 'c/d', event: 'Cart Abandoned', at: '2999-01-01T00:00:00Z' }, ['at', 'event', 'key', 'prospectId']],
      [{ ...cart, prospect: { id: 'p-x', identity: { addressLine: '1 rue X', postcode: '123', email: 'no' } }, prospectId }, ['prospect.identity.city', 'prospect.identity.email', 'prospect.identity.postcode', 'prospectId']],
      [{ ...cart, prospectId, data: {} }, ['']],
    ];
    const answer = await send(bad.map(([event], index) => ({ id: `bad-${index}`, ...event })));
    expect(answer.status).toBe(400);
    const { problems } = (answer.json as { error: { problems: { index: number; field: string }[] } }).error;
    expect(bad.map((_, index) => problems.filter((problem) => problem.index === index).map(({ field }) => field).sort())).toEqual(bad.map(([, fields]) => fields));
    expect(await tracked.store.selectFrom('events').select('id').where('event_id', 'like', 'bad-%').execute()).toEqual([]);
    expect((await send({ id: 'keyless', ...cart, prospectId }, {})).status).toBe(401);
  });

  test('enters the newest campaign that is open to it, or the one that it names', async () => {
    await openCampaign('autumn', null, 'store-visited');
    await openCampaign('winter', null, 'store-visited');
    const visit = { event: 'store-visited', facts: cart.facts };
    const [one, two] = [await tracked.person(), await tracked.person()];
    const entered = async (id: string, event: object) => ((await send({ id, ...visit, ...event })).json as { results: { campaign?: string; why?: string }[] }).results[0];
    expect(await entered('v-1', { prospectId: one.prospectId })).toMatchObject({ status: 'entered', campaign: 'winter' });
    expect(await entered('v-2', { prospectId: one.prospectId, campaign: 'autumn' })).toMatchObject({ status: 'entered', campaign: 'autumn' });
    await setEntries(tracked.store, 'winter', 'closed');
    expect(await entered('v-3', { prospectId: two.prospectId })).toMatchObject({ status: 'entered', campaign: 'autumn' });
    expect(await entered('v-4', { prospectId: two.prospectId, campaign: 'winter' })).toEqual({ id: 'v-4', status: 'not-entered', why: 'no-open-campaign' });
    expect(await entered('v-5', { prospectId: two.prospectId })).toEqual({ id: 'v-5', status: 'not-entered', campaign: 'autumn', why: 'been-in' });
  });

  test('is kept while Temporal is down, and its journey started by the relay', async () => {
    const { prospectId } = await tracked.person();
    tracked.temporal.behaves = 'down';
    expect((await send({ id: 'down-1', ...cart, prospectId, key: 'night' })).json).toMatchObject({ results: [{ status: 'entered' }] });
    const row = () => tracked.store.selectFrom('journeys').select(['status', 'start_error']).where('id', '=', `carts/${prospectId}/night`).executeTakeFirstOrThrow();
    await until('the failed start to be noted', async () => (await row()).start_error !== null);
    expect(await row()).toEqual({ status: 'entered', start_error: '14 UNAVAILABLE: no connection' });
    tracked.temporal.behaves = 'well';
    await until('the relay to start it', async () => (await row()).status === 'started');
    expect(tracked.temporal.started.filter((id) => id === `carts/${prospectId}/night`)).toHaveLength(1);
  });
});

describe('an event that names its prospect alone', () => {
  const buy = (id: string, prospectId: string, order: string, more: object = {}) => send({ id, kind: 'purchase', prospectId, data: { order, amount: 20, currency: 'EUR' }, ...more });

  test('about an order reaches the journey of that order, in whichever campaign, and no other', async () => {
    const { prospectId } = await tracked.person();
    for (const key of ['A', 'B']) await send({ id: `in-${prospectId}-${key}`, ...cart, prospectId, key });
    expect((await buy('buys-A', prospectId, 'A')).json).toEqual({ results: [{ id: 'buys-A', status: 'accepted', journeys: [`carts/${prospectId}/A`] }] });
    expect((await buy('buys-A', prospectId, 'A')).json).toMatchObject({ results: [{ status: 'duplicate' }] });
    expect(await signals(prospectId)).toMatchObject([{ event_id: `buys-A@carts/${prospectId}/A`, journey_id: `carts/${prospectId}/A` }]);
    // The shop's own order number may differ from the cart's: then it names the key.
    expect((await buy('buys-B', prospectId, 'F-99', { key: 'B' })).json).toMatchObject({ results: [{ journeys: [`carts/${prospectId}/B`] }] });
    expect((await buy('buys-C', prospectId, 'F-99', { key: 'C' })).json).toMatchObject({ results: [{ status: 'unknown-journey', reason: expect.stringContaining("with key 'C'") }] });
  });

  test('about something else is told to every journey of theirs that is under way, and counted for those that have just ended', async () => {
    const { prospectId, journeyId } = await tracked.person();
    const ended = `carts/${prospectId}/over`;
    for (const key of ['open', 'over']) await send({ id: `in-${prospectId}-${key}`, ...cart, prospectId, key });
    await until('both journeys to be started', () => tracked.temporal.started.filter((id) => id.startsWith(`carts/${prospectId}/`)).length === 2);
    await tracked.store.updateTable('journeys').set({ status: 'ended' }).where('id', '=', ended).execute();
    expect((await buy('buys-else', prospectId, 'Z')).json).toEqual({ results: [{ id: 'buys-else', status: 'accepted', journeys: [journeyId, `carts/${prospectId}/open`, ended] }] });
    await until('two journeys to be told', () => tracked.temporal.told.filter(({ report }) => report.eventId.startsWith('buys-else@')).length === 2);
    expect((await signals(prospectId)).map(({ journey_id, signal }) => [journey_id, signal === 'late'])).toEqual([
      [`carts/${prospectId}/open`, false],
      [ended, true],
      [journeyId, false],
    ]);
    // Ended longer ago than its scenario would have run, it has nothing to do with it.
    await tracked.store.updateTable('journeys').set({ entered_at: new Date('2020-01-01') } as object).where('id', '=', ended).execute();
    expect((await buy('buys-later', prospectId, 'Z2')).json).toMatchObject({ results: [{ journeys: [journeyId, `carts/${prospectId}/open`] }] });
  });

  test('is for acts of the person only, and of nobody it is stored as unknown', async () => {
    const { prospectId } = await tracked.person();
    const answer = await send([
      { id: 'wrong-1', kind: 'delivered', prospectId },
      { id: 'wrong-2', kind: 'purchase', prospectId, journey: 'spring/x', data: { order: 'A', amount: 1, currency: 'EUR' } },
      { id: 'wrong-3', kind: 'unsubscribe', prospectId, touch: 'thank-you/1', data: { medium: 'all' } },
    ]);
    const { problems } = (answer.json as { error: { problems: { index: number; field: string }[] } }).error;
    expect(problems.map(({ index, field }) => `${index} ${field}`)).toEqual(['0 prospectId', '1 prospectId', '2 touch']);
    expect((await buy('nobody-buys', 'nobody', 'A')).json).toMatchObject({ results: [{ status: 'unknown-journey' }] });
    expect((await buy('nobody-buys', 'nobody', 'A')).json).toMatchObject({ results: [{ status: 'duplicate' }] });
  });
});
