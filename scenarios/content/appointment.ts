import { z } from 'zod';
import { language, type Language } from '../kit/language.ts';
import { checkOffer, isOffered, isOver, offeredDays, type SlotOffer, type SlotReader } from './slots.ts';

/** When an appointment is, where it is held. */
export type AppointmentTime = `${number}-${number}-${number}T${number}:${number}`;

/** A fact that is an appointment: date and time where it is held, such as `2026-12-03T14:00`. */
export const appointmentTime = z.custom<AppointmentTime>((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(value) && isDate(value.slice(0, 10)), {
  error: 'Expected an appointment such as 2026-12-03T14:00',
});

/** A request for an appointment that a page declares. */
export interface AppointmentQuestion {
  /** The fact that its answer becomes. */
  readonly fact: string;
  readonly words: Readonly<Record<Language, { readonly legend: string }>>;
  readonly offer: SlotOffer;
  /** Asked only where this holds of what is known. */
  readonly asksIf: (facts: Readonly<Record<string, unknown>>) => boolean;
}

/** A request for an appointment that a page asks now: what may be chosen, by day, in its reader's language. */
export interface AskedAppointment {
  readonly fact: string;
  readonly legend: string;
  readonly days: readonly { readonly name: string; readonly slots: readonly { readonly value: string; readonly label: string; readonly hint?: string }[] }[];
}

/** The facts that may hold an appointment. */
type AppointmentsOf<Facts> = { [Fact in keyof Facts]-?: NonNullable<Facts[Fact]> extends AppointmentTime ? Fact : never }[keyof Facts] & string;

interface Terms<Facts> extends SlotOffer {
  readonly words: AppointmentQuestion['words'];
  /** Where not everybody is asked, such as `({ interest }) => interest === 'replace'`. */
  readonly asksIf?: (facts: Partial<Facts>) => boolean;
}

/**
 * Makes a scenario's `offer`: times of which a reader may ask for one. It is asked as long as no appointment to come is known; an answer must be on offer when it is given.
 *
 * @throws ScenarioError (`BadTime`) for times, a notice or a number of days that cannot be.
 * @example
 * const offer = offering<BoilerFacts>();
 * asks: [offer('visit', { words: { fr: { legend: 'Quand passer ?' }, en: { legend: 'When may we come?' } }, open: { tue: [{ at: '09:00' }] }, notice: 2, days: 4 })]
 */
export function offering<Facts extends object>() {
  return (fact: AppointmentsOf<Facts>, { words, asksIf, ...offer }: Terms<Facts>): AppointmentQuestion => {
    checkOffer(offer);
    return { fact, words, offer, asksIf: (facts) => asksIf?.(facts as Partial<Facts>) ?? true };
  };
}

/** What is on offer now, as it is said to the reader. */
export function askedAppointment({ fact, words, offer }: AppointmentQuestion, { reader, locale }: { readonly reader: SlotReader; readonly locale: string }): AskedAppointment {
  const speech = language(locale);
  const days = offeredDays(offer, reader).map(({ date, slots }) => ({ name: dayName(date, speech), slots: slots.map(({ at, words }) => ({ value: `${date}T${at}`, ...(words?.[speech] ?? { label: clockName(at, speech) }) })) }));
  return { fact, legend: words[speech].legend, days };
}

/** Whether a known appointment is still to come: then it is not asked for again. */
export function isToCome(value: unknown, { offer }: AppointmentQuestion, reader: SlotReader): boolean {
  return typeof value === 'string' && !isOver(value, offer, reader);
}

const PROBLEMS = {
  fr: { over: 'Ce moment est passé. Choisissez-en un autre parmi ceux qui restent.', never: 'Ce moment n’est pas proposé, ou ne l’est plus. Choisissez-en un dans la liste.' },
  en: { over: 'This time is over. Please choose another of those that are left.', never: 'This time is not on offer, or no longer. Please choose one of the list.' },
} as const;

/** What is wrong with an answer, in the reader's language; undefined where it is on offer. */
export function appointmentProblem({ offer }: AppointmentQuestion, { value, reader, locale }: { readonly value: string; readonly reader: SlotReader; readonly locale: string }): string | undefined {
  if (isOffered(value, offer, reader)) return undefined;
  return PROBLEMS[language(locale)][isOver(value, offer, reader) ? 'over' : 'never'];
}

/**
 * An appointment as it is said, with the words of its time where they are still declared.
 *
 * @example sayAppointment(visit, '2026-12-03T14:00', 'en-GB') // { day: 'Thursday 3 December', time: '2 pm' }
 */
export function sayAppointment({ offer }: AppointmentQuestion, value: AppointmentTime, locale: string): { readonly day: string; readonly time: string } {
  const speech = language(locale);
  const [date, at] = value.split('T') as [string, string];
  const words = Object.values(offer.open).flat().find((slot) => slot.at === at)?.words;
  const { label, hint } = words?.[speech] ?? { label: clockName(at, speech) };
  return { day: dayName(date, speech), time: hint ? `${label}, ${hint}` : label };
}

const REGION = { fr: 'fr-FR', en: 'en-GB' } as const;
const day = (region: string): Intl.DateTimeFormat => new Intl.DateTimeFormat(region, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const clock = (region: string): Intl.DateTimeFormat => new Intl.DateTimeFormat(region, { hour: 'numeric', minute: '2-digit', hour12: region === REGION.en, timeZone: 'UTC' });
const DAYS = { fr: day(REGION.fr), en: day(REGION.en) };
const CLOCKS = { fr: clock(REGION.fr), en: clock(REGION.en) };

function dayName(date: string, speech: Language): string {
  const name = DAYS[speech].format(new Date(date)).replace(',', '');
  // CLDR's patterns leave out the ordinal that French has on the first, and nowhere else.
  return speech === 'fr' ? name.replace(/ 1 /, ' 1er ').replace(/^./, (letter) => letter.toUpperCase()) : name;
}

/** 14 h, 14 h 30; 2 pm, 2:30 pm. */
function clockName(at: string, speech: Language): string {
  const parts = Object.fromEntries(CLOCKS[speech].formatToParts(new Date(`1970-01-01T${at}Z`)).map(({ type, value }) => [type, value]));
  const { hour = '', minute = '00', dayPeriod = '' } = parts;
  if (speech === 'fr') return `${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`;
  return `${hour}${minute === '00' ? '' : `:${minute}`}\u00a0${dayPeriod}`;
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
