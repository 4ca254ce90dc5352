import { markup } from './drawing.ts';
import { numbersIn, type Language, type Numbers } from './numbers.ts';
import { chartWords, type ChartWords } from './wording.ts';

/** What a chart is told beside its figures. */
export interface ChartOptions {
  readonly language: Language;
  /** ISO 4217; euros unless said. */
  readonly currency?: string;
}

/** What a chart is drawn with: at the width of a page, and again at that of a phone, where text must not shrink. */
export interface Sheet {
  readonly width: number;
  readonly isPhone: boolean;
  readonly words: ChartWords;
  readonly numbers: Numbers;
}

const WIDTHS = { page: 860, phone: 360 } as const;

/**
 * A chart in both widths, of which the style sheet (`chartStyles`) shows the one that fits; where there is nothing to draw, what is missing.
 *
 * @param empty says why there is nothing yet; undefined draws
 */
export function framed({ language, currency = 'EUR' }: ChartOptions, empty: ((words: ChartWords) => string) | undefined, draw: (sheet: Sheet) => string): string {
  const words = chartWords[language];
  if (empty) return `<p class="chart-empty">${markup(empty(words))}</p>`;
  const sheet = { words, numbers: numbersIn(language, currency) };
  const part = (size: keyof typeof WIDTHS) => `<div class="chart-${size}">${draw({ ...sheet, width: WIDTHS[size], isPhone: size === 'phone' })}</div>`;
  return `<div class="chart">${part('page')}${part('phone')}</div>`;
}

/**
 * A name from outside as it may stand in a drawing: no control characters, none that turns the direction of what follows, no more than so many symbols.
 *
 * @example legible('a\u202Eb', 10) // 'ab'
 */
export function legible(name: string, most = 40): string {
  const symbols = [...name.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' ').replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu, '').replace(/\s+/g, ' ').trim()];
  if (symbols.length === 0) return '?';
  return symbols.length <= most ? symbols.join('') : `${symbols.slice(0, most - 1).join('')}…`;
}
