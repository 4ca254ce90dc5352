import { describe, expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { z } from 'zod';
import { contentOf } from '../../scenarios/content/index.ts';
import { appointmentProblem, appointmentTime, offering, sayAppointment } from '../../scenarios/content/appointment.ts';
import { questionsToAsk } from '../../scenarios/content/ask.ts';
import { samplePage } from '../../scenarios/content/sample-page.ts';
import { offeredDays, type SlotOffer, type SlotReader } from '../../scenarios/content/slots.ts';
import { QuestionForm } from '../../scenarios/kit/index.ts';

const schema = z.object({ visit: appointmentTime.optional(), interest: z.enum(['replace', 'service']).optional() });
type Facts = z.infer<typeof schema>;
const offer = offering<Facts>();
const HALVES = [{ at: '09:00', words: { fr: { label: 'Le matin' }, en: { label: 'Morning' } } }, { at: '14:30' }] as const;
const terms = { open: { mon: HALVES, tue: HALVES, thu: HALVES, fri: HALVES, sat: [HALVES[0]] }, notice: 2, days: 3 } satisfies SlotOffer;
const words = { fr: { legend: 'Quand ?' }, en: { legend: 'When?' } };
const visit = offer('visit', { words, ...terms });

/** A moment in Paris, winter time. */
const paris = (local: string, more: Partial<SlotReader> = {}): SlotReader => ({ at: Date.parse(`${local}+01:00`), timeZone: 'Europe/Paris', country: 'FR', ...more });
const shown = (reader: SlotReader, change: Partial<SlotOffer> = {}) =>
  offeredDays({ ...terms, ...change }, reader).map(({ date, slots }) => [date, ...slots.map(({ at }) => at)].join(' '));
const asked = (
  reader: SlotReader,
  { facts = {}, page = { asks: [visit] }, locale = 'en-GB' }: { facts?: Partial<Facts>; page?: Parameters<typeof questionsToAsk>[0]['page']; locale?: string } = {},
) => questionsToAsk({ page, schema, facts, answeredSince: {}, locale, reader });

describe('the times on offer', () => {
  test('begin after the notice, in working days, on days that are open', () => {
    // Tuesday 1 December: two working days on is Thursday; Wednesday is not open, Sunday never.
    expect(shown(paris('2026-12-01T10:00'))).toEqual(['2026-12-03 09:00 14:30', '2026-12-04 09:00 14:30', '2026-12-05 09:00']);
    // Friday: the weekend's days don't count as notice.
    expect(shown(paris('2026-12-04T10:00'))).toEqual(['2026-12-08 09:00 14:30', '2026-12-10 09:00 14:30', '2026-12-11 09:00 14:30']);
  });

  test('leave out public holidays, which are no notice either: those of the reader’s country, unless the page says whose', () => {
    const eve = paris('2026-12-23T10:00');
    expect(shown(eve)).toEqual(['2026-12-28 09:00 14:30', '2026-12-29 09:00 14:30', '2026-12-31 09:00 14:30']);
    // Boxing Day, a Saturday, is a holiday in Germany only; Switzerland's are not known.
    expect(shown(eve, { notice: 1 })[1]).toBe('2026-12-26 09:00');
    expect(shown({ ...eve, country: 'DE' }, { notice: 1 })[1]).toBe('2026-12-28 09:00 14:30');
    expect(shown({ ...eve, country: 'CH' }, { notice: 1 })[1]).toBe('2026-12-25 09:00 14:30');
    expect(shown({ ...eve, country: 'CH' }, { notice: 1, holidays: 'FR' })[1]).toBe('2026-12-26 09:00');
  });

  test('are times of where the reader lives, or of the store', () => {
    // Monday 14:00 in Paris is 17:00 in Réunion and 09:00 in Martinique.
    const today = { notice: 0, days: 1 };
    expect(shown(paris('2026-11-30T14:00'), today)).toEqual(['2026-11-30 14:30']);
    expect(shown(paris('2026-11-30T14:00', { timeZone: 'Indian/Reunion' }), today)).toEqual(['2026-12-01 09:00 14:30']);
    expect(shown(paris('2026-11-30T14:00', { timeZone: 'America/Martinique' }), today)).toEqual(['2026-11-30 14:30']);
    expect(shown(paris('2026-11-30T14:00', { timeZone: 'America/Martinique' }), { ...today, timeZone: 'Indian/Reunion' })).toEqual(['2026-12-01 09:00 14:30']);
    // In summer too: 15:00 in Paris.
    expect(shown({ at: Date.UTC(2027, 6, 5, 12, 29), timeZone: 'Europe/Paris', country: 'FR' }, today)).toEqual(['2027-07-05 14:30']);
    expect(shown({ at: Date.UTC(2027, 6, 5, 12, 30), timeZone: 'Europe/Paris', country: 'FR' }, today)).toEqual(['2027-07-06 09:00 14:30']);
  });

  test('refuse at once what could never be taken up', () => {
    expect(() => offer('visit', { words, open: {}, notice: 1, days: 3 })).toThrow(/Expected an appointment to have a day that is open/);
    expect(() => offer('visit', { words, ...terms, open: { mon: [{ at: '9:00' }] } })).toThrow(/got '9:00'/);
    expect(() => offer('visit', { words, ...terms, notice: -1 })).toThrow(/0 to 30 working days, got -1/);
    expect(() => offer('visit', { words, ...terms, days: 40 })).toThrow(/1 to 20, got 40/);
    // @ts-expect-error: a fact that holds no appointment
    expect(offer('interest', { words, ...terms }).fact).toBe('interest');
  });
});

describe('an appointment on a page', () => {
  const now = paris('2026-11-30T10:00');

  test('is asked in the reader’s language', () => {
    const say = (locale: string) =>
      asked(paris('2026-11-27T10:00'), { locale }).flatMap((question) =>
        'days' in question ? question.days.map(({ name, slots }) => `${name}: ${slots.map(({ value, label }) => `${label} (${value})`).join(', ')}`) : [],
      );
    expect(say('fr-FR')).toMatchInlineSnapshot(`
     [
       "Mardi 1er décembre: Le matin (2026-12-01T09:00), 14 h 30 (2026-12-01T14:30)",
       "Jeudi 3 décembre: Le matin (2026-12-03T09:00), 14 h 30 (2026-12-03T14:30)",
       "Vendredi 4 décembre: Le matin (2026-12-04T09:00), 14 h 30 (2026-12-04T14:30)",
     ]
    `);
    expect(say('en-GB')).toMatchInlineSnapshot(`
     [
       "Tuesday 1 December: Morning (2026-12-01T09:00), 2:30 pm (2026-12-01T14:30)",
       "Thursday 3 December: Morning (2026-12-03T09:00), 2:30 pm (2026-12-03T14:30)",
       "Friday 4 December: Morning (2026-12-04T09:00), 2:30 pm (2026-12-04T14:30)",
     ]
    `);
  });

  test('is asked until one to come is known, and again when that is over', () => {
    expect(asked(now)).toHaveLength(1);
    expect(asked(now, { facts: { visit: '2026-12-03T14:30' } })).toEqual([]);
    expect(asked(now, { facts: { visit: '2026-11-30T10:01' } })).toEqual([]);
    expect(asked(now, { facts: { visit: '2026-11-30T10:00' } })).toHaveLength(1);
    expect(asked(now, { facts: { visit: 'next week' as never } })).toHaveLength(1);
  });

  test('is asked of those whom the page means', () => {
    const page = { asks: [offer('visit', { words, ...terms, asksIf: ({ interest }) => interest === 'replace' })] };
    expect(asked(now, { page })).toEqual([]);
    expect(asked(now, { page, facts: { interest: 'replace' } })).toHaveLength(1);
  });

  test('is a date and a time that are, and was on offer within the hour', () => {
    for (const wrong of ['2026-02-30T09:00', '2026-12-03', '2026-12-03T24:00', '2026-12-03T09:00Z', 'soon', 3]) expect(schema.safeParse({ visit: wrong }).success).toBe(false);
    const problem = (value: string, reader = now) => appointmentProblem(visit, { value, reader, locale: 'en-GB' });
    expect(problem('2026-12-03T14:30')).toBeUndefined();
    expect(problem('2026-12-03T15:00')).toBe('This time is not on offer, or no longer. Please choose one of the list.');
    expect(problem('2026-12-01T09:00')).toMatch(/not on offer/);
    expect(problem('2026-11-27T09:00')).toBe('This time is over. Please choose another of those that are left.');
    // Shown before midnight, sent after.
    expect(problem('2026-12-03T09:00', paris('2026-12-02T00:20'))).toBeUndefined();
    expect(problem('2026-12-03T09:00', paris('2026-12-02T01:20'))).toMatch(/not on offer/);
  });

  test('is said with the words of its time', () => {
    expect([sayAppointment(visit, '2026-12-03T09:00', 'fr-FR'), sayAppointment(visit, '2026-12-01T14:30', 'fr-FR'), sayAppointment(visit, '2026-12-03T14:30', 'en-GB')])
      .toMatchInlineSnapshot(`
     [
       {
         "day": "Jeudi 3 décembre",
         "time": "Le matin",
       },
       {
         "day": "Mardi 1er décembre",
         "time": "14 h 30",
       },
       {
         "day": "Thursday 3 December",
         "time": "2:30 pm",
       },
     ]
    `);
  });

  test('is a group of radio buttons in groups by day, never remembered from another day', () => {
    const page = { asks: [visit], title: () => '', styles: '', body: () => <></> };
    const html = (reader: SlotReader, given: Record<string, string> = {}) =>
      renderToStaticMarkup(
        <QuestionForm context={samplePage({ facts: schema, pages: { page } }, 'page', { facts: {}, reader, given, locale: 'en-GB' })} title="Visit" check="Check" send="Send" />,
      );
    expect(html(paris('2026-12-04T10:00')).replace(/<button.*/, '')).toMatch(
      /<fieldset class="question visit appointment"><legend>When\?<\/legend><fieldset class="slot-day"><legend>Tuesday 8 December<\/legend><div class="slots"><label class="choice"><input type="radio" required="" name="visit" value="2026-12-08T09:00"\/>/,
    );
    expect(html(paris('2026-12-07T10:00'))).not.toContain('2026-12-08');
    expect(html(now, { visit: '2026-12-03T14:30' })).toMatch(/<input[^>]*checked=""[^>]*value="2026-12-03T14:30"|<input[^>]*value="2026-12-03T14:30"[^>]*checked=""/);
  });
});

describe('the boiler check', () => {
  const content = contentOf('boiler-renewal.v3');
  const page = (facts: object, locale = 'fr-FR') =>
    renderToStaticMarkup(content.pages['boiler-check']!.body(samplePage(content, 'boiler-check', { facts: { boilerAge: 16, energy: 'gas', ...facts }, locale, answered: true })));

  test('asks who wants a new one when somebody may come, nobody else; then says when', () => {
    expect(page({ interest: 'replace', horizon: 'now' })).toContain('name="visit"');
    expect(page({ interest: 'service', horizon: 'now' })).not.toContain('name="visit"');
    const noted = page({ interest: 'replace', horizon: 'now', visit: '2026-12-03T13:00' });
    expect(noted).not.toContain('name="visit"');
    expect(noted).toContain('<p class="visit-when">Jeudi 3 décembre <span>Après-midi, 13\u00a0h à 17\u00a0h</span></p>');
    expect(page({ interest: 'replace', horizon: 'now', visit: '2026-12-03T13:00' }, 'en-GB')).toContain('Thursday 3 December <span>Afternoon, 1 to 5</span>');
  });
});
