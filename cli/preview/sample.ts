import { createHash } from 'node:crypto';
import { populationOf } from '../../scenarios/content/populations.ts';
import type { MessageContext, Person, ScenarioContent } from '../../scenarios/content/index.ts';
import { PersonalDraw } from '../../simulator/draw.ts';
import { ALPHABET } from '../../store/tokens.ts';
import { LOCALES, type Reader, type Shown } from './question.ts';

const PEOPLE: Readonly<Record<Reader, Person>> = {
  elodie: { title: 'Mme', firstName: 'Élodie', lastName: 'Martin-Roux' },
  long: { title: 'Mme', firstName: 'Anne-Charlotte', lastName: 'de La Rochefoucauld-Beaulieu' },
  nobody: { title: null, firstName: null, lastName: null },
};

/** An area as `area-drop` would print it. */
export const AREA = { code: 'K7QX2', name: 'Les Tilleuls' };

/** Who reads, and where they live. */
export function addressee({ reader }: Pick<Shown, 'reader'>) {
  const { lastName, ...person } = PEOPLE[reader];
  // Without a name a card goes to the household.
  return { ...person, lastName: lastName ?? 'Les habitants', addressLine: '4 rue des Trois Alouettes', addressComplement: null, postcode: '00520', city: 'Champorain', country: 'FR', email: null };
}

/** What a message is written from in the preview. */
export function contextOf(shown: Shown, { sample, links }: { sample: object; links: Readonly<Record<string, string>> }): MessageContext<object> {
  return {
    props: shown.props === undefined ? sample : readObject(shown.props),
    person: PEOPLE[shown.reader],
    locale: LOCALES[shown.language],
    ...(shown.variant ? { variant: shown.variant } : {}),
    links,
    unsubscribe: `${shown.base}/u/${tokenFor('unsubscribe', shown.type)}`,
  };
}

/**
 * What was typed as props or facts.
 *
 * @throws Error when it is no JSON, or no object.
 */
export function readObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`Expected JSON such as {"offer": "replace"}, got: ${(error as Error).message}. Names and texts go into double quotes, and nothing follows the last one.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`Expected a JSON object in braces, such as {"offer": "replace"}, got ${text.slice(0, 40)}.`);
  return value as Record<string, unknown>;
}

/** A token that looks like one and is the same at every start, so that an opened preview stays good. */
export function tokenFor(...of: readonly string[]): string {
  const digest = createHash('sha256').update(of.join(' ')).digest();
  return Array.from(digest.subarray(0, 10), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** What is known of an invented prospect before a page has asked: its population's, or nothing where it has none. */
export function sampleFacts({ scenario, content, asks }: { scenario: string; content: ScenarioContent; asks: readonly string[] }): Record<string, unknown> {
  try {
    const population = populationOf(scenario);
    const { facts } = population.prospect(new PersonalDraw().of(7, 1), population.parameters as never);
    return Object.fromEntries(Object.entries({ ...content.drop?.facts(AREA), ...facts }).filter(([name]) => !asks.includes(name)));
  } catch {
    return {};
  }
}
