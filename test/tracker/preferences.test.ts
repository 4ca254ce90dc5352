import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadRecipient, mayTouch, recordConsent, suppress } from '../../store/index.ts';
import { textOf, trackerUnderTest, until, type Person, type TrackerUnderTest } from './tracker-under-test.ts';

let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest();
});
afterAll(() => tracked.close());

const DAY = 86_400_000;
const consents = (prospectId: string) => tracked.store.selectFrom('consents').select(['medium', 'purpose', 'granted', 'source', 'wording']).where('prospect_id', '=', prospectId).orderBy('id').execute();
const choose = ({ tokens }: Person, fields: Record<string, string>, token = tokens.unsubscribe) => tracked.form(`/u/${token}`, { preferences: '1', form: `form-${Math.random()}`, ...fields });
const ALL = { print: 'yes', email: 'yes', service: 'yes', social: 'yes' };

/** Somebody who agreed to everything. */
async function agreed(locale = 'fr-FR'): Promise<Person> {
  const person = await tracked.person({ locale });
  for (const medium of ['print', 'email', 'social'] as const) await recordConsent(tracked.store, { prospectId: person.prospectId, medium, granted: true, source: 'import' });
  return person;
}
const may = async ({ prospectId }: Person) => {
  const recipient = (await loadRecipient(tracked.store, prospectId))!;
  const why = (...of: Parameters<typeof mayTouch> extends [unknown, ...infer Rest] ? Rest : never) => {
    const permission = mayTouch(recipient, ...of);
    return permission.allowed ? 'yes' : permission.why;
  };
  return { print: why('print'), email: why('email'), service: why('email', 'service'), social: why('social') };
};

describe('the preference centre', () => {
  test('shows what is chosen and no name, and changes nothing by being looked at', async () => {
    const person = await agreed();
    const { status, body } = await tracked.get(`/u/${person.tokens.unsubscribe}`);
    expect(status).toBe(200);
    expect(body).not.toMatch(/Camille|Martin|@mail/);
    expect([...body.matchAll(/name="(\w+)"[^>]*checked/g)].map(([, name]) => name)).toEqual(['print', 'email', 'service', 'social']);
    expect(textOf(body)).toContain('Par e-mail, pour vos demandes');
    expect(await consents(person.prospectId)).toHaveLength(3);
  });

  test('keeps each choice with its proof: what, which words, when, how; and journeys under way are told of what was closed', async () => {
    const person = await agreed('en-GB');
    const saved = await choose(person, { print: 'yes', service: 'yes', social: 'yes' });
    expect(saved).toMatchObject({ status: 303, headers: { location: `/u/${person.tokens.unsubscribe}?saved` } });
    expect((await consents(person.prospectId)).slice(3)).toEqual([
      { medium: 'email', purpose: 'contact', granted: false, source: 'preference-centre', wording: 'preferences/1' },
      { medium: 'email', purpose: 'service', granted: true, source: 'preference-centre', wording: 'preferences/1' },
    ]);
    expect(await may(person)).toEqual({ print: 'yes', email: 'no-consent', service: 'yes', social: 'no-consent' });
    await until('the journey to be told', () => tracked.temporal.told.some(({ journeyId, report }) => journeyId === person.journeyId && report.data?.['medium'] === 'email'));
    expect(textOf((await tracked.get(saved.headers['location']!)).body)).toContain('Your choices hold from now on');
  });

  test('stops everything at once, the post too, from a printed address as well', async () => {
    const person = await agreed();
    await choose(person, { stop: 'all', ...ALL }, person.tokens.purl);
    expect(await may(person)).toEqual({ print: 'suppressed:unsubscribed', email: 'suppressed:unsubscribed', service: 'suppressed:unsubscribed', social: 'suppressed:unsubscribed' });
    expect((await tracked.events(person.journeyId)).map(({ kind, data }) => `${kind} ${String(data['medium'])}`).sort()).toEqual(['unsubscribe email', 'unsubscribe print', 'unsubscribe social']);
  });

  test('takes back what was asked for once, and never a dead mailbox or a complaint', async () => {
    const person = await agreed();
    await choose(person, { stop: 'all' });
    await suppress(tracked.store, { prospectId: person.prospectId, medium: 'print', reason: 'returned' });
    await choose(person, ALL);
    expect(await may(person)).toEqual({ print: 'yes', email: 'yes', service: 'yes', social: 'yes' });
    const opened = () => tracked.temporal.told.filter(({ journeyId, report }) => journeyId === person.journeyId && report.kind === 'consent').map(({ report }) => report.data?.['medium']);
    await until('the journey to be told of each', () => opened().length >= 3);
    expect(opened().sort()).toEqual(['email', 'print', 'social']);

    const bounced = await agreed();
    await suppress(tracked.store, { prospectId: bounced.prospectId, medium: 'email', reason: 'bounced' });
    const page = await tracked.get(`/u/${bounced.tokens.qr}`);
    expect(textOf(page.body)).toContain('Votre boîte ne reçoit pas nos messages');
    await choose(bounced, ALL);
    expect(await may(bounced)).toMatchObject({ email: 'suppressed:bounced', service: 'suppressed:bounced' });
  });

  test('pauses for 30 days all but what was asked for, until the pause is over or ended', async () => {
    const person = await agreed();
    await choose(person, { ...ALL, pause: 'yes' });
    expect(await may(person)).toEqual({ print: 'paused', email: 'paused', service: 'yes', social: 'paused' });
    const { paused_until: until } = await tracked.store.selectFrom('prospects').select('paused_until').where('id', '=', person.prospectId).executeTakeFirstOrThrow();
    expect(Math.round((until!.getTime() - Date.now()) / DAY)).toBe(30);
    expect(textOf((await tracked.get(`/u/${person.tokens.unsubscribe}`)).body)).toContain('Vous avez demandé une pause');
    // Other choices leave the pause as it is.
    await choose(person, ALL);
    expect(await may(person)).toMatchObject({ print: 'paused' });
    await choose(person, { ...ALL, resume: 'yes' });
    expect(await may(person)).toMatchObject({ print: 'yes', email: 'yes' });
    expect(await tracked.events(person.journeyId)).toEqual([]);
  });

  test('sent twice is one choice; what it does not know is of no account', async () => {
    const person = await agreed();
    for (const _ of ['once', 'twice']) expect(await choose(person, { form: 'form-0001', print: 'yes', email: '<script>', constructor: 'yes' })).toMatchObject({ status: 303 });
    expect((await tracked.events(person.journeyId)).map(({ data }) => data['medium'])).toEqual(['email', 'social']);
    expect(await may(person)).toMatchObject({ print: 'yes', email: 'suppressed:unsubscribed' });
  });

  test('tells every journey of the person, whichever campaign', async () => {
    const person = await agreed();
    await tracked.store
      .insertInto('campaigns')
      .values({ id: `other-${person.prospectId}`, scenario: 'win-back', version: 1, goal: [], clock: JSON.stringify({ epoch: 0, speed: 1 }), holdout: 0, seed: 's', pace: 1, print_every_ms: DAY })
      .execute();
    await tracked.store.insertInto('journeys').values({ id: `other-${person.prospectId}/${person.prospectId}`, campaign_id: `other-${person.prospectId}`, prospect_id: person.prospectId, holdout: false, status: 'started' }).execute();
    await choose(person, { email: 'yes', service: 'yes', social: 'yes' });
    await until('both to be told', () => tracked.temporal.told.filter(({ journeyId }) => journeyId.endsWith(`/${person.prospectId}`)).length === 2);
  });
});
