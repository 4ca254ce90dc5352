import type { Language } from '../../kit/index.ts';

/** The two offers that the campaign compares. */
export type Offer = 'gift' | 'discount';

interface OfferWords {
  /** On a card's badge. */
  readonly badge: string;
  readonly title: string;
  /** In a sentence. */
  readonly inWords: string;
  readonly terms: string;
}

export const OFFERS: Readonly<Record<Language, Readonly<Record<Offer, OfferWords>>>> = {
  fr: {
    gift: { badge: '250 g\nofferts', title: '250 g offerts avec votre prochaine commande', inWords: 'un paquet de 250 g, offert avec votre prochaine commande', terms: 'Un paquet de 250 g offert pour toute commande, une fois par client, pendant 60 jours.' },
    discount: { badge: '−20 %\nau retour', title: '20 % de moins sur votre prochaine commande', inWords: '20 % de moins sur votre prochaine commande', terms: '20 % de remise sur une commande, hors matériel, une fois par client, pendant 60 jours.' },
  },
  en: {
    gift: { badge: '250 g\nfree', title: '250 g free with your next order', inWords: 'a 250 g bag, free with your next order', terms: 'A 250 g bag free with any order, once per customer, for 60 days.' },
    discount: { badge: '−20%\nto return', title: '20% off your next order', inWords: '20% off your next order', terms: '20% off one order, equipment excluded, once per customer, for 60 days.' },
  },
};

/** The offer of a variant; the gift when there is none, as the path has it. */
export function offerOf(variant: string | undefined): Offer {
  return variant === 'discount' ? 'discount' : 'gift';
}

/** `un mois`, `14 mois`. */
export const monthsIn = {
  fr: (months: number) => (months === 1 ? 'un mois' : `${months} mois`),
  en: (months: number) => (months === 1 ? 'a month' : `${months} months`),
} as const;
