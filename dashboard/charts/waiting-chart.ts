import type { Waiting } from '../../store/figures/index.ts';
import { bars } from './bars.ts';
import { COLOURS } from './drawing.ts';
import { framed, legible, type ChartOptions } from './frame.ts';
import type { ChartWords } from './wording.ts';

const COLOUR_OF = { print: COLOURS.print, email: COLOURS.mail, social: COLOURS.other } as const;
/** Steps shown; the rest is told as one. */
const MOST = 12;

/** How many people wait at each step: after which touch, and what they answered to it. */
export function waitingChart(waiting: readonly Waiting[], options: ChartOptions): string {
  return framed(options, waiting.length === 0 ? (words) => words.nobodyWaits : undefined, ({ words, numbers, ...sheet }) => {
    const people = (of: readonly Waiting[]) => of.reduce((sum, { people }) => sum + people, 0);
    const [shown, rest] = [waiting.slice(0, MOST), waiting.slice(MOST)];
    const rows = [
      ...shown.map((one) => ({ name: stepName(one, words), value: one.people, text: numbers.count(one.people), colour: one.medium ? COLOUR_OF[one.medium] : COLOURS.muted })),
      ...(rest.length > 0 ? [{ name: words.moreCount(numbers.count(rest.length)), value: people(rest), text: numbers.count(people(rest)), colour: COLOURS.muted }] : []),
    ];
    return bars(rows, { ...sheet, label: words.waiting, description: rows.map(({ name, text }) => `${name}: ${text}`).join('; ') });
  });
}

/** @example 'renewal-postcard · no answer yet' */
export function stepName({ isToStart, message, answer }: Waiting, words: ChartWords): string {
  if (isToStart) return words.toStart;
  if (message === undefined) return words.beforeFirst;
  return `${legible(message, 30)} · ${answer === undefined ? words.unanswered : (words.answers[answer] ?? legible(answer))}`;
}
