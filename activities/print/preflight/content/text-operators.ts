import { PdfName, PdfString, type PdfValue } from '../file/values.ts';
import { boxed, IDENTITY, isMatrix, scales, times } from './geometry.ts';
import { paintPattern } from './patterns.ts';
import { numbersOf, type Operator, type Walk } from './walk.ts';

/** Of the size: about what letters reach under and over their line. */
const [UNDER, OVER] = [-0.2, 0.75];

function show(walk: Walk, pieces: readonly PdfValue[]): void {
  const { state, textMatrix } = walk;
  const { font, fontSize, characterSpacing, wordSpacing, horizontalScale, rise } = state;
  let length = 0;
  for (const piece of pieces) {
    if (typeof piece === 'number') length -= (piece / 1000) * fontSize;
    if (!(piece instanceof PdfString)) continue;
    const codes = Math.floor(piece.bytes.length / (font?.codeLength ?? 1));
    const spaces = wordSpacing === 0 || font?.codeLength === 2 ? 0 : piece.bytes.filter((code) => code === 32).length;
    length += ((font?.advance(piece.bytes) ?? codes * 500) / 1000) * fontSize + codes * characterSpacing + spaces * wordSpacing;
  }
  length *= horizontalScale;
  const onPage = times(textMatrix, state.transformation);
  const box = walk.visible(boxed({ left: 0, bottom: rise + UNDER * fontSize, right: length, top: rise + OVER * fontSize }, onPage));
  walk.textMatrix = times([1, 0, 0, 1, length, 0], textMatrix);
  if (!box || pieces.every((piece) => !(piece instanceof PdfString) || piece.bytes.length === 0)) return;
  const colour = state.textMode % 4 === 1 ? state.stroke : state.fill;
  const visible = state.textMode !== 3 && state.textMode !== 7;
  walk.emit({ kind: 'text', box, colour, font, size: Math.abs(fontSize) * scales(onPage).mean, visible });
  if (visible && colour.space.kind === 'pattern') paintPattern(walk, colour, box);
}

function move(walk: Walk, x: number, y: number): void {
  walk.lineMatrix = times([1, 0, 0, 1, x, y], walk.lineMatrix);
  walk.textMatrix = walk.lineMatrix;
}

const nextLine: Operator = (walk) => move(walk, 0, -walk.state.leading);

/** Sets one number of the text state. */
function set(key: 'characterSpacing' | 'wordSpacing' | 'horizontalScale' | 'leading' | 'rise' | 'textMode', scale = 1): Operator {
  return (walk, operands) => {
    const [value] = numbersOf(operands);
    if (value !== undefined) walk.state[key] = value * scale;
  };
}

/** Text (ISO 32000-1, 9.3 and 9.4). */
export const TEXT_OPERATORS: Readonly<Record<string, Operator>> = {
  BT: (walk) => {
    walk.textMatrix = IDENTITY;
    walk.lineMatrix = IDENTITY;
  },
  Tf: (walk, [name, size]) => {
    if (name instanceof PdfName) walk.state.font = walk.forms.font(walk, name.name);
    if (typeof size === 'number') walk.state.fontSize = size;
  },
  Tm: (walk, operands) => {
    const matrix = numbersOf(operands);
    if (isMatrix(matrix)) [walk.textMatrix, walk.lineMatrix] = [matrix, matrix];
  },
  Td: (walk, operands) => {
    const [x = 0, y = 0] = numbersOf(operands);
    move(walk, x, y);
  },
  TD: (walk, operands) => {
    const [x = 0, y = 0] = numbersOf(operands);
    walk.state.leading = -y;
    move(walk, x, y);
  },
  'T*': nextLine,
  Tj: (walk, operands) => show(walk, operands.slice(-1)),
  TJ: (walk, [pieces]) => show(walk, Array.isArray(pieces) ? (pieces as PdfValue[]) : []),
  "'": (walk, operands) => {
    nextLine(walk, []);
    show(walk, operands.slice(-1));
  },
  '"': (walk, operands) => {
    const [word = 0, character = 0] = numbersOf(operands);
    Object.assign(walk.state, { wordSpacing: word, characterSpacing: character });
    nextLine(walk, []);
    show(walk, operands.slice(-1));
  },
  Tc: set('characterSpacing'),
  Tw: set('wordSpacing'),
  Tz: set('horizontalScale', 0.01),
  TL: set('leading'),
  Ts: set('rise'),
  Tr: set('textMode'),
};
