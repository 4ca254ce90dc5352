/** What charts and reports are written in. */
export type Language = 'en' | 'fr';

/** Numbers as a language writes them. */
export interface Numbers {
  count(value: number): string;
  /** @example percent(0.1234) // '12.3%', '12,3 %' */
  percent(share: number): string;
  /** Percentage points with their sign. */
  points(difference: number): string;
  decimal(value: number): string;
  money(amount: number): string;
  /** To the whole unit, where sums are large. */
  sum(amount: number): string;
  /** An ISO date, without its year. */
  day(date: string): string;
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** @example numbersIn('fr', 'EUR').money(1234.5) // '1 234,50 €' */
export function numbersIn(language: Language, currency: string): Numbers {
  const locale = LOCALES[language];
  const format = (options: Intl.NumberFormatOptions) => {
    const written = new Intl.NumberFormat(locale, options);
    return (value: number) => written.format(value);
  };
  const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  const inCurrency = (digits: number) => format({ style: 'currency', currency: /^[A-Z]{3}$/.test(currency) ? currency : 'EUR', minimumFractionDigits: digits, maximumFractionDigits: digits });
  const points = format({ ...oneDecimal, signDisplay: 'exceptZero' });
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
  return {
    count: format({ maximumFractionDigits: 0 }),
    percent: format({ style: 'percent', ...oneDecimal }),
    points: (difference) => points(difference * 100),
    decimal: format(oneDecimal),
    money: inCurrency(2),
    sum: inCurrency(0),
    day: (date) => day.format(new Date(`${date}T00:00:00Z`)),
  };
}
