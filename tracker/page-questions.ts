import { appointmentProblem, isAppointment, questionsToAsk, type PersonalPage, type ScenarioContent, type SlotReader } from '../scenarios/content/index.ts';
import { readAnswers, type FormAnswers } from './form-answers.ts';

interface Asking {
  readonly page: PersonalPage;
  /** The scenario's schema. */
  readonly schema: ScenarioContent['facts'];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly answeredSince: Readonly<Record<string, unknown>>;
  readonly locale: string;
  readonly reader: SlotReader;
}

/**
 * Reads the form of a personal page: answers by the scenario's schema, appointments by what is on offer too. An answer may be corrected after it was given, so what is
 * known already is read as well; an appointment that this reader is not asked for is ignored. A form with no answer is a problem of the first question that is open.
 */
export function readPageAnswers({ page, schema, facts, locale, reader, body, ...asking }: Asking & { readonly body: Readonly<Record<string, unknown>> }): FormAnswers {
  const open = questionsToAsk({ page, schema, facts, locale, reader, ...asking }).map(({ fact }) => fact);
  const read = page.asks.filter((question) => !isAppointment(question) || question.asksIf({ ...facts, ...body })).map(({ fact }) => fact);
  const refuse = (field: string, value: string): string | undefined => {
    const question = page.asks.find(({ fact }) => fact === field);
    return question && isAppointment(question) ? appointmentProblem(question, { value, reader, locale }) : undefined;
  };
  return readAnswers({ body, asks: [...open, ...read.filter((fact) => !open.includes(fact))], facts: schema, locale, refuse });
}
