import type { Cmyk, PrintMessage } from '../../content/index.ts';
import { card, type CardCopy, type Language } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import { capital, dayOf } from '../day.ts';
import type { OpeningFacts } from '../facts.ts';
import { STORES } from '../stores.ts';

type Props = Pick<OpeningFacts, 'store' | 'opening'>;

const AUBERGINE: Cmyk = [0.6, 0.86, 0.38, 0.58];
const BRICK: Cmyk = [0.1, 0.8, 0.78, 0.04];
const PAPER: Cmyk = [0, 0, 0, 0];

function copyOf({ store, opening }: Props): Readonly<Record<Language, CardCopy>> {
  const { town, street, where } = STORES[store];
  const [fr, en] = [dayOf(opening, 'fr'), dayOf(opening, 'en')];
  return {
    fr: {
      headline: `Une lampe s’allume à ${town}.`,
      subline: `${capital(fr.long)} à 10 h, nous ouvrons ${where.fr}.`,
      badge: `${fr.number}\n${fr.month}`,
      backHeadline: `${capital(fr.weekday)}, nous vous invitons.`,
      paragraphs: [`Rendez-vous au ${street}. Une Lucette, notre lampe de chevet, vous y attend contre cette carte.`, 'Et quelqu’un de l’équipe aussi, si vous demandez votre moment.'],
      callToAction: 'Scannez : le plan et votre moment',
      terms: 'Une lampe Lucette par foyer contre cette carte ou le code de votre page, pendant 14 jours, dans la limite de 400.',
    },
    en: {
      headline: `A lamp is lit in ${town}.`,
      subline: `${en.long} at 10, we open ${where.en}.`,
      badge: `${en.number}\n${en.month}`,
      backHeadline: `${en.weekday}, you are invited.`,
      paragraphs: [`Come to ${street}. A Lucette, our bedside lamp, awaits you there for this card.`, 'And so does somebody of the team, if you ask for your time.'],
      callToAction: 'Scan: the map and your time',
      terms: 'One Lucette lamp per household for this card or the code on your page, for 14 days, while 400 last.',
    },
  };
}

/** The invitation, with the map on its front: to be in the letter box some ten days before. */
export const invitationCard: PrintMessage<Props> = {
  medium: 'print',
  purpose: 'marketing',
  cost: 0.62,
  sample: { store: 'lormoisy', opening: '2027-03-12' },
  format: 'a6-postcard',
  paper: 'vergé ivoire 300 g/m²',
  postageClass: 'publicitaire J+3',
  deliveryDays: 3,
  page: 'invitation',
  content: ({ props, person, locale }) => card({ brand, copy: copyOf(props), theme: { background: AUBERGINE, accent: BRICK, text: PAPER, motif: 'map' }, person, locale }),
};
