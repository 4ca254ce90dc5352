import type { Cmyk, PrintMessage } from '../../content/index.ts';
import { card, type CardCopy, type Language } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import type { CartFacts } from '../facts.ts';

type Props = { category: CartFacts['category']; saving: number };

const COBALT: Cmyk = [0.96, 0.8, 0, 0.04];
const SUN: Cmyk = [0, 0.2, 0.88, 0];
const PAPER: Cmyk = [0, 0, 0, 0];
const BLACK: Cmyk = [0, 0, 0, 1];

const HEADLINES: Readonly<Record<Language, Readonly<Record<CartFacts['category'], string>>>> = {
  fr: {
    town: 'Il connaît déjà le chemin du bureau.',
    touring: 'La route est prête. Le vélo aussi.',
    cargo: 'Il y a de la place pour tout le monde.',
    children: 'Il sera vite trop petit. Roulez !',
    accessories: 'Il ne manque plus que la route.',
  },
  en: {
    town: 'It knows the way to work already.',
    touring: 'The road is ready. So is the bike.',
    cargo: 'There is room for everybody.',
    children: 'It will soon be too small. Off you go!',
    accessories: 'All it lacks is the road.',
  },
};

const copyOf = ({ category, saving }: Props): Readonly<Record<Language, CardCopy>> => ({
  fr: {
    headline: HEADLINES.fr[category],
    subline: `Votre panier vous attend à l’atelier, avec ${saving} € de moins dessus.`,
    badge: `−${saving} €\nsur votre panier`,
    backHeadline: 'Votre panier est toujours là.',
    paragraphs: [
      'Vous l’avez laissé chez nous l’autre jour. Nous l’avons rentré à l’atelier et y avons accroché un bon.',
      `Il ôte ${saving} € de votre commande, en ligne ou au magasin, montage et réglage compris.`,
    ],
    callToAction: 'Scannez et retrouvez votre panier',
    terms: `${saving} € TTC déduits du panier que vous avez laissé, une fois, dans les 30 jours qui suivent la réception de cette carte.`,
  },
  en: {
    headline: HEADLINES.en[category],
    subline: `Your cart is waiting in the workshop, with €${saving} off.`,
    badge: `−€${saving}\noff your cart`,
    backHeadline: 'Your cart is still here.',
    paragraphs: [
      'You left it with us the other day. We wheeled it into the workshop and hung a voucher on it.',
      `It takes €${saving} off your order, online or in the store, building and tuning included.`,
    ],
    callToAction: 'Scan and find your cart again',
    terms: `€${saving}, tax included, off the cart that you left, once, within 30 days of getting this card.`,
  },
});

/** A card with a voucher, for a cart that is worth its postage. */
export const voucherCard: PrintMessage<Props> = {
  medium: 'print',
  purpose: 'marketing',
  cost: 0.62,
  sample: { category: 'town', saving: 60 },
  format: 'a6-postcard',
  paper: 'couché mat 350 g/m²',
  postageClass: 'publicitaire J+3',
  deliveryDays: 3,
  page: 'your-voucher',
  content: ({ props, person, locale }) => card({ brand, copy: copyOf(props), theme: { background: COBALT, accent: SUN, text: PAPER, onAccent: BLACK, motif: 'bicycle' }, person, locale }),
};
