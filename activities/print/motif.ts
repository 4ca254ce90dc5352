import type { Cmyk, PostcardTheme } from '../../scenarios/content/index.ts';
import type { Layer } from './layer.ts';

/** A colour on the way from one to another; 0 is `from`. */
export function mix(from: Cmyk, to: Cmyk, share: number): Cmyk {
  const part = (index: 0 | 1 | 2 | 3): number => from[index] + (to[index] - from[index]) * share;
  return [part(0), part(1), part(2), part(3)];
}

const EMBER: Cmyk = [0, 0.42, 0.85, 0];
const GLOW: Cmyk = [0, 0.08, 0.38, 0];
const NIGHT: Cmyk = [0.7, 0.5, 0.6, 0.75];

/** Where a motif stands: the middle of its foot, and its height, in millimetres. */
export interface MotifPlace {
  readonly x: number;
  readonly foot: number;
  readonly height: number;
}

/** Draws the theme's picture: a flame, or a house with one burning in it. */
export function drawMotif(layer: Layer, theme: PostcardTheme, place: MotifPlace): void {
  if (theme.motif === 'flame') drawFlame(layer, theme.accent, place);
  else drawHouse(layer, theme, place);
}

/** On a field 92 wide and 128 high. */
const FLAME = {
  outer: 'M 50 0 C 55 24 88 41 88 80 C 88 108 70 128 46 128 C 20 128 4 108 4 82 C 4 62 17 50 21 33 C 28 42 33 47 36 53 C 44 40 53 24 50 0 Z',
  inner: 'M 52 54 C 55 68 72 77 72 98 C 72 115 61 125 46 125 C 30 125 20 113 20 99 C 20 86 30 79 32 69 C 37 74 40 77 42 80 C 47 74 54 66 52 54 Z',
  core: 'M 47 90 C 50 98 58 102 58 111 C 58 119 53 124 46 124 C 39 124 33 119 33 111 C 33 104 42 100 47 90 Z',
};

function drawFlame(layer: Layer, accent: Cmyk, { x, foot, height }: MotifPlace): void {
  const scale = height / 128;
  const at = { x: x - 46 * scale, y: foot - height, scale };
  layer.path(FLAME.outer, { ...at, colour: accent }).path(FLAME.inner, { ...at, colour: EMBER }).path(FLAME.core, { ...at, colour: GLOW });
}

/** On a field 120 wide and 112 high. */
const HOUSE = {
  chimney: 'M 84 6 L 97 6 L 97 40 L 84 40 Z',
  roof: 'M 60 4 L 118 54 L 112 61 L 60 17 L 8 61 L 2 54 Z',
  walls: 'M 60 14 L 106 54 L 106 112 L 14 112 L 14 54 Z',
  windows: ['M 21 66 L 37 66 L 37 84 L 21 84 Z', 'M 83 66 L 99 66 L 99 84 L 83 84 Z'],
  bars: ['M 28.4 66 L 29.6 66 L 29.6 84 L 28.4 84 Z', 'M 21 74.4 L 37 74.4 L 37 75.6 L 21 75.6 Z', 'M 90.4 66 L 91.6 66 L 91.6 84 L 90.4 84 Z', 'M 83 74.4 L 99 74.4 L 99 75.6 L 83 75.6 Z'],
};

function drawHouse(layer: Layer, theme: PostcardTheme, { x, foot, height }: MotifPlace): void {
  const scale = height / 112;
  const at = { x: x - 60 * scale, y: foot - height, scale };
  const walls = mix([0.02, 0.05, 0.1, 0], theme.background, 0.04);
  layer.path(HOUSE.chimney, { ...at, colour: NIGHT }).path(HOUSE.walls, { ...at, colour: walls }).path(HOUSE.roof, { ...at, colour: NIGHT });
  for (const window of HOUSE.windows) layer.path(window, { ...at, colour: EMBER });
  for (const bar of HOUSE.bars) layer.path(bar, { ...at, colour: walls });
  drawFlame(layer, theme.accent, { x, foot: foot - 8 * scale, height: 48 * scale });
}
