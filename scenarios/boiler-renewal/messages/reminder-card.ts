import type { PrintMessage } from '../../content/index.ts';
import type { CardCopy } from '../../kit/index.ts';
import { card, INK } from './card-copy.ts';

type Offer = 'replace' | 'service';

const COPY: Readonly<Record<Offer, Readonly<Record<'fr' | 'en', CardCopy>>>> = {
  replace: {
    fr: {
      headline: 'On passe la voir ?',
      subline: 'Votre diagnostic de chaudière est toujours gratuit.',
      backHeadline: 'Votre diagnostic vous attend toujours.',
      paragraphs: ['Nous vous avons écrit il y a quelques semaines au sujet de votre chaudière.', 'Notre offre tient toujours : un diagnostic chez vous, sans frais ni engagement, et 150 € de moins sur la pose si vous la changez.'],
      callToAction: 'Scannez : deux questions, et c’est demandé',
      terms: '150 € TTC déduits de la pose d’une chaudière neuve, une fois par foyer, sur présentation de votre bon.',
    },
    en: {
      headline: 'Shall we drop by?',
      subline: 'Your boiler check is still free.',
      backHeadline: 'Your free check is still waiting.',
      paragraphs: ['We wrote to you a few weeks ago about your boiler.', 'Our offer stands: a check in your home, free and with no strings attached, and €150 off the fitting if you replace it.'],
      callToAction: 'Scan: two questions, and it is done',
      terms: '€150, tax included, off the fitting of a new boiler, once per household, against your voucher.',
    },
  },
  service: {
    fr: {
      headline: 'Prête pour l’hiver ?',
      subline: 'L’entretien de votre chaudière, 129 € tout compris.',
      backHeadline: 'Votre chaudière est-elle prête ?',
      paragraphs: ['Nous vous avons écrit il y a quelques semaines au sujet de votre chaudière.', 'Il reste des créneaux avant les premiers froids : l’entretien annuel à 129 €, déplacement et attestation compris.'],
      callToAction: 'Scannez : deux questions, et c’est demandé',
      terms: 'Entretien annuel d’une chaudière gaz, fioul ou bois de 4 à 70 kW, 129 € TTC : déplacement, réglage, nettoyage et attestation.',
    },
    en: {
      headline: 'Ready for winter?',
      subline: 'Your boiler’s service, €129 all included.',
      backHeadline: 'Is your boiler ready?',
      paragraphs: ['We wrote to you a few weeks ago about your boiler.', 'There is still room before the first cold days: the yearly service at €129, travel and certificate included.'],
      callToAction: 'Scan: two questions, and it is done',
      terms: 'Yearly service of a gas, oil or wood boiler of 4 to 70 kW, €129, tax included: travel, setting, cleaning and certificate.',
    },
  },
};

/** For those who did not answer and have no email: a plainer and cheaper card. */
export const reminderCard: PrintMessage<{ offer: Offer }> = {
  medium: 'print',
  purpose: 'marketing',
  cost: 0.44,
  sample: { offer: 'replace' },
  format: 'a6-postcard',
  paper: 'offset 240 g/m²',
  postageClass: 'publicitaire J+3',
  deliveryDays: 3,
  page: 'boiler-check',
  content: ({ props, person, locale }) => card({ copy: COPY[props.offer], theme: { background: INK.brick, accent: INK.amber, text: INK.paper, motif: 'house' }, person, locale }),
};
