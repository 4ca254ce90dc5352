import { numbersIn, type Numbers } from '../charts/index.ts';
import type { Language } from './language.ts';

/** How numbers and times are written: numbers as in charts, and amounts in any currency. */
export interface Figures extends Omit<Numbers, 'money' | 'sum' | 'day'> {
  /** In euros unless said. */
  money(amount: number, currency?: string): string;
  /** To the whole unit, where sums are large. */
  sum(amount: number, currency?: string): string;
  date(at: Date | number): string;
  dateTime(at: Date | number): string;
}

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;
const made = new Map<string, Figures>();

/** @param zone in which times are shown, such as `Europe/Paris` */
export function figuresIn(language: Language, zone: string): Figures {
  const key = `${language} ${zone}`;
  const figures = made.get(key) ?? make(language, zone);
  made.set(key, figures);
  return figures;
}

function make(language: Language, timeZone: string): Figures {
  const time = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone, ...options });
    return (at: Date | number): string => format.format(at);
  };
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return {
    ...numbersIn(language, 'EUR'),
    money: (amount, currency = 'EUR') => numbersIn(language, currency).money(amount),
    sum: (amount, currency = 'EUR') => numbersIn(language, currency).sum(amount),
    date: time(day),
    dateTime: time({ ...day, hour: '2-digit', minute: '2-digit' }),
  };
}
