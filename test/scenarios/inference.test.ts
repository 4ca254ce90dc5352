import { describe, expect, test } from '@jest/globals';
import { bestHour, mostOften, preferredMedium, type PersonalResponse, type Seen, type SentTouch } from '../../scenarios/content/inference.ts';
import { content } from '../../scenarios/boiler-renewal/content.ts';
import { boilerRenewalV2 } from '../../scenarios/boiler-renewal/v2.ts';
import { play } from '../../simulator/index.ts';

const DAY = 86_400_000;

function response(day: number, hour: number, rest: Partial<PersonalResponse> = {}): PersonalResponse {
  return { scenario: 'boiler-renewal', message: 'card', medium: 'print', props: {}, kind: 'scan', day, hour, at: day * DAY + hour * 3_600_000, ...rest };
}
const seen = (responses: readonly PersonalResponse[], touches: readonly SentTouch[] = []): Seen => ({ scenario: 'boiler-renewal', responses, touches, now: 100 * DAY });

describe('the best hour', () => {
  const conclude = bestHour();
  const at = (...hours: number[]) => conclude(seen(hours.map((hour, day) => response(day, hour))));

  test('takes three days that agree, give or take an hour', () => {
    expect(at(18, 18)).toBeUndefined();
    expect(at(18, 18, 9)).toBeUndefined();
    expect(at(18, 19, 18)).toEqual({ value: '18:00', certainty: 0.8, responses: 3 });
  });

  test('is none for who answers at all hours', () => {
    expect(at(8, 11, 14, 17, 20, 23)).toBeUndefined();
  });

  test('goes over midnight', () => {
    expect(at(23, 0, 23, 0)).toMatchObject({ value: '23:00' });
  });

  test('a long sitting is one occasion', () => {
    expect(conclude(seen(Array.from({ length: 9 }, () => response(1, 18))))).toBeUndefined();
  });

  test('people change: old habits drop out', () => {
    const evenings = Array.from({ length: 12 }, (_, day) => response(day, 18));
    const mornings = Array.from({ length: 12 }, (_, day) => response(20 + day, 7));
    expect(conclude(seen([...evenings, ...mornings]))).toMatchObject({ value: '07:00' });
  });
});

describe('what most responses speak for', () => {
  const conclude = mostOften(({ link }) => link, { least: 2 });
  const follow = (day: number, link: string, rest: Partial<PersonalResponse> = {}) => response(day, 10, { kind: 'click', link, ...rest });

  test('takes a majority, on occasions of their own', () => {
    expect(conclude(seen([follow(1, 'gas'), follow(1, 'gas')]))).toBeUndefined();
    expect(conclude(seen([follow(1, 'gas'), follow(2, 'gas'), follow(3, 'oil')]))).toEqual({ value: 'gas', certainty: 0.6, responses: 2 });
    expect(conclude(seen([follow(1, 'gas'), follow(2, 'gas'), follow(3, 'oil'), follow(4, 'oil')]))).toBeUndefined();
  });

  test('other scenarios’ links say nothing here', () => {
    expect(conclude(seen([follow(1, 'gas', { scenario: 'win-back' }), follow(2, 'gas', { scenario: 'win-back' })]))).toBeUndefined();
  });
});

describe('the preferred medium', () => {
  const conclude = preferredMedium();
  const touches = (medium: 'print' | 'email', of: number, answered: number, at = 0): SentTouch[] =>
    Array.from({ length: of }, (_, index) => ({ scenario: 's', message: 'm', medium, at, answered: index < answered }));

  test('is the one that is answered more often of those tried', () => {
    const conclusion = conclude(seen([], [...touches('print', 4, 3), ...touches('email', 6, 0)]));
    expect(conclusion).toMatchObject({ value: 'print', responses: 3 });
    // P(Beta(4, 2) > Beta(1, 7)) = 1 - B(4, 9) / B(4, 2)
    expect(conclusion!.certainty).toBeCloseTo(1 - 1 / 99, 3);
  });

  test('is none where one medium was tried, or the difference may be chance', () => {
    expect(conclude(seen([], touches('print', 3, 3)))).toBeUndefined();
    expect(conclude(seen([], [...touches('print', 5, 2), ...touches('email', 5, 2)]))).toBeUndefined();
  });

  test('a mail of yesterday may still be answered', () => {
    expect(conclude(seen([], [...touches('print', 2, 2), ...touches('email', 5, 0, 99 * DAY)]))).toBeUndefined();
  });
});

test('the scenario’s own rules conclude what its facts take', () => {
  const facts = content.inferences!.flatMap(({ fact, conclude }) => {
    const asked = { kind: 'click', link: 'appointment', message: 'thank-you', medium: 'email', props: { interest: 'replace' } } as const;
    const conclusion = conclude(
      seen(
        [1, 2, 3].map((day) => response(day, 18, asked)),
        [
          { scenario: 's', message: 'm', medium: 'print', at: 0, answered: false },
          ...[1, 2, 3].map((at) => ({ scenario: 's', message: 'n', medium: 'email' as const, at, answered: true })),
        ],
      ),
    );
    return conclusion ? [[fact, content.facts.shape[fact]!.parse(conclusion.value)]] : [];
  });
  expect(Object.fromEntries(facts)).toEqual({ interest: 'replace', preferredMedium: 'email', bestHour: '18:00' });
});

test('the timeline and the explanation of a journey say what was inferred, and how', async () => {
  const facts = { boilerAge: 14, energy: 'gas', storeDistance: 3, store: 'Saint-Aubin', customer: 'no' } as const;
  const inferred = { bestHour: { value: '18:00', source: 'inferred:hours' }, interest: { value: 'replace', source: 'inferred:clicks' } } as const;
  const { timeline, explanation } = await play(boilerRenewalV2, { facts, on: [{ after: '6 days', response: 'scan', of: 'renewal-postcard', inferred }] });
  expect(timeline.slice(2, 7)).toMatchInlineSnapshot(`
   [
     "day 6.0  scan of renewal-postcard/1 [human]",
     "day 6.0  learned bestHour = 18:00 from inferred:hours",
     "day 6.0  learned interest = replace from inferred:clicks",
     "day 6.0  wait 1 over: scan of renewal-postcard/1",
     "day 6.0  wait 2 for reply until day 7.0",
   ]
  `);
  expect(explanation.learned).toMatchInlineSnapshot(`
   [
     {
       "at": 1794128400000,
       "fact": "bestHour",
       "source": "inferred:hours",
       "value": "18:00",
     },
     {
       "at": 1794128400000,
       "fact": "interest",
       "source": "inferred:clicks",
       "value": "replace",
     },
   ]
  `);
});
