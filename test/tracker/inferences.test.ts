import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { content } from '../../scenarios/boiler-renewal/content.ts';
import { knownFacts } from '../../store/index.ts';
import { API_KEY, trackerUnderTest, until, type Person, type TrackerUnderTest } from './tracker-under-test.ts';

let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest({ contentOf: () => content });
});
afterAll(() => tracked.close());

let sent = 0;
/** A service says what somebody did, at a time in Paris. */
async function say({ journeyId }: Person, kind: string, at: string, about: { touch?: string; data?: object; evidence?: string } = {}): Promise<void> {
  const { touch = 'renewal-postcard/1', data, evidence } = about;
  const event = { id: `said-${++sent}`, kind, journey: journeyId, touch, at, ...(data ? { data } : {}), ...(evidence === undefined ? {} : { evidence }) };
  const { status, json } = await tracked.post('/v1/events', event, { authorization: `Bearer ${API_KEY}` });
  expect({ status, json }).toMatchObject({ status: 202, json: { results: [{ status: 'accepted' }] } });
}

const reportsOf = ({ journeyId }: Person) => tracked.temporal.told.filter((one) => one.journeyId === journeyId).map(({ report }) => report);
const told = async (person: Person, count: number) => {
  await until(`${count} reports`, () => reportsOf(person).length >= count);
  return reportsOf(person).map(({ data }) => data?.['inferred']);
};
const howKnown = async ({ prospectId }: Person, fact: string) => {
  const found = (await knownFacts(tracked.store, prospectId)).find((one) => one.fact === fact);
  return found && { value: found.value, source: found.source };
};

/** Three evenings in a row. */
const EVENINGS = ['2026-11-02T18:20:00+01:00', '2026-11-03T18:45:00+01:00', '2026-11-04T19:10:00+01:00'] as const;
async function threeEvenings(person: Person): Promise<void> {
  await say(person, 'scan', EVENINGS[0]);
  await say(person, 'visit', EVENINGS[1]);
  await say(person, 'click', EVENINGS[2], { touch: 'thank-you/1', data: { link: 'guide' } });
}

describe('what a person does', () => {
  test('tells their best hour, with the report that shows it, with source and date', async () => {
    const person = await tracked.person();
    await threeEvenings(person);
    expect(await told(person, 3)).toEqual([undefined, undefined, { bestHour: { value: '18:00', source: 'inferred:hours' } }]);
    expect(await tracked.facts(person.prospectId)).toMatchObject({ bestHour: '18:00', boilerAge: 16 });
    expect((await knownFacts(tracked.store, person.prospectId)).filter(({ source }) => source !== 'given')).toEqual([
      { fact: 'bestHour', value: '18:00', source: 'inferred:hours', certainty: 0.8, responses: 3, journeyId: person.journeyId, at: new Date(EVENINGS[2]) },
    ]);
  });

  test('is read by the clocks where they live', async () => {
    const person = await tracked.person({ facts: { timeZone: 'Indian/Reunion' } });
    await threeEvenings(person);
    expect(await told(person, 3)).toMatchObject([undefined, undefined, { bestHour: { value: '21:00' } }]);
  });

  test('tells what they are interested in, and an answer of theirs counts for more, before and after', async () => {
    const [clicker, answerer] = [await tracked.person(), await tracked.person({ facts: { interest: 'advice' } })];
    await tracked.store.updateTable('touches').set({ props: JSON.stringify({ interest: 'replace' }) }).where('message', '=', 'thank-you').execute();
    for (const person of [clicker, answerer]) for (const at of EVENINGS.slice(0, 2)) await say(person, 'click', at, { touch: 'thank-you/1', data: { link: 'appointment' } });
    expect([await howKnown(clicker, 'interest'), await howKnown(answerer, 'interest')]).toEqual([{ value: 'replace', source: 'inferred:clicks' }, { value: 'advice', source: 'given' }]);
    await say(clicker, 'reply', EVENINGS[2], { data: { facts: { interest: 'service' } } });
    expect(await howKnown(clicker, 'interest')).toEqual({ value: 'service', source: 'asked:service' });
    for (const day of ['05', '06', '07']) await say(clicker, 'click', `2026-11-${day}T09:00:00+01:00`, { touch: 'thank-you/1', data: { link: 'appointment' } });
    expect(await howKnown(clicker, 'interest')).toEqual({ value: 'service', source: 'asked:service' });
  });

  test('tells by which medium they answer, once both have had their time', async () => {
    const person = await tracked.person({ sentAgo: 30 * 86_400_000 });
    const { store } = tracked;
    const sentAt = new Date(Date.now() - 30 * 86_400_000);
    await store
      .insertInto('touches')
      .values({ id: `${person.journeyId}/reminder-card/1`, journey_id: person.journeyId, message: 'reminder-card', medium: 'print', status: 'sent', why: 'sent', props: '{}', at: sentAt, campaign_at: sentAt })
      .execute();
    const at = new Date(Date.now() - 10 * 86_400_000).toISOString();
    await say(person, 'scan', at);
    expect(await howKnown(person, 'preferredMedium')).toBeUndefined();
    await say(person, 'scan', at, { touch: 'reminder-card/1' });
    expect(await howKnown(person, 'preferredMedium')).toEqual({ value: 'print', source: 'inferred:answers' });
  });

  test('counts when a person did it: bots and what is merely likely teach nothing', async () => {
    const person = await tracked.person();
    for (const at of EVENINGS) await say(person, 'scan', at, { evidence: 'logical' });
    for (const at of EVENINGS) await say(person, 'visit', at, { evidence: 'bot' });
    expect(await howKnown(person, 'bestHour')).toBeUndefined();
  });

  test('is told by whoever tells the journey later: what was inferred waits with the event', async () => {
    const person = await tracked.person();
    tracked.temporal.behaves = 'down';
    await threeEvenings(person);
    tracked.temporal.behaves = 'well';
    await until('the relay to tell', () => reportsOf(person).length >= 3);
    expect(reportsOf(person).find(({ kind }) => kind === 'click')?.data).toMatchObject({ inferred: { bestHour: { value: '18:00' } } });
  });

  test('at the same moment is taken one after the other', async () => {
    const person = await tracked.person();
    await Promise.all([...EVENINGS, '2026-11-05T18:05:00+01:00'].map((at) => say(person, 'scan', at)));
    const rows = await tracked.store.selectFrom('fact_sources').select(['fact', 'value']).where('prospect_id', '=', person.prospectId).execute();
    expect(rows).toEqual([{ fact: 'bestHour', value: '18:00' }]);
  });
});

describe('what was inferred', () => {
  test('gives way to a surer conclusion, not to a less sure one', async () => {
    const person = await tracked.person();
    await threeEvenings(person);
    const mornings = (days: readonly number[]) => Promise.all(days.map((day) => say(person, 'visit', `2026-11-${String(day).padStart(2, '0')}T07:30:00+01:00`)));
    await mornings([5, 6, 7, 8]);
    expect(await howKnown(person, 'bestHour')).toMatchObject({ value: '18:00' });
    await mornings([9, 10, 11, 12, 13, 14, 15, 16]);
    expect(await howKnown(person, 'bestHour')).toMatchObject({ value: '07:00' });
  });

  test('is taken back when the clicks turn out to be a machine’s', async () => {
    const world = await trackerUnderTest({ contentOf: () => content, hold: 60_000, relay: false });
    const person = await world.person();
    const earlier = { journey_id: person.journeyId, campaign_id: 'spring', prospect_id: person.prospectId, touch: 'renewal-postcard/1', kind: 'scan', evidence: 'human' as const, data: '{}', source: 'test', signal: 'done' as const };
    const now = Date.now();
    await world.store.insertInto('events').values([1, 2].map((day) => ({ ...earlier, event_id: `day-${day}`, at: new Date(now - day * 86_400_000) }))).execute();
    await world.get(`/c/${person.tokens.click}`);
    expect(await world.facts(person.prospectId)).toHaveProperty('bestHour');
    await world.get(`/c/${person.tokens.pageClick}`);
    expect((await world.events(person.journeyId)).slice(2)).toMatchObject([{ evidence: 'bot', signal: 'kept' }, { evidence: 'bot', signal: 'kept' }]);
    expect(await world.facts(person.prospectId)).not.toHaveProperty('bestHour');
    await world.close();
  });

  test('is forgotten, and nothing more inferred, once they want nothing by any medium', async () => {
    const person = await tracked.person();
    await threeEvenings(person);
    await say(person, 'reply', EVENINGS[2], { data: { facts: { interest: 'service' } } });
    await say(person, 'unsubscribe', EVENINGS[2], { data: { medium: 'all' } });
    expect(await tracked.facts(person.prospectId)).not.toHaveProperty('bestHour');
    expect(await howKnown(person, 'interest')).toEqual({ value: 'service', source: 'asked:service' });
    await say(person, 'visit', '2026-11-05T18:30:00+01:00');
    expect(await tracked.facts(person.prospectId)).not.toHaveProperty('bestHour');
    const left = await tracked.store.selectFrom('fact_sources').select('source').where('prospect_id', '=', person.prospectId).execute();
    expect(left).toEqual([{ source: 'asked:service' }]);
  });

  test('goes with the person when they are erased', async () => {
    const person = await tracked.person();
    await threeEvenings(person);
    const { store } = tracked;
    for (const table of ['events', 'links', 'touches'] as const) await store.deleteFrom(table).where('journey_id', '=', person.journeyId).execute();
    await store.deleteFrom('journeys').where('prospect_id', '=', person.prospectId).execute();
    await store.deleteFrom('prospects').where('id', '=', person.prospectId).execute();
    expect(await store.selectFrom('fact_sources').select('id').where('prospect_id', '=', person.prospectId).execute()).toEqual([]);
  });
});
