import type { Cmyk } from '../../scenarios/content/index.ts';
import { POINTS, type Sheet } from './measures.ts';

/** Millimetres from the trim's top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A path in the letters of SVG (absolute M, L, C and Z) as PDF operators; `place` turns its coordinates into a point of the page. */
export function pathOf(path: string, place: (x: number, y: number) => string): string {
  const letters = { M: 'm', L: 'l', C: 'c' } as const;
  return [...path.matchAll(/([MLC])([^MLCZ]*)|Z/g)]
    .map(([, letter, numbers]) => {
      if (!letter) return 'h';
      const values = (numbers ?? '').trim().split(/[\s,]+/).map(Number);
      const points = Array.from({ length: values.length / 2 }, (_, index) => place(values[2 * index]!, values[2 * index + 1]!));
      return `${points.join(' ')} ${letters[letter as keyof typeof letters]}`;
    })
    .join('\n');
}

export function rectangleOf({ x, y, width, height }: Box, sheet: Sheet): string {
  return `${point(x, y + height, sheet)} ${number(width * POINTS)} ${number(height * POINTS)} re`;
}

/** PDF counts in points from the lower left corner, here that of the bleed. */
export function point(x: number, y: number, { height, bleed }: Sheet): string {
  return `${number((x + bleed) * POINTS)} ${number((height + bleed - y) * POINTS)}`;
}

/** Sets the colour to fill with. */
export function inkOf(colour: Cmyk): string {
  return `${colour.map(number).join(' ')} k`;
}

/** A thousandth of a point is a third of a micrometre. */
export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
