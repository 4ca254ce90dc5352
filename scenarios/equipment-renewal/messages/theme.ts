import type { Cmyk, PostcardTheme } from '../../content/index.ts';

const NAVY: Cmyk = [0.95, 0.72, 0.3, 0.32];
const MOON: Cmyk = [0.02, 0.2, 0.72, 0];
const PAPER: Cmyk = [0, 0, 0.03, 0];
const INK: Cmyk = [0.3, 0.2, 0, 0.9];

/** The cards of the house: a lit house at night. */
export const theme: PostcardTheme = { background: NAVY, accent: MOON, text: PAPER, onAccent: INK, motif: 'house' };
