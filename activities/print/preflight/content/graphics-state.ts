import { BLACK, type Colour } from './colour-space.ts';
import type { Font } from './font.ts';
import { IDENTITY, type Matrix, type Rect } from './geometry.ts';

/** What an instruction finds set when its turn comes (ISO 32000-1, 8.4 and 9.3). */
export interface GraphicsState {
  transformation: Matrix;
  fill: Colour;
  stroke: Colour;
  lineWidth: number;
  /** None is the whole page. */
  clip: Rect | undefined;
  font: Font | undefined;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  /** 3 is neither filled nor stroked: text that is only there to be searched. */
  textMode: number;
}

export function openState(transformation: Matrix = IDENTITY, clip?: Rect): GraphicsState {
  const text = { font: undefined, fontSize: 0, characterSpacing: 0, wordSpacing: 0, horizontalScale: 1, leading: 0, rise: 0, textMode: 0 };
  return { transformation, fill: BLACK, stroke: BLACK, lineWidth: 1, clip, ...text };
}
