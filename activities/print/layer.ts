import type { Cmyk } from '../../scenarios/content/index.ts';
import type { Sheet } from './measures.ts';
import { textOf, type Encode, type Line } from './set-line.ts';
import { inkOf, pathOf, point, rectangleOf, type Box } from './shapes.ts';

type Instruction = string | Line;

/**
 * What is drawn, in order, on a sheet or a part of it: millimetres from the trim's top left corner. Text is turned into glyph codes only
 * by `operators`, so a piece that turns out unprintable halfway leaves no glyph in the fonts.
 */
export class Layer {
  readonly #instructions: Instruction[] = [];

  constructor(readonly sheet: Sheet) {}

  rectangle(box: Box, colour: Cmyk): this {
    return this.#paint(colour, rectangleOf(box, this.sheet));
  }

  /** Many rectangles as one shape. */
  rectangles(boxes: readonly Box[], colour: Cmyk): this {
    return this.#paint(colour, boxes.map((box) => rectangleOf(box, this.sheet)).join('\n'));
  }

  /** A path in the letters of SVG (absolute M, L, C and Z), in millimetres from the path's own corner at `x`, `y`, scaled. */
  path(path: string, { x = 0, y = 0, scale = 1, colour }: { x?: number; y?: number; scale?: number; colour: Cmyk }): this {
    return this.#paint(colour, pathOf(path, (px, py) => point(x + px * scale, y + py * scale, this.sheet)));
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
    this.#instructions.push(`q\n${rectangleOf(box, this.sheet)} W n`);
    draw(this);
    this.#instructions.push('Q');
    return this;
  }

  /** The content stream (ISO 32000-1, 7.8.2). */
  operators(encode: Encode): string {
    return this.#instructions.map((instruction) => (typeof instruction === 'string' ? instruction : textOf(instruction, this.sheet, encode))).join('\n');
  }

  #paint(colour: Cmyk, shape: string): this {
    this.#instructions.push(`${inkOf(colour)}\n${shape}\nf`);
    return this;
  }
}

/** Of a quarter circle drawn as a Bézier curve. */
const ROUND = 0.5523;
