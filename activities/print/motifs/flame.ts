import type { Cmyk } from '../../../scenarios/content/index.ts';
import type { Layer } from '../layer.ts';
import { stand, type Motif, type MotifPlace } from './motif.ts';

export const EMBER: Cmyk = [0, 0.42, 0.85, 0];
const GLOW: Cmyk = [0, 0.08, 0.38, 0];

const FIELD = { width: 92, height: 128 };
const FLAME = {
  outer: 'M 50 0 C 55 24 88 41 88 80 C 88 108 70 128 46 128 C 20 128 4 108 4 82 C 4 62 17 50 21 33 C 28 42 33 47 36 53 C 44 40 53 24 50 0 Z',
  inner: 'M 52 54 C 55 68 72 77 72 98 C 72 115 61 125 46 125 C 30 125 20 113 20 99 C 20 86 30 79 32 69 C 37 74 40 77 42 80 C 47 74 54 66 52 54 Z',
  core: 'M 47 90 C 50 98 58 102 58 111 C 58 119 53 124 46 124 C 39 124 33 119 33 111 C 33 104 42 100 47 90 Z',
};

/** A flame in the theme's accent. */
export const flame: Motif = {
  front: { foot: 88, height: 68 },
  small: { x: 61, foot: 24, height: 18 },
  draw: (layer, { accent }, place) => drawFlame(layer, accent, place),
};

export function drawFlame(layer: Layer, accent: Cmyk, place: MotifPlace): void {
  const at = stand(place, FIELD);
  layer.path(FLAME.outer, { ...at, colour: accent }).path(FLAME.inner, { ...at, colour: EMBER }).path(FLAME.core, { ...at, colour: GLOW });
}
