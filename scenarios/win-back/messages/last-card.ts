import type { Cmyk, PostcardTheme, PrintMessage } from '../../content/index.ts';
import { card, type CardCopy, type Language } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import type { LapsedFacts } from '../facts.ts';
import { YOURS } from './come-back-card.ts';
import { OFFERS, type Offer } from './offer.ts';

const BEAN: Cmyk = [0.35, 0.68, 0.75, 0.62];
const CREMA: Cmyk = [0.02, 0.46, 0.78, 0.06];
const BLACK: Cmyk = [0, 0, 0, 1];
const PAPER: Cmyk = [0, 0, 0, 0];

const theme: PostcardTheme = { background: BEAN, accent: CREMA, text: PAPER, onAccent: BLACK, motif: 'cup' };

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

/** The last word to those who were at home here, with the offer that they had before. */
export const lastCard: PrintMessage<{ favourite: LapsedFacts['favourite']; offer: Offer }> = {
  medium: 'print',
  purpose: 'marketing',
  cost: 0.62,
  sample: { favourite: 'espresso', offer: 'gift' },
  format: 'a6-postcard',
  paper: 'recyclé 300 g/m²',
  postageClass: 'publicitaire J+3',
  deliveryDays: 3,
  page: 'your-counter',
  content: ({ props, person, locale }) => card({ brand, copy: lastWord(props), theme, person, locale }),
};
