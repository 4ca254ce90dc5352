import type { Cmyk } from '../../scenarios/content/index.ts';
import { BLACK, CARD, POINTS } from './measures.ts';
import type { SetCharacter, Typeface } from './typeface.ts';

/** Turns a character into the code of its glyph in the embedded font, and names that font. */
export type Encode = (character: SetCharacter) => { readonly resource: string; readonly code: string };

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of text: `x` at its left edge (or right edge, or middle), `y` on its baseline, size in points. */
export interface Line {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly face: Typeface;
  readonly size: number;
  readonly colour?: Cmyk;
  readonly align?: 'left' | 'right' | 'middle';
  /** Degrees, counter-clockwise, about `x` and `y`. */
  readonly turn?: number;
}

type Instruction = string | Line;

/**
 * What is drawn, in order, on a card or a part of it: millimetres from the trim's top left corner. Text is turned into glyph codes only
 * by `operators`, so a piece that turns out unprintable halfway leaves no glyph in the fonts.
 */
export class Layer {
  readonly #instructions: Instruction[] = [];

  rectangle(box: Box, colour: Cmyk): this {
    return this.#paint(colour, rectangleOf(box));
  }

  /** Many rectangles as one shape. */
  rectangles(boxes: readonly Box[], colour: Cmyk): this {
    return this.#paint(colour, boxes.map(rectangleOf).join('\n'));
  }

  /** A path in the letters of SVG (absolute M, L, C and Z), in millimetres from the path's own corner at `x`, `y`, scaled. */
  path(path: string, { x = 0, y = 0, scale = 1, colour }: { x?: number; y?: number; scale?: number; colour: Cmyk }): this {
    return this.#paint(colour, pathOf(path, (px, py) => point(x + px * scale, y + py * scale)));
  }

  roundedRectangle({ x, y, width, height, radius }: Box & { radius: number }, colour: Cmyk): this {
    const [r, k] = [radius, radius * (1 - ROUND)];
    const [right, bottom] = [x + width, y + height];
    return this.path(
      `M ${x + r} ${y} L ${right - r} ${y} C ${right - k} ${y} ${right} ${y + k} ${right} ${y + r} L ${right} ${bottom - r} C ${right} ${bottom - k} ${right - k} ${bottom} ${right - r} ${bottom} ` +
        `L ${x + r} ${bottom} C ${x + k} ${bottom} ${x} ${bottom - k} ${x} ${bottom - r} L ${x} ${y + r} C ${x} ${y + k} ${x + k} ${y} ${x + r} ${y} Z`,
      { colour },
    );
  }

  circle({ x, y, radius }: { x: number; y: number; radius: number }, colour: Cmyk): this {
    return this.roundedRectangle({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, radius }, colour);
  }

  text(line: Line): this {
    this.#instructions.push(line);
    return this;
  }

  /** Draws a form that the page's resources hold under this name. */
  form(name: string): this {
    this.#instructions.push(`/${name} Do`);
    return this;
  }

  /** Everything in `draw` stays within the box. */
  clipped(box: Box, draw: (layer: Layer) => void): this {
    this.#instructions.push(`q\n${rectangleOf(box)} W n`);
    draw(this);
    this.#instructions.push('Q');
    return this;
  }

  /** The content stream (ISO 32000-1, 7.8.2). */
  operators(encode: Encode): string {
    return this.#instructions.map((instruction) => (typeof instruction === 'string' ? instruction : textOf(instruction, encode))).join('\n');
  }

  #paint(colour: Cmyk, shape: string): this {
    this.#instructions.push(`${inkOf(colour)}\n${shape}\nf`);
    return this;
  }
}

/** Of a quarter circle drawn as a Bézier curve. */
const ROUND = 0.5523;

function textOf({ x, y, text, face, size, colour = BLACK, align = 'left', turn = 0 }: Line, encode: Encode): string {
  const shift = align === 'left' ? 0 : face.width(text, size) * (align === 'right' ? 1 : 0.5);
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const [left, base] = [(x + CARD.bleed) * POINTS - shift * cos, (CARD.height + CARD.bleed - y) * POINTS - shift * sin];
  return `BT ${inkOf(colour)} ${[cos, sin, -sin, cos, left, base].map(number).join(' ')} Tm\n${showing(face.set(text), size, encode)} ET`;
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

function pathOf(path: string, place: (x: number, y: number) => string): string {
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

function rectangleOf({ x, y, width, height }: Box): string {
  return `${point(x, y + height)} ${number(width * POINTS)} ${number(height * POINTS)} re`;
}

/** PDF counts in points from the media's lower left corner. */
function point(x: number, y: number): string {
  return `${number((x + CARD.bleed) * POINTS)} ${number((CARD.height + CARD.bleed - y) * POINTS)}`;
}

function inkOf(colour: Cmyk): string {
  return `${colour.map(number).join(' ')} k`;
}

/** A thousandth of a point is a third of a micrometre. */
function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
