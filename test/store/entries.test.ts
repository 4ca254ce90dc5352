import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createCampaign, setEntries, type Campaign } from '../../store/campaigns.ts';
import { claimEntries, enterByEvent, journeysOfProspect, markStarted, saveProspects, type Entry, type EntryEvent } from '../../store/index.ts';
import { endJourney } from '../../activities/end-journey.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { someone } from '../setup/world.ts';

let store: TestStore;
let people = 0;
let events = 0;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.destroy());

const DAY = 86_400_000;
const base = { scenario: 'abandoned-cart', version: 1, goal: ['purchase'], clock: { epoch: 0, speed: 1 }, holdout: 0, seed: 's', pace: 10, printEvery: DAY } as const;

async function campaign(id: string, againAfter?: number, change: Partial<Campaign> = {}): Promise<Campaign> {
  const made = { ...base, id, entry: { event: 'cart-abandoned', ...(againAfter === undefined ? {} : { againAfter }) }, ...change };
  await createCampaign(store, made);
  return made;
}

async function person(): Promise<string> {
  const id = `p-${++people}`;
  await saveProspects(store, [someone(id)]);
  return id;
}

const enter = (into: Campaign | undefined, change: Partial<EntryEvent> & { prospectId: string }): Promise<Entry> =>
  enterByEvent(store, { eventId: `e-${++events}`, event: 'cart-abandoned', ...(into ? { campaign: into } : {}), facts: { cartTotal: 80 }, source: 'test', evidence: 'human', at: new Date(), ...change });

const ids = async (prospectId: string) => (await journeysOfProspect(store, prospectId)).map(({ id }) => id);

describe('an entry event', () => {
  test('is committed with its journey, which takes its name from the key and keeps the facts', async () => {
    const carts = await campaign('first');
    const prospectId = await person();
    const at = new Date('2026-11-02T08:00:00Z');
    expect(await enter(carts, { prospectId, key: 'order-123', eventId: 'cart-1', at })).toEqual({ duplicate: false, campaignId: 'first', entered: true, journeyId: `first/${prospectId}/order-123` });
    expect(await store.selectFrom('journeys').select(['key', 'facts', 'holdout', 'status']).where('prospect_id', '=', prospectId).execute()).toEqual([
      { key: 'order-123', facts: { cartTotal: 80 }, holdout: false, status: 'entered' },
    ]);
    expect(await store.selectFrom('events').select(['kind', 'journey_id', 'campaign_id', 'prospect_id', 'data', 'signal', 'at']).where('event_id', '=', 'cart-1').executeTakeFirst()).toEqual({
      ...{ kind: 'cart-abandoned', journey_id: `first/${prospectId}/order-123`, campaign_id: 'first', prospect_id: prospectId, signal: 'kept', at },
      data: { key: 'order-123', facts: { cartTotal: 80 } },
    });
  });

  test('told again by the same id gets the same answer, and enters nobody', async () => {
    const carts = await campaign('again', 0);
    const prospectId = await person();
    const told = { prospectId, eventId: 'told-twice' };
    expect(await enter(carts, told)).toMatchObject({ duplicate: false, entered: true, journeyId: `again/${prospectId}/1` });
    expect(await enter(carts, told)).toMatchObject({ duplicate: true, entered: true, journeyId: `again/${prospectId}/1` });
    expect(await ids(prospectId)).toEqual([`again/${prospectId}/1`]);
  });

  test('of somebody unknown stores nothing, so that it may come again with them', async () => {
    const carts = await campaign('strangers');
    expect(await enter(carts, { prospectId: 'stranger', eventId: 'stranger-1' })).toEqual({ duplicate: false, entered: false, why: 'unknown-prospect' });
    expect(await store.selectFrom('events').select('id').where('event_id', '=', 'stranger-1').execute()).toEqual([]);
    expect(await enter(carts, { prospectId: 'stranger', eventId: 'stranger-1', prospect: someone('stranger') })).toMatchObject({ entered: true });
  });

  test('that brings a known prospect leaves what it does not say', async () => {
    const carts = await campaign('partly');
    const prospectId = await person();
    const nothing = { title: null, firstName: null, lastName: null, addressLine: null, addressComplement: null, postcode: null, city: null, country: 'FR', email: null };
    await enter(carts, { prospectId, prospect: { ...someone(prospectId), facts: {}, identity: { ...nothing, firstName: 'Zoé' }, consents: { email: false } } });
    const identity = await store.selectFrom('identities').selectAll().where('prospect_id', '=', prospectId).executeTakeFirstOrThrow();
    expect(identity).toMatchObject({ first_name: 'Zoé', last_name: 'Lempereur-Aubry', address_line: '14 rue des Alouettes', postcode: '00470', email: `seraphine.${prospectId}@courriel.example` });
  });

  test('finds no campaign that is closed; nor without one is anything lost', async () => {
    const carts = await campaign('closing', 0);
    const prospectId = await person();
    await setEntries(store, 'closing', 'closed');
    expect(await enter(carts, { prospectId })).toMatchObject({ entered: false, why: 'no-open-campaign' });
    expect(await enter(undefined, { prospectId, eventId: 'nowhere', key: 'k' })).toEqual({ duplicate: false, entered: false, why: 'no-open-campaign' });
    expect(await enter(undefined, { prospectId, eventId: 'nowhere' })).toEqual({ duplicate: true, entered: false, why: 'no-open-campaign' });
    expect(await store.selectFrom('events').select(['signal', 'data']).where('event_id', '=', 'nowhere').executeTakeFirst()).toEqual({ signal: 'unknown', data: { key: 'k', why: 'no-open-campaign' } });
    await setEntries(store, 'closing', 'open');
    expect(await enter(carts, { prospectId })).toMatchObject({ entered: true });
  });
});

describe('a person who has been in', () => {
  test.each([
    ['never', undefined, 'been-in'],
    ['after 30 days', 30 * DAY, 'too-soon'],
  ])('%s comes in again by another order', async (name, againAfter, why) => {
    const carts = await campaign(name.replaceAll(' ', '-'), againAfter);
    const prospectId = await person();
    await enter(carts, { prospectId, key: 'one' });
    expect(await enter(carts, { prospectId, key: 'one' })).toMatchObject({ entered: false, why: 'already-in' });
    expect(await enter(carts, { prospectId, key: 'two' })).toMatchObject({ entered: false, why });
    // A person is judged, not an order; another person is free.
    expect(await enter(carts, { prospectId: await person(), key: 'two' })).toMatchObject({ entered: true });
  });

  test('may, once it is long enough ago on the campaign’s clock, and is told from when on', async () => {
    // A day a second: 30 days are 30 seconds.
    const carts = await campaign('fast', 30 * DAY, { clock: { epoch: Date.now(), speed: 86_400 } });
    const prospectId = await person();
    await enter(carts, { prospectId, key: 'one' });
    const { entered_at } = await store.selectFrom('journeys').select('entered_at').where('prospect_id', '=', prospectId).executeTakeFirstOrThrow();
    expect(await enter(carts, { prospectId, key: 'two' })).toMatchObject({ why: 'too-soon', notBefore: new Date(entered_at.getTime() + 30_000).toISOString() });
    const earlier = { ...carts, clock: { epoch: 0, speed: 86_400_000_000 } };
    expect(await enter(earlier, { prospectId, key: 'three' })).toMatchObject({ entered: true });
  });

  test('always, each order once; without a key journeys are numbered', async () => {
    const carts = await campaign('always', 0);
    const prospectId = await person();
    for (const change of [{ key: 'a' }, { key: 'b' }, {}, { key: 'a' }]) await enter(carts, { prospectId, ...change });
    expect((await ids(prospectId)).sort()).toEqual([`always/${prospectId}/3`, `always/${prospectId}/a`, `always/${prospectId}/b`]);
  });

  test('is not let in twice for one order by a campaign that takes over, while the first journey goes on', async () => {
    const [first, next] = [await campaign('old', 0), await campaign('new', 0)];
    const prospectId = await person();
    await enter(first, { prospectId, key: 'order-7' });
    expect(await enter(next, { prospectId, key: 'order-7' })).toMatchObject({ entered: false, why: 'already-in' });
    await endJourney(store, { journeyId: `old/${prospectId}/order-7`, ending: { outcome: 'silent', by: 'path', learned: {} } });
    expect(await enter(next, { prospectId, key: 'order-7' })).toMatchObject({ entered: true });
  });

  test('ten events at once, each on its own connection, enter once', async () => {
    const carts = await campaign('rush');
    const gap = await campaign('rush-gap', 30 * DAY);
    const prospectId = await person();
    for (const into of [carts, gap]) {
      const entries = await Promise.all(Array.from({ length: 10 }, (_, index) => enter(into, { prospectId, key: `cart-${index}` })));
      expect(entries.filter(({ entered }) => entered)).toHaveLength(1);
    }
    const same = await Promise.all(Array.from({ length: 10 }, () => enter(carts, { prospectId: 'together', prospect: someone('together'), eventId: 'one-event' })));
    expect(same.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(new Set(same.map((entry) => entry.entered && entry.journeyId))).toEqual(new Set(['rush/together/1']));
  });
});

describe('the holdout', () => {
  test('is drawn by the same hash as an audience’s, person by person, and never started', async () => {
    const carts = await campaign('held', 0, { holdout: 0.3 });
    const entered = [];
    for (let index = 0; index < 60; index++) {
      const prospectId = await person();
      const [first, second] = [await enter(carts, { prospectId }), await enter(carts, { prospectId })];
      expect(second.entered).toBe(first.entered);
      if (!first.entered) expect(first.why).toBe('held-out');
      entered.push(first.entered);
    }
    const heldOut = entered.filter((one) => !one).length;
    // 18 expected, standard deviation 3.5.
    expect(heldOut).toBeGreaterThan(4);
    expect(heldOut).toBeLessThan(36);
    const claimed = (await claimEntries(store, { limit: 1_000, olderThan: 0 })).filter(({ campaignId }) => campaignId === 'held');
    expect(claimed).toHaveLength((60 - heldOut) * 2);
  });
});

describe('journeys to start', () => {
  test('are claimed once, with the prospect’s facts under their own; paused campaigns’ wait', async () => {
    const carts = await campaign('starts', 0);
    const prospectId = await person();
    await setEntries(store, 'starts', 'paused');
    const entry = await enter(carts, { prospectId, key: 'k', facts: { store: 'Marsolande', cartTotal: 12 } });
    expect(entry.entered).toBe(true);
    const journeyId = `starts/${prospectId}/k`;
    expect(await claimEntries(store, { journeyId })).toEqual([]);
    await setEntries(store, 'starts', 'open');
    const claims = await Promise.all([claimEntries(store, { journeyId }), claimEntries(store, { journeyId }), claimEntries(store, { journeyId })]);
    expect(claims.flat()).toEqual([
      { id: journeyId, campaignId: 'starts', prospectId, attempts: 1, country: 'FR', postcode: '00470', facts: { ...someone('x').facts, store: 'Marsolande', cartTotal: 12 } },
    ]);
    await markStarted(store, [journeyId]);
    await store.updateTable('journeys').set({ start_after: new Date(0) }).where('id', '=', journeyId).execute();
    expect(await claimEntries(store, { journeyId })).toEqual([]);
  });
});
