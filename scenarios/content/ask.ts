import { safeParse, type ZodObject } from 'zod';
import { language, type Language } from '../kit/language.ts';

/** What a question says in one language: its choices by the values that the facts' schema knows. */
export interface QuestionWords<Value extends string = string> {
  readonly legend: string;
  readonly choices: Readonly<Record<Value, { readonly label: string; readonly hint?: string }>>;
}

/** A question that a page declares. */
export interface PageQuestion {
  /** The fact that its answer becomes. */
  readonly fact: string;
  readonly words: Readonly<Record<Language, QuestionWords>>;
  /** Asked by every mailing, whatever was answered to an earlier one: what changes from season to season. */
  readonly anew: boolean;
}

/** A question that a page asks now, in its reader's language. */
export interface AskedQuestion extends QuestionWords {
  readonly fact: string;
}

/** The values of a fact that is answered by choosing. */
type ValuesOf<Facts, Fact extends keyof Facts> = Extract<NonNullable<Facts[Fact]>, string>;

/**
 * Makes a scenario's `ask`: a question that a page asks as long as its fact is not known. The choices are those of the facts' schema, no more and no fewer;
 * it does not compile otherwise.
 *
 * @example
 * const ask = asking<BoilerFacts>();
 * asks: [ask('interest', { fr: { legend: 'Que souhaitez-vous ?', choices: { replace: { label: 'La remplacer' }, … } }, en: … })]
 */
export function asking<Facts extends object>() {
  return <Fact extends keyof Facts & string>(fact: Fact, words: Readonly<Record<Language, QuestionWords<ValuesOf<Facts, Fact>>>>, { anew = false } = {}): PageQuestion => ({ fact, words, anew });
}

export interface QuestionsToAsk {
  readonly page: { readonly asks: readonly PageQuestion[]; readonly atOnce?: number };
  /** The scenario's schema: a fact that it does not take is as good as unknown. */
  readonly schema: ZodObject;
  readonly facts: Readonly<Record<string, unknown>>;
  /** What was answered since the mailing by which the reader came; for questions that are asked anew. */
  readonly answeredSince: Readonly<Record<string, unknown>>;
  readonly locale: string;
}

/** The questions of a page whose answers are not known, in their order, as many as it asks at once. */
export function questionsToAsk({ page, schema, facts, answeredSince, locale }: QuestionsToAsk): readonly AskedQuestion[] {
  const isKnown = ({ fact, anew }: PageQuestion): boolean => {
    const value = (anew ? answeredSince : facts)[fact];
    const known = schema.shape[fact];
    return value !== undefined && value !== null && known !== undefined && safeParse(known, value).success;
  };
  const open = page.asks.filter((question) => !isKnown(question)).slice(0, page.atOnce);
  return open.map(({ fact, words }) => ({ fact, legend: words[language(locale)].legend, choices: words[language(locale)].choices }));
}
