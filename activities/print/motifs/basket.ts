import { mix, stand, type Motif } from './motif.ts';

const FIELD = { width: 120, height: 112 };
const BASKET = {
  body: 'M 14 58 L 106 58 L 96 108 C 95 111 93 112 90 112 L 30 112 C 27 112 25 111 24 108 Z',
  rim: 'M 8 52 C 8 50 10 48 12 48 L 108 48 C 110 48 112 50 112 52 L 112 58 C 112 60 110 62 108 62 L 12 62 C 10 62 8 60 8 58 Z',
  weave: ['M 19 72 L 101 72 L 100.2 76 L 19.8 76 Z', 'M 21.4 84 L 98.6 84 L 97.8 88 L 22.2 88 Z', 'M 23.800 96 L 96.200 96 L 95.400 100 L 24.600 100 Z'],
  carrots: ['M 26 50 C 22 36 28 22 36 16 C 42 24 44 38 42 50 Z', 'M 42 50 C 42 34 48 18 56 10 C 62 20 62 36 58 50 Z'],
  tops: ['M 36 18 C 30 10 30 4 33 0 C 36 4 38 8 38 12 C 40 7 44 4 48 4 C 47 10 43 15 36 18 Z', 'M 56 12 C 52 6 53 2 56 -3 C 58 1 59 4 59 7 C 62 3 66 2 70 3 C 68 8 63 12 56 12 Z'],
  leek: 'M 66 50 L 66 18 C 62 12 60 6 62 0 C 66 4 68 8 69 12 C 70 6 73 1 77 -2 C 78 5 77 12 74 18 L 74 50 Z',
  beet: 'M 78 50 C 76 40 82 30 92 30 C 102 30 108 40 104 50 Z',
  stalk: 'M 90 32 C 86 24 86 16 90 10 C 94 14 95 18 94 22 C 97 19 100 18 104 19 C 103 25 99 30 92 32 Z',
};

/** A basket with carrots, a leek and a beetroot. */
export const basket: Motif = {
  front: { foot: 84, height: 58 },
  small: { x: 61, foot: 24, height: 16 },
  draw(layer, theme, place) {
    const at = stand(place, FIELD);
    const straw = mix([0.08, 0.25, 0.62, 0.06], theme.background, 0.06);
    const shade = mix(straw, [0.3, 0.5, 0.8, 0.4], 0.4);
    for (const carrot of BASKET.carrots) layer.path(carrot, { ...at, colour: [0, 0.55, 0.9, 0] });
    for (const top of BASKET.tops) layer.path(top, { ...at, colour: [0.6, 0.1, 0.85, 0.08] });
    layer.path(BASKET.leek, { ...at, colour: [0.32, 0.03, 0.6, 0.02] });
    layer.path(BASKET.beet, { ...at, colour: [0.25, 0.85, 0.35, 0.12] }).path(BASKET.stalk, { ...at, colour: [0.55, 0.08, 0.8, 0.05] });
    layer.path(BASKET.body, { ...at, colour: straw });
    for (const weave of BASKET.weave) layer.path(weave, { ...at, colour: shade });
    layer.path(BASKET.rim, { ...at, colour: shade });
  },
};
