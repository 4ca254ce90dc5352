import type { PrintMessage } from '../../content/index.ts';
import { card, type CardCopy } from '../../kit/card.ts';
import type { Language } from '../../kit/language.ts';
import { brand } from '../brand.ts';
import { CALLED } from '../equipment.ts';
import type { SeasonProps } from './service-email.tsx';
import { theme } from './theme.ts';

const copyOf = ({ equipment, age }: SeasonProps): Readonly<Record<Language, CardCopy>> => ({
  fr: {
    headline: 'Bientôt l’heure de passer le relais ?',
    subline: `Votre ${CALLED.fr[equipment]} a ${age} ans. Comparons, sans nous presser.`,
    badge: 'Devis\ngratuit',
    backHeadline: `${age} ans : parlons de la suite.`,
    paragraphs: [
      'À cet âge, chaque réparation se compare au prix du neuf.',
      'Nous chiffrons chez vous deux solutions, aides déduites ; vous décidez. L’entretien reste compris.',
    ],
    callToAction: 'Scannez : devis, ou entretien comme d’habitude',
    terms: 'Visite et devis gratuits, sans engagement.',
  },
  en: {
    headline: 'Time to pass the torch, soon?',
    subline: `Your ${CALLED.en[equipment]} is ${age} years old. Let us compare, in no hurry.`,
    badge: 'Free\nquote',
    backHeadline: `${age} years: what comes next?`,
    paragraphs: [
      'At this age, each repair is weighed against the price of a new one.',
      'We price two solutions at your home, grants deducted; you decide. The service stays included.',
    ],
    callToAction: 'Scan: a quote, or a service as usual',
    terms: 'Visit and quote free of charge, with no obligation.',
  },
});

/** The offer for what is old: at most every third year. */
export const replacementCard: PrintMessage<SeasonProps> = {
  medium: 'print',
  purpose: 'marketing',
  cost: 0.62,
  sample: { equipment: 'gas-boiler', age: 16, agency: 'Aiguevance' },
  format: 'a6-postcard',
  paper: 'couché mat 350 g/m²',
  postageClass: 'publicitaire J+3',
  deliveryDays: 3,
  page: 'what-next',
  content: ({ props, person, locale }) => card({ brand, copy: copyOf(props), theme, person, locale }),
};
