import type { Layer } from './layer.ts';
import { BLACK, WHITE } from './measures.ts';
import { printable } from './text-block.ts';
import type { Typefaces } from './typeface.ts';

/** Millimetres of the frame. */
const FRAME = { width: 24, height: 17 };

/** Draws the frame that says that postage is paid; `right` and `top` are its edges. Its first line is the mark itself, such as `PORT PAYÉ`. */
export function drawPaidMark(layer: Layer, { regular, bold }: Typefaces, { right, top, lines }: { right: number; top: number; lines: readonly string[] }): void {
  const frame = { x: right - FRAME.width, y: top, ...FRAME };
  layer.roundedRectangle({ ...frame, radius: 1 }, BLACK).roundedRectangle({ x: frame.x + 0.25, y: frame.y + 0.25, width: 23.5, height: 16.5, radius: 0.8 }, WHITE);
  const middle = frame.x + frame.width / 2;
  layer.rectangle({ x: frame.x + 3, y: top + 7.8, width: frame.width - 6, height: 0.2 }, BLACK);
  const settings = [
    { y: 6, face: bold, size: 8.5 },
    { y: 11.2, face: regular, size: 6.5 },
    { y: 14.6, face: regular, size: 4.8 },
  ];
  lines.slice(0, settings.length).forEach((text, index) => {
    const { y, face, size } = settings[index]!;
    layer.text({ x: middle, y: top + y, text: printable(text, { field: 'paid mark', face }), face, size, align: 'middle' });
  });
}
