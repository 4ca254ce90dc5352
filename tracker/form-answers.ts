import { safeParse } from 'zod';
import type { ScenarioContent } from '../scenarios/content/index.ts';

export interface FormAnswers {
  /** What the person told us, checked. */
  readonly answers: Record<string, unknown>;
  /** What was wrong, by field, in the person's language. */
  readonly problems: Record<string, string>;
  /** What was sent, by field, to show the form again. */
  readonly given: Record<string, string>;
}

interface Form {
  readonly body: Readonly<Record<string, unknown>>;
  /** The facts that it asks. */
  readonly asks: readonly string[];
  readonly facts: ScenarioContent['facts'];
  readonly locale: string;
  /** What is wrong, in the person's language, with an answer that the schema takes: such as a time that is over. */
  readonly refuse?: (field: string, value: string) => string | undefined;
}

const WORDS = {
  fr: { wrong: 'Choisissez l’une des réponses proposées.', none: 'Choisissez une réponse.' },
  en: { wrong: 'Please choose one of the answers.', none: 'Please choose an answer.' },
} as const;

/**
 * Reads the form of a personal page: the fields that it asks and no other, each by the scenario's schema of facts. An empty field was not
 * answered; a form with no answer at all is a problem of its first field.
 */
export function readAnswers({ body, asks, facts, locale, refuse }: Form): FormAnswers {
  const words = WORDS[locale.startsWith('en') ? 'en' : 'fr'];
  const result: FormAnswers = { answers: {}, problems: {}, given: {} };
  for (const field of asks) {
    const sent = body[field];
    // A field sent twice counts by its last value, as browsers' own back button makes it happen.
    const value: unknown = Array.isArray(sent) ? sent.at(-1) : sent;
    const schema = facts.shape[field];
    if (typeof value !== 'string' || value.trim() === '' || !schema) continue;
    result.given[field] = value;
    const checked = safeParse(schema, value);
    const problem = checked.success ? refuse?.(field, value) : words.wrong;
    if (problem === undefined) result.answers[field] = checked.data;
    else result.problems[field] = problem;
  }
  const first = asks[0];
  if (first !== undefined && Object.keys(result.given).length === 0) result.problems[first] = words.none;
  return result;
}
