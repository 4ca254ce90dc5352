import { fill } from '../../content/design.ts';
import type { DesignedMessage } from '../../content/index.ts';
import { voucherOfLink } from '../../content/voucher-code.ts';
import { language, objection, salutation, typeset } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import type { LapsedFacts } from '../facts.ts';
import { COME_BACK } from './come-back-design.ts';
import { monthsIn, OFFERS, offerOf } from './offer.ts';

type Away = Pick<LapsedFacts, 'favourite' | 'monthsAway'>;

/** What stands on the shelf. */
const PICTURES = { gift: new URL('../artwork/offer-gift.png', import.meta.url), discount: new URL('../artwork/offer-discount.png', import.meta.url) };

export const YOURS = {
  fr: { espresso: 'votre espresso', filter: 'votre café filtre', decaf: 'votre décaféiné', beans: 'vos grains' },
  en: { espresso: 'your espresso', filter: 'your filter coffee', decaf: 'your decaf', beans: 'your beans' },
} as const;

const COPY = {
  fr: {
    headline: 'On a gardé\nvotre tasse.',
    subline: 'Elle est sur l’étagère du haut,\ncelle des habitués.',
    title: 'Votre tasse est toujours là.',
    body: (away: string, coffee: string) => [
      `Cela fait ${away} que nous n’avons rien moulu pour vous, et nous pensons encore à ${coffee}.`,
      'Entre-temps, le torréfacteur a changé de main et l’espresso de ferme. Le mardi sent toujours aussi bon. Revenez goûter : le bon ci-dessous est à vous, en ligne ou au comptoir.',
    ],
  },
  en: {
    headline: 'We kept\nyour cup.',
    subline: 'It is on the top shelf,\nthe one for regulars.',
    title: 'Your cup is still here.',
    body: (away: string, coffee: string) => [
      `It has been ${away} since we last ground anything for you, and we still think of ${coffee}.`,
      'Since then the roaster has changed hands and the espresso its farm. Tuesdays smell as good as ever. Come back for a taste: the voucher below is yours, online or at the counter.',
    ],
  },
} as const;

/** The invitation on paper, for those who did not agree to mails; the variant is the offer, in words, as a voucher and in the picture. */
export const comeBackCard: DesignedMessage<Away, 'a5-postcard'> = {
  medium: 'print',
  purpose: 'marketing',
  cost: 0.78,
  sample: { favourite: 'espresso', monthsAway: 14 },
  format: 'a5-postcard',
  paper: 'recyclé 300 g/m²',
  postageClass: 'publicitaire J+3',
  deliveryDays: 3,
  page: 'your-counter',
  content({ props, person, locale, variant, links }) {
    const speech = language(locale);
    const set = speech === 'fr' ? typeset : (text: string): string => text;
    const copy = COPY[speech];
    const offer = offerOf(variant);
    const { title, terms } = OFFERS[speech][offer];
    return fill(COME_BACK[speech], {
      headline: set(copy.headline),
      subline: set(copy.subline),
      offer: PICTURES[offer],
      title: set(copy.title),
      salutation: salutation(person, speech),
      body: copy.body(monthsIn[speech](props.monthsAway), YOURS[speech][props.favourite]).map(set),
      promise: set(title),
      code: voucherOfLink(links['purl']),
      terms: set(`${terms} ${objection(brand, speech)}`),
    });
  },
};
