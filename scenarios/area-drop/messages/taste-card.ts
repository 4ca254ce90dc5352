import type { PrintMessage } from '../../content/index.ts';
import { card, type CardCopy } from '../../kit/card.ts';
import type { Language } from '../../kit/language.ts';
import { brand } from '../brand.ts';
import type { AreaFacts } from '../facts.ts';
import { theme } from '../theme.ts';

type Props = Pick<AreaFacts, 'areaName'> & { readonly household: NonNullable<AreaFacts['household']> };

const SIZE = {
  fr: { 'one-two': 'petit panier', 'three-four': 'panier moyen', more: 'grand panier' },
  en: { 'one-two': 'small basket', 'three-four': 'middle basket', more: 'large basket' },
} as const;

const copyOf = ({ household }: Props): Readonly<Record<Language, CardCopy>> => ({
  fr: {
    headline: 'Votre premier panier est presque mûr.',
    subline: 'Jeudi, à deux rues de chez vous, cueilli de la veille.',
    badge: '−5 €\nau premier',
    backHeadline: 'Goûtez, puis décidez.',
    paragraphs: ['Vous nous avez répondu : merci.', `Avec cette carte, votre ${SIZE.fr[household]} vous coûte 5 € de moins. Montrez le code de votre page au point de retrait.`],
    callToAction: 'Scannez et prenez votre bon',
    terms: '5 € TTC déduits du premier panier, une fois par foyer, dans les 60 jours.',
  },
  en: {
    headline: 'Your first basket is nearly ripe.',
    subline: 'On Thursday, two streets away, picked the day before.',
    badge: '−€5\nthe first',
    backHeadline: 'Taste, then decide.',
    paragraphs: ['You answered us: thank you.', `With this card, your ${SIZE.en[household]} costs €5 less. Show the code on your page at the pick-up point.`],
    callToAction: 'Scan and take your voucher',
    terms: '€5, tax included, off the first basket, once a household, within 60 days.',
  },
});

/** A card with a voucher, for who gave an address. */
export const tasteCard: PrintMessage<Props> = {
  medium: 'print',
  purpose: 'marketing',
  cost: 0.62,
  sample: { areaName: 'Les Tilleuls', household: 'three-four' },
  format: 'a6-postcard',
  paper: 'recyclé mat 300 g/m²',
  postageClass: 'publicitaire J+3',
  deliveryDays: 3,
  page: 'first-basket',
  content: ({ props, person, locale }) => card({ brand, copy: copyOf(props), theme, person, locale }),
};
