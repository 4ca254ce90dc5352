import type { Language } from './language.ts';

/** How numbers and times are written. */
export interface Figures {
  count(value: number): string;
  /** @example percent(0.1234) // '12.3%', '12,3 %' */
  percent(share: number): string;
  /** A difference of shares, with its sign, in points. */
  points(difference: number): string;
  money(amount: number, currency?: string): string;
  /** To the whole unit, where sums are large. */
  sum(amount: number, currency?: string): string;
  decimal(value: number): string;
  date(at: Date | number): string;
  time(at: Date | number): string;
  dateTime(at: Date | number): string;
}

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;
const made = new Map<string, Figures>();

/** @param zone in which times are shown, such as `Europe/Paris` */
export function figuresIn(language: Language, zone: string): Figures {
  const key = `${language} ${zone}`;
  const figures = made.get(key) ?? make(LOCALES[language], zone);
  made.set(key, figures);
  return figures;
}

function make(locale: string, timeZone: string): Figures {
  const number = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value: number): string => format.format(value);
  };
  const time = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (at: Date | number): string => format.format(at);
  };
  const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  const inCurrency = (currency: string, digits: number) => number({ style: 'currency', currency: /^[A-Z]{3}$/.test(currency) ? currency : 'EUR', minimumFractionDigits: digits, maximumFractionDigits: digits });
  return {
    count: number({ maximumFractionDigits: 0 }),
    percent: number({ style: 'percent', ...oneDecimal }),
    points: (difference) => number({ ...oneDecimal, signDisplay: 'exceptZero' })(difference * 100),
    money: (amount, currency = 'EUR') => inCurrency(currency, 2)(amount),
    sum: (amount, currency = 'EUR') => inCurrency(currency, 0)(amount),
    decimal: number(oneDecimal),
    date: time({ day: 'numeric', month: 'short', year: 'numeric' }),
    time: time({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    dateTime: time({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
  };
}
