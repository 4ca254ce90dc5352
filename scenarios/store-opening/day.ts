import type { Language } from '../kit/index.ts';

/** A date as people say it. */
export interface Day {
  /** `vendredi 12 mars`, `Friday 12 March`. */
  readonly long: string;
  /** `vendredi`. */
  readonly weekday: string;
  /** `12`, in French `1er`. */
  readonly number: string;
  /** `mars`. */
  readonly month: string;
}

/**
 * Reads a date of the facts.
 *
 * @param date such as `2027-03-12`
 * @example dayOf('2027-03-01', 'fr').long // 'lundi 1er mars'
 */
export function dayOf(date: string, speech: Language): Day {
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(speech === 'fr' ? 'fr-FR' : 'en-GB', { timeZone: 'UTC', ...options }).format(new Date(date));
  const [weekday, day, month] = [part({ weekday: 'long' }), part({ day: 'numeric' }), part({ month: 'long' })];
  const number = speech === 'fr' && day === '1' ? '1er' : day;
  return { long: `${weekday} ${number}\u00a0${month}`, weekday, number, month };
}

/** `vendredi` as a sentence begins: `Vendredi`. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
