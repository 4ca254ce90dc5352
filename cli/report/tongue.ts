import * as english from './figures.ts';
import { terminalWords, type TerminalWords } from './terminal-words.ts';

/** What a report on the terminal is written in. */
export interface Tongue {
  readonly words: TerminalWords;
  readonly figures: Pick<typeof english, 'count' | 'days' | 'percent' | 'points' | 'money' | 'unitPrice'>;
}

const french = (options: Intl.NumberFormatOptions) => {
  const format = new Intl.NumberFormat('fr-FR', options);
  return (value: number): string => format.format(value);
};
const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
const signed = french({ ...oneDecimal, signDisplay: 'always' });
const inCurrency = (currency: string, digits: number) => french({ style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits });

export const TONGUES: Readonly<Record<'en' | 'fr', Tongue>> = {
  en: { words: terminalWords.en, figures: english },
  fr: {
    words: terminalWords.fr,
    figures: {
      count: french({ maximumFractionDigits: 0 }),
      days: french(oneDecimal),
      percent: french({ style: 'percent', ...oneDecimal }),
      points: (difference) => signed(difference * 100),
      money: (amount, currency = 'EUR') => inCurrency(currency, 2)(amount),
      unitPrice: (amount) => inCurrency('EUR', amount < 0.1 ? 4 : 2)(amount),
    },
  },
};
