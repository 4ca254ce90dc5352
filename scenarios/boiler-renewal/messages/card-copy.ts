import type { Cmyk, Person, PostcardContent, PostcardTheme } from '../../content/index.ts';
import { card as cardOf, type CardCopy, type Language } from '../../kit/index.ts';
import { brand } from '../brand.ts';

const PAPER: Cmyk = [0, 0, 0, 0];
/** The brand's colours in printing inks. */
export const INK = { pine: [0.82, 0.45, 0.66, 0.52], ember: [0.05, 0.84, 0.9, 0.02], brick: [0.12, 0.88, 0.95, 0.18], amber: [0, 0.5, 0.9, 0], paper: PAPER } as const satisfies Record<string, Cmyk>;

/** A card of Bellebraise. */
export function card(written: { copy: Readonly<Record<Language, CardCopy>>; theme: PostcardTheme; person: Person; locale: string }): PostcardContent {
  return cardOf({ brand, ...written });
}
