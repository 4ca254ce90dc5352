import type { Person, PostcardContent, PostcardTheme } from '../content/index.ts';
import type { Brand } from './brand.ts';
import { language, type Language } from './language.ts';
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

const FIXED = {
  fr: {
    orType: 'ou tapez cette adresse :',
    objection: (email: string) => `Votre adresse vient de notre fichier de clients et contacts. Pour vous opposer à nos courriers : votre page personnelle ou ${email}.`,
  },
  en: {
    orType: 'or type this address:',
    objection: (email: string) => `Your address is in our file of customers and contacts. To object to our mail: your personal page or ${email}.`,
  },
} as const;

/** A card of a brand: its copy in the person's language, with salutation, sender and how to object. */
export function card({ brand, copy, theme, person, locale }: CardToWrite): PostcardContent {
  const speech = language(locale);
  const set = speech === 'fr' ? typeset : (text: string): string => text;
  const { headline, subline, badge, backHeadline, paragraphs, callToAction, terms } = copy[speech];
  const { orType, objection } = FIXED[speech];
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
      orType: set(orType),
      smallPrint: set(`${terms} ${objection(brand.email)}`),
    },
  };
}

/** By title and family name where both are known; by no name rather than half of one. */
function salutation({ title, lastName }: Person, speech: Language): string {
  const woman = /^(mme|madame|mrs|ms|miss)\b/i.test(title ?? '');
  const man = /^(m|mr|monsieur)\b/i.test(title ?? '');
  if (!lastName || (!woman && !man)) return speech === 'fr' ? 'Bonjour,' : 'Hello,';
  if (speech === 'en') return `Dear ${woman ? 'Ms' : 'Mr'} ${lastName},`;
  return woman ? `Chère Madame ${lastName},` : `Cher Monsieur ${lastName},`;
}
