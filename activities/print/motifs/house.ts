import type { Cmyk } from '../../../scenarios/content/index.ts';
import { drawFlame, EMBER } from './flame.ts';
import { mix, stand, type Motif } from './motif.ts';

const NIGHT: Cmyk = [0.7, 0.5, 0.6, 0.75];

const FIELD = { width: 120, height: 112 };
const HOUSE = {
  chimney: 'M 84 6 L 97 6 L 97 40 L 84 40 Z',
  roof: 'M 60 4 L 118 54 L 112 61 L 60 17 L 8 61 L 2 54 Z',
  walls: 'M 60 14 L 106 54 L 106 112 L 14 112 L 14 54 Z',
  windows: ['M 21 66 L 37 66 L 37 84 L 21 84 Z', 'M 83 66 L 99 66 L 99 84 L 83 84 Z'],
  bars: ['M 28.4 66 L 29.6 66 L 29.6 84 L 28.4 84 Z', 'M 21 74.4 L 37 74.4 L 37 75.6 L 21 75.6 Z', 'M 90.4 66 L 91.6 66 L 91.6 84 L 90.4 84 Z', 'M 83 74.4 L 99 74.4 L 99 75.6 L 83 75.6 Z'],
};

/** A house with a flame burning in it. */
export const house: Motif = {
  front: { foot: 80, height: 54 },
  small: { x: 61, foot: 24, height: 15 },
  draw(layer, theme, place) {
    const at = stand(place, FIELD);
    const walls = mix([0.02, 0.05, 0.1, 0], theme.background, 0.04);
    layer.path(HOUSE.chimney, { ...at, colour: NIGHT }).path(HOUSE.walls, { ...at, colour: walls }).path(HOUSE.roof, { ...at, colour: NIGHT });
    for (const window of HOUSE.windows) layer.path(window, { ...at, colour: EMBER });
    for (const bar of HOUSE.bars) layer.path(bar, { ...at, colour: walls });
    drawFlame(layer, theme.accent, { x: place.x, foot: place.foot - 8 * at.scale, height: 48 * at.scale });
  },
};
