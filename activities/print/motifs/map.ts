import type { Cmyk } from '../../../scenarios/content/index.ts';
import type { Layer } from '../layer.ts';
import { mix, stand, type Motif, type MotifPlace } from './motif.ts';
import { disc, line, type Point } from './path.ts';

const FIELD = { width: 110, height: 130 };
const PAPER: Cmyk = [0.02, 0.04, 0.09, 0];
const BLOCK: Cmyk = [0.05, 0.09, 0.16, 0.02];
const PARK: Cmyk = [0.28, 0.06, 0.38, 0.04];
const WATER: Cmyk = [0.34, 0.1, 0.06, 0.02];

const ROADS: readonly { readonly points: readonly Point[]; readonly wide: number }[] = [
  { points: [[0, 52], [40, 62], [110, 48]], wide: 6 },
  { points: [[30, 20], [46, 62], [40, 130]], wide: 5 },
  { points: [[78, 20], [84, 54], [96, 130]], wide: 4 },
  { points: [[0, 92], [44, 96], [92, 104], [110, 103]], wide: 3.4 },
  { points: [[0, 34], [34, 31], [80, 34], [110, 26]], wide: 3 },
  { points: [[64, 57], [68, 100]], wide: 2.6 },
];

/** A street map, folded once, with a pin in the theme's accent. */
export const map: Motif = {
  front: { foot: 90, height: 68 },
  small: { x: 61, foot: 25.5, height: 20 },
  draw(layer, { accent, background }, place) {
    const at = stand(place, FIELD);
    const { x, y, scale } = at;
    const sheet = { x, y: y + 20 * scale, width: FIELD.width * scale, height: 110 * scale };
    layer.rectangle({ ...sheet, x: sheet.x + 2.5 * scale, y: sheet.y + 3 * scale }, mix(background, [0, 0, 0, 1], 0.25));
    layer.rectangle(sheet, BLOCK).clipped(sheet, (clip) => drawStreets(clip, at));
    layer.rectangle({ x: x + 54.6 * scale, y: sheet.y, width: 0.8 * scale, height: sheet.height }, mix(BLOCK, background, 0.18));
    drawPin(layer, accent, { x: x + 64 * scale, foot: y + 57.5 * scale, height: 46 * scale });
  },
};

function drawStreets(layer: Layer, at: { x: number; y: number; scale: number }): void {
  layer.path('M 0 114 C 26 104 52 124 78 116 C 92 112 102 112 110 114 L 110 130 L 0 130 Z', { ...at, colour: WATER });
  layer.path('M 6 64 L 39 69 L 37 90 L 6 87 Z', { ...at, colour: PARK });
  for (const [x, y] of [[13, 72], [22, 79], [30, 74], [16, 82]] as const) layer.path(disc(x, y, 2.6), { ...at, colour: mix(PARK, [0.6, 0.2, 0.7, 0.2], 0.5) });
  for (const { points, wide } of ROADS) layer.path(line(points, wide), { ...at, colour: PAPER });
}

/** A pin whose tip stands on its foot. */
function drawPin(layer: Layer, accent: Cmyk, place: MotifPlace): void {
  const at = stand(place, { width: 40, height: 54 });
  layer.path('M 20 54 C 16 42 2 34 2 19 C 2 8 10 0 20 0 C 30 0 38 8 38 19 C 38 34 24 42 20 54 Z', { ...at, colour: accent }).path(disc(20, 19, 7.5), { ...at, colour: PAPER });
}
