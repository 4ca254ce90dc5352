import type { Cmyk } from '../../scenarios/content/index.ts';
import { BLACK, POINTS, type Sheet } from './measures.ts';
import { textOf, type Encode, type Line } from './set-line.ts';
import { inkOf, number, pathOf, point, rectangleOf, roundedPath, type Box } from './shapes.ts';

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

  roundedRectangle(box: Box & { radius: number }, colour: Cmyk): this {
    return this.path(roundedPath(box), { colour });
  }

  circle({ x, y, radius }: { x: number; y: number; radius: number }, colour: Cmyk): this {
    return this.roundedRectangle({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, radius }, colour);
  }

  text(line: Line): this {
    this.#instructions.push(line);
    return this;
  }

  /** Draws what another layer of the same sheet has drawn. */
  append(other: Layer): this {
    this.#instructions.push(...other.#instructions);
    return this;
  }

  /** Draws a form that the page's resources hold under this name. */
  form(name: string): this {
    this.#instructions.push(`/${name} Do`);
    return this;
  }

  /** Draws a form with its lower left corner at this place. */
  formAt(name: string, { x, y }: { x: number; y: number }): this {
    this.#instructions.push(`q 1 0 0 1 ${point(x, y, this.sheet)} cm /${name} Do Q`);
    return this;
  }

  /** Draws an image so that it fills the box. */
  image(name: string, { x, y, width, height }: Box): this {
    this.#instructions.push(`q ${number(width * POINTS)} 0 0 ${number(height * POINTS)} ${point(x, y + height, this.sheet)} cm /${name} Do Q`);
    return this;
  }

  /** Everything in `draw` stays within the box, whose corners may be round. */
  clipped(box: Box & { radius?: number }, draw: (layer: Layer) => void): this {
    const edge = box.radius ? pathOf(roundedPath({ ...box, radius: box.radius }), (x, y) => point(x, y, this.sheet)) : rectangleOf(box, this.sheet);
    this.#instructions.push(`q\n${edge} W n`);
    draw(this);
    this.#instructions.push('Q');
    return this;
  }

  /**
   * The content stream (ISO 32000-1, 7.8.2). Text in black alone is printed over what lies under it (the state `Over`, else `Knockout`): with black
   * knocked out of a ground, letters have white edges as soon as the plates shift. Anything else would lose its colour so.
   */
  operators(encode: Encode): string {
    let over = false;
    return this.#instructions
      .map((instruction) => {
        const wanted = typeof instruction !== 'string' && isBlackAlone(instruction.colour ?? BLACK);
        const change = wanted === over ? '' : `/${wanted ? 'Over' : 'Knockout'} gs\n`;
        over = wanted;
        return change + (typeof instruction === 'string' ? instruction : textOf(instruction, this.sheet, encode));
      })
      .join('\n');
  }

  #paint(colour: Cmyk, shape: string): this {
    this.#instructions.push(`${inkOf(colour)}\n${shape}\nf`);
    return this;
  }
}

function isBlackAlone([cyan, magenta, yellow, black]: Cmyk): boolean {
  return black === 1 && cyan + magenta + yellow === 0;
}
