import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { trackerUnderTest, until, type TrackerUnderTest } from './tracker-under-test.ts';

/** Monday 30 November 2026, 10:00 in Paris; a test may move it. */
const MONDAY = Date.parse('2026-11-30T10:00+01:00');
let at = MONDAY;
let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest({ now: () => new Date(at) });
});
afterAll(() => tracked.close());

const wants = { interest: 'replace', horizon: 'now' };
const offered = (html: string) => [...html.matchAll(/name="visit" value="([^"]+)"/g)].map(([, value]) => value);
const problem = (html: string) => /id="visit-problem">([^<]*)</.exec(html)?.[1];
const reader = async (given: Parameters<TrackerUnderTest['person']>[0] = {}) => {
  at = MONDAY;
  const person = await tracked.person({ ...given, facts: { ...wants, ...given.facts } });
  return { ...person, page: `/p/${person.tokens.qr}` };
};

describe('an appointment that a page asks for', () => {
  test('is offered after three working days, becomes a fact, is told to the journey, and is not asked again before it is over', async () => {
    const { page, prospectId, journeyId } = await reader();
    expect(offered((await tracked.get(page)).body)).toMatchInlineSnapshot(`
     [
       "2026-12-03T08:00",
       "2026-12-03T13:00",
       "2026-12-04T08:00",
       "2026-12-04T13:00",
       "2026-12-05T08:00",
       "2026-12-07T08:00",
       "2026-12-07T13:00",
       "2026-12-08T08:00",
       "2026-12-08T13:00",
     ]
    `);
    expect((await tracked.form(page, { form: 'form-of-the-visit', visit: '2026-12-03T13:00' })).status).toBe(303);
    expect(await tracked.facts(prospectId)).toMatchObject({ visit: '2026-12-03T13:00' });
    await until('the journey to be told', () => tracked.temporal.told.some((told) => told.journeyId === journeyId && told.report.kind === 'reply'));
    const thanks = (await tracked.get(`${page}?merci`)).body;
    expect([offered(thanks), thanks.includes('Jeudi 3 décembre <span>Après-midi, 13\u00a0h à 17\u00a0h</span>')]).toEqual([[], true]);
    at = Date.parse('2026-12-03T13:00+01:00');
    expect(offered((await tracked.get(page)).body)[0]).toBe('2026-12-08T08:00');
  });

  test('is refused where it is over or was never offered, in a sentence beside it, and what else was answered is kept', async () => {
    const { page, journeyId } = await reader({ locale: 'en-GB', facts: { horizon: undefined } });
    const refused = async (visit: string) => {
      const answer = await tracked.form(page, { visit, horizon: 'this-year' });
      expect([answer.status, answer.body.match(/<input[^>]*(?:checked=""[^>]*value="this-year"|value="this-year"[^>]*checked="")/)?.length]).toEqual([422, 1]);
      return problem(answer.body);
    };
    expect(await refused('2026-11-30T08:00')).toBe('This time is over. Please choose another of those that are left.');
    expect(await refused('2026-12-01T08:00')).toBe('This time is not on offer, or no longer. Please choose one of the list.');
    expect(await refused('2026-12-05T13:00')).toBe('This time is not on offer, or no longer. Please choose one of the list.');
    expect(await refused('tomorrow')).toBe('Please choose one of the answers.');
    expect(await tracked.events(journeyId)).toEqual([]);
  });

  test('is refused when the page lay open for days, and the times that are left are shown', async () => {
    const { page } = await reader();
    const [first = ''] = offered((await tracked.get(page)).body);
    at = MONDAY + 4 * 86_400_000;
    const answer = await tracked.form(page, { visit: first });
    expect([answer.status, problem(answer.body), offered(answer.body)[0]]).toEqual([
      422,
      'Ce moment est passé. Choisissez-en un autre parmi ceux qui restent.',
      '2026-12-09T08:00',
    ]);
  });

  test('must be chosen where nothing else is asked', async () => {
    const { page } = await reader();
    const answer = await tracked.form(page, {});
    expect([answer.status, problem(answer.body)]).toEqual([422, 'Choisissez une réponse.']);
  });

  test('is not taken of those who were not asked', async () => {
    const { page, prospectId } = await reader({ facts: { interest: 'service', horizon: undefined } });
    expect((await tracked.get(page)).body).not.toContain('name="visit"');
    expect((await tracked.form(page, { visit: '2026-12-03T13:00', horizon: 'now' })).status).toBe(303);
    expect(await tracked.facts(prospectId)).not.toHaveProperty('visit');
  });

  test('keeps the clock of the campaign and of where the reader lives', async () => {
    const fast = await trackerUnderTest({ now: () => new Date(MONDAY + 60_000) });
    const { tokens } = await fast.person({ facts: wants });
    await fast.store
      .updateTable('campaigns')
      .set({ clock: JSON.stringify({ epoch: MONDAY, speed: 1_440 }) })
      .execute();
    // A minute of the world is a day of the campaign: Tuesday, ten in the morning.
    expect(offered((await fast.get(`/p/${tokens.qr}`)).body)[0]).toBe('2026-12-04T08:00');
    // 20:00 UTC on that Monday is Tuesday in Réunion.
    const far = await tracked.person({ facts: { ...wants, timeZone: 'Indian/Reunion' } });
    at = Date.parse('2026-11-30T20:30Z');
    expect(offered((await tracked.get(`/p/${far.tokens.qr}`)).body)[0]).toBe('2026-12-04T08:00');
    await fast.close();
  });
});
