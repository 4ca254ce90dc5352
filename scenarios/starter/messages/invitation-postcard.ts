import type { PrintMessage } from '../../content/index.ts';
import { card, type CardCopy } from '../../kit/card.ts';
import { brand } from '../brand.ts';
import { INK } from '../look.tsx';

type Props = { readonly store: string };

const COPY = (store: string): Readonly<Record<'fr' | 'en', CardCopy>> => ({
  fr: {
    headline: 'Votre prochain livre vous attend.',
    subline: 'Dites-nous ce que vous aimez lire : un libraire choisit pour vous.',
    badge: '−5 €\nsur un livre',
    backHeadline: 'Que lisez-vous en ce moment ?',
    paragraphs: [
      `À ${store}, nos libraires lisent beaucoup et conseillent volontiers. Une question suffit pour commencer.`,
      'Votre page personnelle vous donne un bon de 5 € ; le conseil, lui, est toujours gratuit.',
    ],
    callToAction: 'Scannez et recevez votre conseil de lecture',
    terms: 'Bon de 5 € TTC valable une fois, dès 15 € d’achat, en librairie et sur notre site.',
  },
  en: {
    headline: 'Your next book is waiting.',
    subline: 'Tell us what you like to read: a bookseller picks one for you.',
    badge: '−€5\noff a book',
    backHeadline: 'What are you reading these days?',
    paragraphs: [
      `In ${store}, our booksellers read a lot and love to advise. One question is enough to begin.`,
      'Your personal page holds a €5 voucher; the advice is always free.',
    ],
    callToAction: 'Scan and get your reading advice',
    terms: '€5 voucher, tax included, valid once, from €15 spent in the shop or on our site.',
  },
});

/** The first word: a card that invites to the shop and to the personal page. */
export const invitationPostcard: PrintMessage<Props> = {
  medium: 'print',
  purpose: 'marketing',
  cost: 0.62,
  sample: { store: 'Montclairval' },
  format: 'a6-postcard',
  paper: 'couché satin 350 g/m²',
  postageClass: 'publicitaire J+3',
  deliveryDays: 3,
  page: 'your-voucher',
  content: ({ props, person, locale }) => card({ brand, copy: COPY(props.store), theme: { background: INK.night, accent: INK.brick, text: INK.paper, motif: 'house' }, person, locale }),
};
