import type { PrintMessage } from '../../content/index.ts';
import { card, type CardCopy } from '../../kit/card.ts';
import type { Language } from '../../kit/language.ts';
import { brand } from '../brand.ts';
import { CALLED, SERVICE } from '../equipment.ts';
import type { SeasonProps } from './service-email.tsx';
import { theme } from './theme.ts';

const copyOf = ({ equipment }: SeasonProps): Readonly<Record<Language, CardCopy>> => ({
  fr: {
    headline: 'Une heure par an, et l’hiver passe.',
    subline: `L’entretien de votre ${CALLED.fr[equipment]} est compris dans votre contrat.`,
    backHeadline: 'Quand passons-nous ?',
    paragraphs: [SERVICE.fr[equipment], 'Nous venons, vous ouvrez la porte.'],
    callToAction: 'Scannez et choisissez un moment',
    terms: 'Entretien compris dans votre contrat, déplacement inclus.',
  },
  en: {
    headline: 'One hour a year, and winter goes by.',
    subline: `The service of your ${CALLED.en[equipment]} is part of your contract.`,
    backHeadline: 'When shall we come?',
    paragraphs: [SERVICE.en[equipment], 'We come, you open the door.'],
    callToAction: 'Scan and choose a time',
    terms: 'Service included in your contract, travel as well.',
  },
});

/** For those who get no mails, or did not answer one. */
export const serviceCard: PrintMessage<SeasonProps> = {
  medium: 'print',
  purpose: 'service',
  cost: 0.62,
  sample: { equipment: 'heat-pump', age: 6, agency: 'Aiguevance' },
  format: 'a6-postcard',
  paper: 'couché mat 350 g/m²',
  postageClass: 'publicitaire J+3',
  deliveryDays: 3,
  page: 'service-visit',
  content: ({ props, person, locale }) => card({ brand, copy: copyOf(props), theme, person, locale }),
};
