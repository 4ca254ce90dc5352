import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { asking, isAppointment, questionsToAsk } from '../../scenarios/content/ask.ts';
import { contentOf, SAMPLE_READER } from '../../scenarios/content/index.ts';
import { newestVersion, scenarioNames } from '../../scenarios/registry.ts';

const schema = z.object({ wish: z.enum(['visit', 'later']).optional(), slot: z.enum(['morning', 'saturday']).optional() });
const ask = asking<z.infer<typeof schema>>();
const wish = { legend: 'What would you like?', choices: { visit: { label: 'A visit' }, later: { label: 'Later' } } };
const slot = { legend: 'When?', choices: { morning: { label: 'A morning' }, saturday: { label: 'A Saturday' } } };
const asks = [ask('wish', { fr: { ...wish, legend: 'Que souhaitez-vous ?' }, en: wish }), ask('slot', { fr: slot, en: slot })];

const factsAsked = (facts: object, given: Partial<Parameters<typeof questionsToAsk>[0]> = {}) =>
  questionsToAsk({ page: { asks }, schema, facts: facts as Record<string, unknown>, answeredSince: {}, locale: 'en-GB', reader: SAMPLE_READER, ...given }).map(({ fact }) => fact);

describe('the questions of a page', () => {
  test('are asked as long as their facts are not known, in their order', () => {
    expect(factsAsked({})).toEqual(['wish', 'slot']);
    expect(factsAsked({ wish: 'visit' })).toEqual(['slot']);
    expect(factsAsked({ wish: 'visit', slot: 'saturday' })).toEqual([]);
    expect(factsAsked({ wish: 'an answer of an earlier version', slot: null })).toEqual(['wish', 'slot']);
  });

  test('come one at a time where the page says so, in the language of its reader', () => {
    expect(factsAsked({}, { page: { asks, atOnce: 1 } })).toEqual(['wish']);
    const [first] = questionsToAsk({ page: { asks }, schema, facts: {}, answeredSince: {}, locale: 'fr-FR', reader: SAMPLE_READER });
    expect(first?.legend).toBe('Que souhaitez-vous ?');
  });

  test('are asked anew by each mailing where they say so, and not twice by one', () => {
    const page = { asks: [ask('wish', { fr: wish, en: wish }, { anew: true })] };
    expect(factsAsked({ wish: 'later' }, { page })).toEqual(['wish']);
    expect(factsAsked({ wish: 'later' }, { page, answeredSince: { wish: 'later' } })).toEqual([]);
  });

  test('don’t compile with choices that the facts don’t know, or without one that they do', () => {
    // @ts-expect-error: no such fact
    ask('colour', { fr: wish, en: wish });
    // @ts-expect-error: `later` is missing
    ask('wish', { fr: wish, en: { legend: 'What?', choices: { visit: { label: 'A visit' } } } });
    // @ts-expect-error: the schema takes no evening
    ask('slot', { fr: slot, en: { legend: 'When?', choices: { ...slot.choices, evening: { label: 'An evening' } } } });
    expect(asks).toHaveLength(2);
  });
});

test.each(scenarioNames())('%s: its pages ask for what its schema takes, in both languages', (name) => {
  const { facts, pages } = contentOf(`${name}.v${newestVersion(name)}`);
  for (const { asks: asked } of Object.values(pages)) {
    for (const question of asked) {
      if (isAppointment(question)) continue;
      const { fact, words } = question;
      for (const { choices } of [words.fr, words.en]) for (const value of Object.keys(choices)) expect({ fact, value, ok: facts.shape[fact]?.safeParse(value).success }).toEqual({ fact, value, ok: true });
    }
  }
});
