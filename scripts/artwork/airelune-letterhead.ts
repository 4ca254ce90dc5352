import { Layer } from '../../activities/print/layer.ts';
import { mix } from '../../activities/print/motifs/index.ts';
import type { Typefaces } from '../../activities/print/typeface.ts';
import type { Cmyk } from '../../scenarios/content/index.ts';
import { brand } from '../../scenarios/equipment-renewal/brand.ts';

/** Airelune's letterhead, as a designer would hand it over: page 1 for a letter's first sheet, page 2 for the others. */

const SHEET = { width: 210, height: 297, bleed: 3 };
const NAVY: Cmyk = [0.95, 0.72, 0.3, 0.32];
const MOON: Cmyk = [0.02, 0.2, 0.72, 0];
const WHITE: Cmyk = [0, 0, 0, 0];

export function letterhead(faces: Typefaces): Layer[] {
  const [first, next] = [new Layer(SHEET), new Layer(SHEET)];
  emblem(first, { x: 25, y: 16, size: 13 });
  first.text({ x: 42, y: 22.6, text: brand.name, face: faces.bold, size: 17 });
  first.text({ x: 42.2, y: 27.6, text: brand.claim.fr, face: faces.regular, size: 7 });
  village(first, { top: 276 });
  emblem(next, { x: 25, y: 14, size: 9 });
  next.text({ x: 37, y: 20, text: brand.name, face: faces.bold, size: 12 });
  next.rectangle({ x: 25, y: 27, width: 160, height: 0.25 }, mix(WHITE, NAVY, 0.4));
  next.rectangle({ x: -3, y: 291, width: 216, height: 9 }, NAVY);
  return [first, next];
}

/** A crescent over a roof, in a disc of night. */
function emblem(layer: Layer, { x, y, size }: { x: number; y: number; size: number }): void {
  const r = size / 2;
  layer.circle({ x: x + r, y: y + r, radius: r }, NAVY);
  layer.circle({ x: x + r * 1.2, y: y + r * 0.66, radius: r * 0.36 }, MOON);
  layer.circle({ x: x + r * 1.04, y: y + r * 0.56, radius: r * 0.32 }, NAVY);
  const at = { x: x + r * 0.42, y: y + r * 0.8, scale: r / 10, colour: WHITE };
  layer.path('M 0 6.400 L 5.800 1.200 L 11.600 6.400 L 10.600 7.400 L 5.800 3.200 L 1 7.400 Z', at);
  layer.path('M 2.200 7.600 L 5.800 4.500 L 9.400 7.600 L 9.400 10.200 L 2.200 10.200 Z', { ...at, colour: mix(NAVY, WHITE, 0.32) });
  layer.path('M 5 7.200 L 6.600 7.200 L 6.600 8.800 L 5 8.800 Z', { ...at, colour: MOON });
}

/** A row of houses asleep along the foot, a window lit here and there. */
function village(layer: Layer, { top }: { top: number }): void {
  const foot = SHEET.height + SHEET.bleed;
  layer.rectangle({ x: -3, y: top + 9, width: 216, height: foot - top - 9 }, NAVY);
  const wall = mix(NAVY, WHITE, 0.14);
  const houses = [
    [-3, 19, 7], [15, 15, 10], [31, 24, 6.5], [57, 13, 11], [71, 20, 8], [93, 17, 9.5], [112, 26, 6], [140, 14, 10.5], [156, 21, 7.5], [179, 15, 10], [195, 20, 7],
  ] as const;
  houses.forEach(([x, width, height], index) => {
    const eaves = top + 15 - height;
    const ridge = eaves - width * 0.24;
    const end = x + width;
    layer.path(`M ${x} ${eaves} L ${x + width / 2} ${ridge} L ${end} ${eaves} L ${end} ${foot} L ${x} ${foot} Z`, { colour: index % 2 ? NAVY : wall });
    if (index % 3 === 1) layer.rectangle({ x: x + width * 0.7, y: ridge, width: 1.5, height: 4 }, index % 2 ? NAVY : wall);
    const windows = index % 2 ? [0.3, 0.62] : [0.24, 0.5, 0.74];
    windows.forEach((share, place) => {
      if ((index * 2 + place) % 3 === 0) layer.rectangle({ x: x + width * share - 0.8, y: eaves + 2.6, width: 1.6, height: 2.1 }, MOON);
    });
  });
}
