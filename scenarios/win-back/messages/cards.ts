import type { Cmyk, PostcardTheme, PrintMessage } from '../../content/index.ts';
import { card, type CardCopy, type Language } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import type { LapsedFacts } from '../facts.ts';
import { monthsIn, OFFERS, offerOf, type Offer } from './offer.ts';

const MINT: Cmyk = [0.26, 0, 0.2, 0];
const BEAN: Cmyk = [0.35, 0.68, 0.75, 0.62];
const LEAF: Cmyk = [0.84, 0.3, 0.7, 0.3];
const CREMA: Cmyk = [0.02, 0.46, 0.78, 0.06];
const BLACK: Cmyk = [0, 0, 0, 1];
const PAPER: Cmyk = [0, 0, 0, 0];

const theme: PostcardTheme = { background: MINT, accent: LEAF, text: BLACK, onAccent: PAPER, motif: 'cup' };

const PRINTED = { medium: 'print', purpose: 'marketing', cost: 0.62, format: 'a6-postcard', paper: 'recyclé 300 g/m²', postageClass: 'publicitaire J+3', deliveryDays: 3, page: 'your-counter' } as const;

const YOURS = {
  fr: { espresso: 'votre espresso', filter: 'votre café filtre', decaf: 'votre décaféiné', beans: 'vos grains' },
  en: { espresso: 'your espresso', filter: 'your filter coffee', decaf: 'your decaf', beans: 'your beans' },
} as const;

type Away = Pick<LapsedFacts, 'favourite' | 'monthsAway'>;

function comeBack({ favourite, monthsAway }: Away, offer: Offer): Readonly<Record<Language, CardCopy>> {
  const { fr, en } = OFFERS;
  return {
    fr: {
      headline: 'On a gardé votre tasse.',
      subline: 'Elle est sur l’étagère du haut, celle des habitués.',
      badge: fr[offer].badge,
      backHeadline: 'Votre tasse est toujours là.',
      paragraphs: [
        `Cela fait ${monthsIn.fr(monthsAway)} que nous n’avons rien moulu pour vous, et nous pensons encore à ${YOURS.fr[favourite]}.`,
        `Pour fêter votre retour : ${fr[offer].inWords}.`,
      ],
      callToAction: 'Scannez et prenez votre code',
      terms: fr[offer].terms,
    },
    en: {
      headline: 'We kept your cup.',
      subline: 'It is on the top shelf, the one for regulars.',
      badge: en[offer].badge,
      backHeadline: 'Your cup is still here.',
      paragraphs: [
        `It has been ${monthsIn.en(monthsAway)} since we last ground anything for you, and we still think of ${YOURS.en[favourite]}.`,
        `To celebrate your return: ${en[offer].inWords}.`,
      ],
      callToAction: 'Scan and get your code',
      terms: en[offer].terms,
    },
  };
}

function lastWord({ favourite, offer }: { favourite: LapsedFacts['favourite']; offer: Offer }): Readonly<Record<Language, CardCopy>> {
  const { fr, en } = OFFERS;
  return {
    fr: {
      headline: 'Un dernier café, et on se tait.',
      subline: 'C’est notre dernier courrier. Promis, juré, torréfié.',
      badge: fr[offer].badge,
      backHeadline: 'Un dernier mot, et merci.',
      paragraphs: [
        `Nous n’écrirons plus après celui-ci. Mais il aurait été dommage de garder ${YOURS.fr[favourite]} pour nous.`,
        `Le bon tient toujours : ${fr[offer].inWords}.`,
      ],
      callToAction: 'Scannez, votre code est dessous',
      terms: fr[offer].terms,
    },
    en: {
      headline: 'One last coffee, and we hush.',
      subline: 'This is our last card. Promised, sworn, roasted.',
      badge: en[offer].badge,
      backHeadline: 'One last word, and thanks.',
      paragraphs: [
        `We shall not write again after this. But it would have been a pity to keep ${YOURS.en[favourite]} to ourselves.`,
        `The voucher still stands: ${en[offer].inWords}.`,
      ],
      callToAction: 'Scan, your code is behind it',
      terms: en[offer].terms,
    },
  };
}

/** The invitation on paper, for those who did not agree to mails; the variant is the offer. */
export const comeBackCard: PrintMessage<Away> = {
  ...PRINTED,
  sample: { favourite: 'espresso', monthsAway: 14 },
  content: ({ props, person, locale, variant }) => card({ brand, copy: comeBack(props, offerOf(variant)), theme, person, locale }),
};

/** The last word to those who were at home here, with the offer that they had before. */
export const lastCard: PrintMessage<{ favourite: LapsedFacts['favourite']; offer: Offer }> = {
  ...PRINTED,
  sample: { favourite: 'espresso', offer: 'gift' },
  content: ({ props, person, locale }) => card({ brand, copy: lastWord(props), theme: { ...theme, background: BEAN, accent: CREMA, text: PAPER, onAccent: BLACK }, person, locale }),
};
