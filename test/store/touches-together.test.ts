import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endJourney } from '../../activities/end-journey.ts';
import { queueMailpiece } from '../../activities/print/queue-mailpiece.ts';
import { decisionsOf, dropSegment, makeToken, saveProspects } from '../../store/index.ts';
import { askForTouch } from '../../store/touch-question.ts';
import { findTouch, insertTouch, settleTouch, type TouchRecord } from '../../store/touches.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { springCampaign } from './spring-campaign.ts';

/** Journeys of one campaign that are at the same point: what they ask, record and end goes by one statement, and each gets what is its own. */
const PEOPLE = Array.from({ length: 40 }, (_, index) => `t-${index}`);
const journeyOf = (person: string) => `spring/${person}`;
const ARMS = ['warm', 'factual'];

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
  await springCampaign(store);
  await saveProspects(
    store,
    PEOPLE.map((id, index) => ({
      ...{ id, locale: 'fr-FR', facts: { boilerAge: index }, consents: { email: index % 2 === 0 }, source: 'test' },
      identity: { title: null, firstName: `Prénom ${index}`, lastName: 'Test', addressLine: '1 rue du Test', addressComplement: null, postcode: '00400', city: 'ESSAI', country: 'FR', email: `${id}@test.example` },
    })),
  );
  await store.insertInto('journeys').values(PEOPLE.map((id) => ({ id: journeyOf(id), campaign_id: 'spring', prospect_id: id, holdout: false }))).execute();
});
afterAll(() => store.destroy());

function record(person: string, change: Partial<TouchRecord> = {}): TouchRecord {
  const journeyId = journeyOf(person);
  return {
    ...{ id: `${journeyId}/thank-you/1`, journeyId, message: 'thank-you', medium: 'email', status: 'sending', why: 'sending', props: { store: person }, cost: 0.002, campaignAt: new Date('2027-03-01T10:00:00Z') },
    links: [{ token: makeToken(), kind: 'click', name: 'appointment', target: 'https://shop.example' }, { token: makeToken(), kind: 'unsubscribe', name: 'unsubscribe', target: '' }],
    ...change,
  };
}

describe('many journeys at the same point', () => {
  test('each learn of their own person: consent, facts, a dropped segment, and that one is not there', async () => {
    await dropSegment(store, { campaignId: 'spring', fact: 'boilerAge', op: '<', value: 5, medium: 'email', by: 'lea', because: 'too young' });
    const people = [...PEOPLE, 'nobody', ...PEOPLE];
    const answers = await Promise.all(people.map((prospectId) => askForTouch(store, { prospectId, journeyId: journeyOf(prospectId), campaignId: 'spring', medium: 'email' })));
    for (const [index, answer] of answers.entries()) {
      const person = people[index]!;
      const number = PEOPLE.indexOf(person);
      if (number < 0) expect(answer).toBeUndefined();
      else expect(answer).toMatchObject({ recipient: { prospectId: person, facts: { boilerAge: number }, identity: { firstName: `Prénom ${number}` }, consents: { email: number % 2 === 0 } } });
      expect(answer?.dropped).toBe(number >= 0 && number < 5 ? 'boilerAge<5' : undefined);
    }
  });

  test('record their own touches, links and decisions; two attempts at one touch are one, with the links of the first', async () => {
    const decided = (person: string, index: number): Partial<TouchRecord> => ({
      decision: { ...{ id: `${journeyOf(person)}/thank-you/1`, journeyId: journeyOf(person), campaignId: 'spring', point: 'thank-you', arm: ARMS[index % 2]!, policy: `p${index}`, propensity: 1 / 3, propensities: { warm: 1 / 3, factual: 2 / 3 } }, facts: { boilerAge: index }, campaignAt: new Date('2027-03-01T10:00:00Z') },
    });
    const touches = PEOPLE.map((person, index) => record(person, index % 3 === 0 ? {} : decided(person, index)));
    const seconds = touches.map((touch) => ({ ...touch, props: { store: 'second' }, links: record(touch.journeyId).links }));
    const begun = await Promise.all([...touches, ...seconds].map((touch) => insertTouch(store, touch, 20_000)));
    expect(begun).toEqual([...touches.map(() => true), ...seconds.map(() => false)]);
    for (const [index, touch] of touches.entries()) {
      const known = (await findTouch(store, touch.id))!;
      expect(known).toMatchObject({ status: 'sending', props: touch.props, variant: touch.decision?.arm ?? null, decision: touch.decision ? { policy: `p${index}`, propensity: 1 / 3, facts: { boilerAge: index } } : null });
      expect([...known.links].sort((one, other) => one.name.localeCompare(other.name))).toEqual(touch.links);
    }
    expect((await decisionsOf(store, { campaignId: 'spring' })).map(({ id }) => id).sort()).toEqual(touches.flatMap(({ decision }) => (decision ? [decision.id] : [])).sort());
    expect(await store.selectFrom('links').select('token').where('token', 'in', seconds.flatMap(({ links }) => links.map(({ token }) => token))).execute()).toEqual([]);
  });

  test('lose nothing by one whose token is taken or whose journey is gone', async () => {
    const again = (person: string, change: Partial<TouchRecord> = {}) => record(person, { id: `${journeyOf(person)}/thank-you/2`, ...change });
    const taken = (await findTouch(store, `${journeyOf('t-0')}/thank-you/1`))!.links;
    const touches = PEOPLE.map((person) => (person === 't-3' ? again(person, { links: taken }) : person === 't-4' ? again(person, { journeyId: 'spring/erased' }) : again(person)));
    const begun = await Promise.allSettled(touches.map((touch) => insertTouch(store, touch)));
    expect(begun.flatMap((one, index) => (one.status === 'rejected' ? [[PEOPLE[index], (one.reason as { code: string }).code]] : []))).toEqual([['t-3', '23505'], ['t-4', '23503']]);
    expect(begun.filter((one) => one.status === 'fulfilled' && one.value)).toHaveLength(PEOPLE.length - 2);
  });

  test('settle what became of each, once', async () => {
    const id = (person: string) => `${journeyOf(person)}/thank-you/1`;
    await Promise.all(PEOPLE.map((person, index) => settleTouch(store, index % 2 === 0 ? { id: id(person), status: 'sent', providerId: `m-${index}` } : { id: id(person), status: 'not-sent', why: 'failed:Refused', problem: `no ${index}` })));
    await Promise.all(PEOPLE.map((person) => settleTouch(store, { id: id(person), status: 'not-sent', why: 'late' })));
    const rows = await store.selectFrom('touches').select(['id', 'status', 'why', 'cost', 'provider_id', 'problem', 'lease_until']).where('id', 'in', PEOPLE.map(id)).execute();
    for (const [index, person] of PEOPLE.entries()) {
      expect(rows.find((row) => row.id === id(person))).toMatchObject(
        index % 2 === 0 ? { status: 'sent', why: 'sent', cost: '0.0020', provider_id: `m-${index}`, problem: null, lease_until: null } : { status: 'not-sent', why: 'failed:Refused', cost: '0.0000', provider_id: null, problem: `no ${index}`, lease_until: null },
      );
    }
  });

  test('end as each did, and each has its own pieces recalled', async () => {
    const piece = (person: string) => `${journeyOf(person)}/renewal-postcard/1`;
    const printed = PEOPLE.slice(0, 10);
    const cutOff = new Date('2027-03-02T17:00:00Z');
    for (const person of printed) {
      await insertTouch(store, record(person, { id: piece(person), message: 'renewal-postcard', medium: 'print', status: 'sent', why: 'sent', cost: 0.62 }));
      await store.transaction().execute((transaction) => queueMailpiece(transaction, { touchId: piece(person), campaignId: 'spring', format: 'a6-postcard', cutOff, inHome: cutOff }));
    }
    const outcomes = ['silent', 'interested', 'engaged'];
    const end = (person: string, index: number) => endJourney(store, { journeyId: journeyOf(person), ending: { outcome: outcomes[index % 3]!, by: 'path', learned: {} } });
    const ends = await Promise.all(PEOPLE.map(end));
    expect(ends.map(({ recalled }) => recalled)).toEqual(PEOPLE.map((person) => (printed.includes(person) ? [piece(person)] : [])));
    // A second report of an end changes nothing.
    await Promise.all(PEOPLE.map((person) => end(person, 5)));
    const rows = await store.selectFrom('journeys').select(['id', 'status', 'outcome', 'ended_by']).where('id', 'in', PEOPLE.map(journeyOf)).execute();
    for (const [index, person] of PEOPLE.entries()) expect(rows.find(({ id }) => id === journeyOf(person))).toMatchObject({ status: 'ended', outcome: outcomes[index % 3], ended_by: 'path' });
  });
});
