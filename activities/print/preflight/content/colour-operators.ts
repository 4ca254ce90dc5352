import { PdfName, type PdfValue } from '../file/values.ts';
import { CMYK, colourSpaceOf, GRAY, RGB, type Colour, type ColourSpace } from './colour-space.ts';
import { numbersOf, type Operator, type Walk } from './walk.ts';

type Target = 'fill' | 'stroke';

function device(target: Target, space: ColourSpace): Operator {
  return (walk, operands) => {
    walk.state[target] = { space, values: numbersOf(operands) };
  };
}

/** A space's first colour: black, or a spot ink in full (ISO 32000-1, 8.6.8). */
function chooseSpace(target: Target): Operator {
  return (walk, [name]) => {
    if (!(name instanceof PdfName)) return;
    const space = walk.forms.colourSpace(walk, name.name, () => colourSpaceOf(walk.file, name, walk.resources));
    const inked = space.kind === 'separation' || space.kind === 'devicen';
    const values = space.kind === 'cmyk' ? [0, 0, 0, 1] : Array<number>(space.components).fill(inked ? 1 : 0);
    walk.state[target] = { space, values };
  };
}

function chooseColour(target: Target): Operator {
  return (walk, operands) => {
    const { space } = walk.state[target];
    const name = operands.at(-1);
    walk.state[target] = { space, values: numbersOf(operands), ...(name instanceof PdfName && { pattern: patternNamed(walk, name.name) }) } satisfies Colour;
  };
}

function patternNamed(walk: Walk, name: string): PdfValue {
  return walk.file.dict(walk.resources?.get('Pattern'))?.get(name) ?? null;
}

/** Colours (ISO 32000-1, 8.6.8). */
export const COLOUR_OPERATORS: Readonly<Record<string, Operator>> = {
  g: device('fill', GRAY),
  G: device('stroke', GRAY),
  rg: device('fill', RGB),
  RG: device('stroke', RGB),
  k: device('fill', CMYK),
  K: device('stroke', CMYK),
  cs: chooseSpace('fill'),
  CS: chooseSpace('stroke'),
  sc: chooseColour('fill'),
  scn: chooseColour('fill'),
  SC: chooseColour('stroke'),
  SCN: chooseColour('stroke'),
};
