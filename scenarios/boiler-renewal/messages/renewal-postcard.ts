import type { PrintMessage } from '../../content/index.ts';
import type { CardCopy } from '../../kit/index.ts';
import { card, INK } from './card-copy.ts';

type Offer = 'replace' | 'service';

const COPY: Readonly<Record<Offer, Readonly<Record<'fr' | 'en', CardCopy>>>> = {
  replace: {
    fr: {
      headline: 'Votre chaudière a bien mérité sa retraite.',
      subline: 'Remplacez-la avant l’hiver : nous venons voir chez vous, gratuitement.',
      badge: '−150 €\nsur la pose',
      backHeadline: 'Avant l’hiver, faisons le point.',
      paragraphs: [
        'Passé douze ans, une chaudière consomme plus et lâche souvent le premier matin de gel.',
        'Notre chauffagiste l’examine chez vous, sans frais, et vous dit franchement s’il faut la changer. Si oui, nous ôtons 150 € de la pose.',
      ],
      callToAction: 'Scannez et demandez votre diagnostic gratuit',
      terms: '150 € TTC déduits de la pose d’une chaudière neuve, une fois par foyer, sur présentation de votre bon.',
    },
    en: {
      headline: 'Your boiler has earned its retirement.',
      subline: 'Replace it before winter: we come and look, free of charge.',
      badge: '−€150\noff fitting',
      backHeadline: 'Before winter, let’s take a look.',
      paragraphs: [
        'Past twelve years, a boiler burns more and tends to fail on the first frosty morning.',
        'Our engineer looks at it in your home, free of charge, and tells you frankly whether to replace it. If so, we take €150 off the fitting.',
      ],
      callToAction: 'Scan and ask for your free home check',
      terms: '€150, tax included, off the fitting of a new boiler, once per household, against your voucher.',
    },
  },
  service: {
    fr: {
      headline: 'Une flamme bien réglée, un hiver tranquille.',
      subline: 'L’entretien annuel de votre chaudière à prix fixe, déplacement compris.',
      badge: '129 €\ntout compris',
      backHeadline: 'Une heure pour un hiver tranquille.',
      paragraphs: [
        'Bien réglée, une chaudière consomme moins, s’use moins et chauffe sans danger : la loi demande de l’entretenir chaque année.',
        'Réglage, nettoyage, attestation : tout est dans notre prix fixe.',
      ],
      callToAction: 'Scannez et demandez votre entretien',
      terms: 'Entretien annuel d’une chaudière gaz, fioul ou bois de 4 à 70 kW, 129 € TTC : déplacement, réglage, nettoyage et attestation.',
    },
    en: {
      headline: 'A well-set flame, a quiet winter.',
      subline: 'The yearly service of your boiler at a fixed price, travel included.',
      badge: '€129\nall included',
      backHeadline: 'One hour for a quiet winter.',
      paragraphs: [
        'A well-set boiler burns less, wears less and heats safely: French law asks for a service every year.',
        'Setting, cleaning and certificate: all of it is in our fixed price.',
      ],
      callToAction: 'Scan and ask for your service visit',
      terms: 'Yearly service of a gas, oil or wood boiler of 4 to 70 kW, €129, tax included: travel, setting, cleaning and certificate.',
    },
  },
};

/** The first word of the campaign: an old boiler is to be replaced before winter, a younger one to be serviced. */
export const renewalPostcard: PrintMessage<{ offer: Offer }> = {
  medium: 'print',
  purpose: 'marketing',
  cost: 0.62,
  sample: { offer: 'replace' },
  format: 'a6-postcard',
  paper: 'couché satin 350 g/m²',
  postageClass: 'publicitaire J+3',
  deliveryDays: 3,
  page: 'boiler-check',
  content: ({ props, person, locale }) =>
    card({ copy: COPY[props.offer], theme: { background: INK.pine, accent: INK.ember, text: INK.paper, motif: props.offer === 'replace' ? 'flame' : 'house' }, person, locale }),
};
