import { Extent, isMatrix, scales, type Matrix } from './geometry.ts';
import { paintPattern } from './patterns.ts';
import { numbersOf, type Operator, type Walk } from './walk.ts';

/** Parts of a path that are told apart, so that lines far from each other are not taken for one thing. */
const MOST_PARTS = 64;

/** A path from its first point to its painting. */
export class PathUnderWay {
  readonly whole = new Extent();
  /** From one `m` to the next. */
  readonly parts: Extent[] = [];
  /** The thinner side of the thinnest rectangle in it, in points. */
  thinnest = Infinity;
  curved = false;
  clips = false;

  add(x: number, y: number, transformation: Matrix, begins = false): void {
    if (begins && this.parts.length <= MOST_PARTS) this.parts.push(new Extent());
    this.whole.add(x, y, transformation);
    this.parts.at(-1)?.add(x, y, transformation);
  }

  get apart(): readonly Extent[] {
    return this.parts.length > MOST_PARTS ? [this.whole] : this.parts;
  }
}

function point({ begins = false, curved = false }: { begins?: boolean; curved?: boolean } = {}): Operator {
  return (walk, operands) => {
    const numbers = numbersOf(operands);
    for (let at = 0; at + 1 < numbers.length; at += 2) walk.path.add(numbers[at]!, numbers[at + 1]!, walk.state.transformation, begins);
    if (curved) walk.path.curved = true;
  };
}

const rectangle: Operator = (walk, operands) => {
  const [x, y, width, height] = numbersOf(operands);
  if (x === undefined || y === undefined || width === undefined || height === undefined) return;
  const { transformation } = walk.state;
  walk.path.add(x, y, transformation, true);
  walk.path.add(x + width, y + height, transformation);
  walk.path.add(x + width, y, transformation);
  walk.path.add(x, y + height, transformation);
  const scale = scales(transformation);
  walk.path.thinnest = Math.min(walk.path.thinnest, Math.abs(width) * scale.x, Math.abs(height) * scale.y);
};

function paint({ fill = false, stroke = false }: { fill?: boolean; stroke?: boolean }): Operator {
  return (walk) => {
    const { path, state } = walk;
    const box = walk.visible(path.whole.rect);
    if (fill && box) {
      if (state.fill.space.kind === 'pattern') paintPattern(walk, state.fill, box);
      else walk.emit({ kind: 'fill', box, colour: state.fill, thinnest: path.thinnest, curved: path.curved });
    }
    for (const part of stroke ? path.apart : []) {
      const line = walk.visible(part.rect);
      if (!line) continue;
      if (state.stroke.space.kind === 'pattern') paintPattern(walk, state.stroke, line);
      else walk.emit({ kind: 'stroke', box: line, colour: state.stroke, width: state.lineWidth * scales(state.transformation).mean });
    }
    endPath(walk);
  };
}

function endPath(walk: Walk): void {
  if (walk.path.clips) walk.clipTo(walk.path.whole.rect);
  walk.path = new PathUnderWay();
}

const clip: Operator = (walk) => {
  walk.path.clips = true;
};

/** Paths, clipping, and the state around them (ISO 32000-1, 8.4.4 and 8.5). */
export const PATH_OPERATORS: Readonly<Record<string, Operator>> = {
  q: (walk) => walk.save(),
  Q: (walk) => walk.restore(),
  cm: (walk, operands) => {
    const matrix = numbersOf(operands);
    if (isMatrix(matrix)) walk.transform(matrix);
  },
  w: (walk, operands) => {
    walk.state.lineWidth = Math.max(0, numbersOf(operands)[0] ?? walk.state.lineWidth);
  },
  m: point({ begins: true }),
  l: point(),
  c: point({ curved: true }),
  v: point({ curved: true }),
  y: point({ curved: true }),
  re: rectangle,
  f: paint({ fill: true }),
  F: paint({ fill: true }),
  'f*': paint({ fill: true }),
  S: paint({ stroke: true }),
  s: paint({ stroke: true }),
  B: paint({ fill: true, stroke: true }),
  'B*': paint({ fill: true, stroke: true }),
  b: paint({ fill: true, stroke: true }),
  'b*': paint({ fill: true, stroke: true }),
  n: endPath,
  W: clip,
  'W*': clip,
};
