import type { Cmyk } from '../../scenarios/content/index.ts';
import { BLACK, POINTS, type Sheet } from './measures.ts';
import { inkOf, number, point } from './shapes.ts';
import type { SetCharacter, Typeface } from './typeface.ts';

/** Turns a character into the code of its glyph in the embedded font, and names that font. */
export type Encode = (character: SetCharacter) => { readonly resource: string; readonly code: string };

/** A line of text: `x` at its left edge (or right edge, or middle), `y` on its baseline, size in points. */
export interface Line {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly face: Typeface;
  readonly size: number;
  readonly colour?: Cmyk;
  readonly align?: 'left' | 'right' | 'middle';
}

/** The text object of a line (ISO 32000-1, 9.4). */
export function textOf({ x, y, text, face, size, colour = BLACK, align = 'left' }: Line, sheet: Sheet, encode: Encode): string {
  const shift = align === 'left' ? 0 : (face.width(text, size) / POINTS) * (align === 'right' ? 1 : 0.5);
  return `BT ${inkOf(colour)} 1 0 0 1 ${point(x - shift, y, sheet)} Tm\n${showing(face.set(text), size, encode)} ET`;
}

/** Glyphs with kerning between them, changing the font where a character needs it. */
function showing(characters: readonly SetCharacter[], size: number, encode: Encode): string {
  const parts: string[] = [];
  let font = '';
  let codes = '';
  let run = '';
  const endCodes = (): void => {
    if (codes) run += `<${codes}>`;
    codes = '';
  };
  const endRun = (): void => {
    endCodes();
    if (run) parts.push(`[${run}] TJ`);
    run = '';
  };
  for (const character of characters) {
    const { resource, code } = encode(character);
    if (resource !== font) {
      endRun();
      parts.push(`/${resource} ${number(size)} Tf`);
      font = resource;
    }
    codes += code;
    const kern = character.width - character.advance;
    if (Math.abs(kern) > 0.5) {
      endCodes();
      run += number(kern);
    }
  }
  endRun();
  return parts.join('\n');
}
