import { stripVTControlCharacters } from 'node:util';
import type picocolors from 'picocolors';

/** What paints texts, or leaves them plain. */
export type Colours = ReturnType<typeof picocolors.createColors>;

/** Columns that a text takes on the terminal; colours take none. */
export function widthOf(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}

/** The text with spaces up to a width, after it or before it. */
export function padded(text: string, width: number, side: 'after' | 'before' = 'after'): string {
  const spaces = ' '.repeat(Math.max(0, width - widthOf(text)));
  return side === 'after' ? text + spaces : spaces + text;
}

/** Two texts at the ends of a line. */
export function justified(left: string, right: string, width: number): string {
  return left + ' '.repeat(Math.max(1, width - widthOf(left) - widthOf(right))) + right;
}

/** Words broken into lines of a width. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + 1 + widthOf(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Room that a panel of a width leaves for its lines. */
export const innerWidth = (width: number): number => width - 4;

/** Lines in a rounded frame with a title. `height` stretches it, so that neighbours end together. */
export function panel({ title, lines, width, frame, height = 0 }: { title: string; lines: readonly string[]; width: number; frame: (text: string) => string; height?: number }): string[] {
  const filler = Array.from({ length: Math.max(0, height - lines.length - 2) }, () => '');
  return [
    `${frame('╭─')} ${title} ${frame(`${'─'.repeat(Math.max(0, width - widthOf(title) - 5))}╮`)}`,
    ...[...lines, ...filler].map((line) => `${frame('│')} ${padded(line, innerWidth(width))} ${frame('│')}`),
    frame(`╰${'─'.repeat(width - 2)}╯`),
  ];
}

/** Blocks of lines next to each other, a space between them. */
export function beside(left: readonly string[], right: readonly string[]): string[] {
  const width = Math.max(0, ...left.map(widthOf));
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => `${padded(left[i] ?? '', width)} ${right[i] ?? ''}`.trimEnd());
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of `share` (0 to 1) of a width, drawn to an eighth of a column; anything above nothing shows. */
export function bar(share: number, width: number): string {
  const eighths = Math.min(width * 8, share > 0 ? Math.max(1, Math.round(share * width * 8)) : 0);
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}

/** An interval on an axis that shows zero: `──┼──━━━━●━━━━──`. */
export function intervalLine({ low, high, at, width }: { low: number; high: number; at: number; width: number }): string {
  const [from, to] = [Math.min(low, 0), Math.max(high, 0)];
  const column = (value: number): number => Math.round(((value - from) / (to - from || 1)) * (width - 1));
  const cells = Array.from({ length: width }, (_, i): string => (i >= column(low) && i <= column(high) ? '━' : '─'));
  cells[column(0)] = cells[column(0)] === '━' ? '╋' : '┼';
  cells[column(at)] = '●';
  return cells.join('');
}
