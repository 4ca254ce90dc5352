import type { Language } from '../../kit/index.ts';
import type { CartFacts } from '../facts.ts';

interface Advice {
  readonly subject: string;
  readonly preheader: string;
  readonly headline: string;
  readonly intro: string;
  readonly points: readonly (readonly [title: string, text: string])[];
}

type Wording = Readonly<Record<NonNullable<CartFacts['hesitation']>, Advice>> & {
  readonly button: string;
  trial(store: string): string;
  readonly trialLabel: string;
};

const fr: Wording = {
  button: 'Retrouver mon panier',
  trial: (store) => `Envie de l’essayer avant ? L’atelier de ${store} vous prête vingt minutes de route.`,
  trialLabel: 'Réserver un essai',
  price: {
    subject: 'Trois façons d’alléger la note',
    preheader: 'Reprise, aides locales, vélos d’exposition : faites le compte.',
    headline: 'Trois façons d’alléger la note',
    intro: 'Merci de nous l’avoir dit, c’est la question la plus honnête qui soit. Avant de renoncer, regardez ces trois pistes.',
    points: [
      ['L’ancien contre le neuf', 'Nous reprenons votre vélo, même fatigué, et déduisons sa valeur.'],
      ['Les aides près de chez vous', 'Beaucoup de communes participent. Nous remplissons le dossier avec vous.'],
      ['Les vélos d’exposition', 'Ils ont vu trois vitrines et aucune flaque : entre 10 et 15 % de moins.'],
    ],
  },
  size: {
    subject: 'La bonne taille, en deux mesures',
    preheader: 'Un mur, un livre, un mètre : deux minutes suffisent.',
    headline: 'La bonne taille, en deux mesures',
    intro: 'Un vélo à sa taille, on le reconnaît à ceci : on ne pense plus à lui. Voici comment nous faisons à l’atelier.',
    points: [
      ['Votre entrejambe', 'Pieds nus, dos au mur, un livre entre les jambes : du haut du livre au sol.'],
      ['Vos bras', 'De l’épaule au poing fermé. Ils disent si le cadre sera trop long.'],
      ['Notre réponse', 'Envoyez les deux chiffres en réponse à ce mail, nous vous disons la taille.'],
    ],
  },
  delivery: {
    subject: 'Livré monté, réglé, prêt à rouler',
    preheader: 'Pas de carton ni de clé de six : il arrive debout.',
    headline: 'Il arrive debout, prêt à rouler',
    intro: 'Pas de carton, pas de clé de six, pas de notice en quatorze langues. Voici comment il vient chez vous.',
    points: [
      ['Monté par un seul mécano', 'Le même du premier écrou au dernier réglage. Son prénom est sur l’étiquette.'],
      ['Un rendez-vous, une heure', 'Vous choisissez le jour, nous appelons trente minutes avant.'],
      ['Une révision offerte', 'Au bout de 300 km, les câbles se sont faits : nous resserrons le tout.'],
    ],
  },
  thinking: {
    subject: 'Prenez votre temps, vraiment',
    preheader: 'Trois questions que nous poserions à un ami.',
    headline: 'Prenez votre temps, vraiment',
    intro: 'Un vélo, on le garde dix ans : on peut bien y penser dix jours. Voici les trois questions que nous poserions à un ami.',
    points: [
      ['Où dormira-t-il ?', 'Une cave, un palier, une rue : cela change le poids et l’antivol.'],
      ['Qui le portera ?', 'Trois marches ou trois étages, ce n’est pas le même vélo.'],
      ['Et quand il pleut ?', 'Des garde-boue se posent en une heure. Le courage, c’est plus long.'],
    ],
  },
};

const en: Wording = {
  button: 'Back to my cart',
  trial: (store) => `Would you like to try it first? The workshop in ${store} lends you twenty minutes of road.`,
  trialLabel: 'Book a test ride',
  price: {
    subject: 'Three ways to lighten the bill',
    preheader: 'Trade-in, local grants, display bikes: do the sums.',
    headline: 'Three ways to lighten the bill',
    intro: 'Thank you for saying so, it is the most honest question there is. Before you give up, look at these three.',
    points: [
      ['The old one for the new', 'We take your bike back, however tired, and count its worth.'],
      ['Grants near you', 'Many towns chip in. We fill in the forms with you.'],
      ['Display bikes', 'They have seen three shop windows and not one puddle: 10 to 15% less.'],
    ],
  },
  size: {
    subject: 'The right size, in two measures',
    preheader: 'A wall, a book, a tape: two minutes will do.',
    headline: 'The right size, in two measures',
    intro: 'You know a bike of your size by this: you stop thinking about it. Here is how we do it in the workshop.',
    points: [
      ['Your inside leg', 'Barefoot, back to the wall, a book between your legs: from its top to the floor.'],
      ['Your arms', 'From shoulder to closed fist. They say whether the frame is too long.'],
      ['Our answer', 'Reply to this mail with the two figures, and we tell you the size.'],
    ],
  },
  delivery: {
    subject: 'Delivered built, tuned, ready to ride',
    preheader: 'No box, no Allen key: it arrives on its wheels.',
    headline: 'It arrives on its wheels',
    intro: 'No box, no Allen key, no leaflet in fourteen languages. Here is how it comes to your door.',
    points: [
      ['Built by one mechanic', 'The same from the first nut to the last setting. Their first name is on the tag.'],
      ['An appointment of one hour', 'You choose the day, we call thirty minutes before.'],
      ['A free check', 'After 300 km the cables have settled: we tighten it all up.'],
    ],
  },
  thinking: {
    subject: 'Take your time, really',
    preheader: 'Three questions that we would ask a friend.',
    headline: 'Take your time, really',
    intro: 'A bike is kept for ten years: it may well be thought over for ten days. Here are three questions that we would ask a friend.',
    points: [
      ['Where will it sleep?', 'A cellar, a landing, a street: it changes the weight and the lock.'],
      ['Who will carry it?', 'Three steps or three floors, that is not the same bike.'],
      ['And when it rains?', 'Mudguards are fitted in an hour. Courage takes longer.'],
    ],
  },
};

/** What a mechanic answers, by language and by what holds the person back. */
export const wordings: Readonly<Record<Language, Wording>> = { fr, en };
