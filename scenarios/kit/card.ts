import type { Person, PostcardContent, PostcardTheme } from '../content/index.ts';
import type { Brand } from './brand.ts';
import { language, type Language } from './language.ts';
import { objection, salutation } from './mailpiece-words.ts';
import { typeset } from './typeset.ts';

/** What one card says in one language; the rest is the same on every card of the brand. */
export interface CardCopy {
  readonly headline: string;
  readonly subline: string;
  readonly badge?: string;
  readonly backHeadline: string;
  readonly paragraphs: readonly string[];
  readonly callToAction: string;
  /** What the offer is bound to. */
  readonly terms: string;
}

/** A card to be written. */
export interface CardToWrite {
  readonly brand: Brand;
  readonly copy: Readonly<Record<Language, CardCopy>>;
  readonly theme: PostcardTheme;
  readonly person: Person;
  readonly locale: string;
}

const OR_TYPE = { fr: 'ou tapez cette adresse :', en: 'or type this address:' } as const;

/** A card of a brand: its copy in the person's language, with salutation, sender and how to object. */
export function card({ brand, copy, theme, person, locale }: CardToWrite): PostcardContent {
  const speech = language(locale);
  const set = speech === 'fr' ? typeset : (text: string): string => text;
  const { headline, subline, badge, backHeadline, paragraphs, callToAction, terms } = copy[speech];
  return {
    brand: brand.name,
    claim: brand.claim[speech],
    sender: brand.address,
    front: { headline: set(headline), subline: set(subline), ...(badge ? { badge: set(badge) } : {}), theme },
    back: {
      headline: set(backHeadline),
      salutation: salutation(person, speech),
      paragraphs: paragraphs.map(set),
      callToAction: set(callToAction),
      orType: set(OR_TYPE[speech]),
      smallPrint: set(`${terms} ${objection(brand, speech)}`),
    },
  };
}
