/** The pictures that a card's theme may name. Exports only. */
import type { PostcardTheme } from '../../../scenarios/content/index.ts';
import { basket } from './basket.ts';
import { bicycle } from './bicycle.ts';
import { cup } from './cup.ts';
import { flame } from './flame.ts';
import { house } from './house.ts';
import { map } from './map.ts';
import type { Motif } from './motif.ts';

export const MOTIFS: Readonly<Record<PostcardTheme['motif'], Motif>> = { basket, bicycle, cup, flame, house, map };
export { mix } from './motif.ts';
