import { safeParse, type ZodObject } from 'zod';
import { language, type Language } from '../kit/language.ts';
import { askedAppointment, isToCome, type AppointmentQuestion, type AskedAppointment } from './appointment.ts';
import type { SlotReader } from './slots.ts';

/** What a question says in one language: its choices by the values that the facts' schema knows. */
export interface QuestionWords<Value extends string = string> {
  readonly legend: string;
  readonly choices: Readonly<Record<Value, { readonly label: string; readonly hint?: string }>>;
}

/** A question that a page declares: one of its choices, or one of the times on offer. */
export type PageQuestion = ChoiceQuestion | AppointmentQuestion;

/** A question that is answered by choosing one of the values that its fact may have. */
export interface ChoiceQuestion {
  /** The fact that its answer becomes. */
  readonly fact: string;
  readonly words: Readonly<Record<Language, QuestionWords>>;
  /** Asked by every mailing, whatever was answered to an earlier one: what changes from season to season. */
  readonly anew: boolean;
}

/** A question that a page asks now, in its reader's language. */
export type AskedQuestion = AskedChoice | AskedAppointment;

export interface AskedChoice extends QuestionWords {
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
  return <Fact extends keyof Facts & string>(fact: Fact, words: Readonly<Record<Language, QuestionWords<ValuesOf<Facts, Fact>>>>, { anew = false } = {}): ChoiceQuestion => ({ fact, words, anew });
}

export interface QuestionsToAsk {
  readonly page: { readonly asks: readonly PageQuestion[]; readonly atOnce?: number };
  /** The scenario's schema: a fact that it does not take is as good as unknown. */
  readonly schema: ZodObject;
  readonly facts: Readonly<Record<string, unknown>>;
  /** What was answered since the mailing by which the reader came; for questions that are asked anew. */
  readonly answeredSince: Readonly<Record<string, unknown>>;
  readonly locale: string;
  /** Whose clock and holidays appointments keep. */
  readonly reader: SlotReader;
}

/** The questions of a page whose answers are not known, in their order, as many as it asks at once. */
export function questionsToAsk({ page, schema, facts, answeredSince, locale, reader }: QuestionsToAsk): readonly AskedQuestion[] {
  const isKnown = (fact: string, value: unknown): boolean => {
    const known = schema.shape[fact];
    return value !== undefined && value !== null && known !== undefined && safeParse(known, value).success;
  };
  const open = page.asks.flatMap((question): readonly AskedQuestion[] => {
    const { fact } = question;
    if (!isAppointment(question)) return isKnown(fact, (question.anew ? answeredSince : facts)[fact]) ? [] : [{ fact, legend: question.words[language(locale)].legend, choices: question.words[language(locale)].choices }];
    if (!question.asksIf(facts) || (isKnown(fact, facts[fact]) && isToCome(facts[fact], question, reader))) return [];
    const asked = askedAppointment(question, { reader, locale });
    return asked.days.length > 0 ? [asked] : [];
  });
  return open.slice(0, page.atOnce);
}

/** Whether a question is answered by one of the times on offer. */
export function isAppointment(question: PageQuestion): question is AppointmentQuestion {
  return 'offer' in question;
}
