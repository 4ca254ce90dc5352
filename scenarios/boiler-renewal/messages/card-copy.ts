import type { Cmyk, Person, PostcardContent, PostcardTheme } from '../../content/index.ts';
import { brand, language } from '../brand.ts';
import { typeset } from '../typeset.ts';

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

const PAPER: Cmyk = [0, 0, 0, 0];
/** The brand's colours in printing inks. */
export const INK = { pine: [0.82, 0.45, 0.66, 0.52], ember: [0.05, 0.84, 0.9, 0.02], brick: [0.12, 0.88, 0.95, 0.18], amber: [0, 0.5, 0.9, 0], paper: PAPER } as const satisfies Record<string, Cmyk>;

const FIXED = {
  fr: {
    orType: 'ou tapez cette adresse :',
    objection: `Votre adresse vient de notre fichier de clients et contacts. Pour vous opposer à nos courriers : votre page personnelle ou ${brand.email}.`,
  },
  en: {
    orType: 'or type this address:',
    objection: `Your address is in our file of customers and contacts. To object to our mail: your personal page or ${brand.email}.`,
  },
} as const;

/** A card of the brand: its copy in the person's language, with salutation, sender and how to object. */
export function card({ copy, theme, person, locale }: { copy: Readonly<Record<'fr' | 'en', CardCopy>>; theme: PostcardTheme; person: Person; locale: string }): PostcardContent {
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
      smallPrint: set(`${terms} ${objection}`),
    },
  };
}

/** By title and family name where both are known; by no name rather than half of one. */
function salutation({ title, lastName }: Person, speech: 'fr' | 'en'): string {
  const woman = /^(mme|madame|mrs|ms|miss)\b/i.test(title ?? '');
  const man = /^(m|mr|monsieur)\b/i.test(title ?? '');
  if (!lastName || (!woman && !man)) return speech === 'fr' ? 'Bonjour,' : 'Hello,';
  if (speech === 'en') return `Dear ${woman ? 'Ms' : 'Mr'} ${lastName},`;
  return woman ? `Chère Madame ${lastName},` : `Cher Monsieur ${lastName},`;
}
