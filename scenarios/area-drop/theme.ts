import type { Cmyk, PostcardTheme } from '../content/index.ts';

const LEAF: Cmyk = [0.82, 0.3, 0.85, 0.38];
const CARROT: Cmyk = [0.02, 0.68, 0.95, 0];
const CREAM: Cmyk = [0.01, 0.02, 0.1, 0];

/** Leaflets and cards of the co-operative: a basket on green. */
export const theme: PostcardTheme = { background: LEAF, accent: CARROT, text: CREAM, motif: 'basket' };
