import type { Language } from '../../kit/index.ts';
import type { OpeningFacts } from '../facts.ts';

type Slot = NonNullable<OpeningFacts['slot']>;
type Room = NonNullable<OpeningFacts['room']>;

/** What the page says, in one language. */
interface Wording {
  readonly title: string;
  headline(firstName: string | null, weekday: string): string;
  lead(day: string, town: string): string;
  thanks(firstName: string | null): string;
  readonly thanksLead: string;
  readonly place: { readonly title: string; readonly map: string; distance(kilometres: number | undefined): string };
  readonly form: { readonly title: string; readonly check: string; readonly send: string; readonly hint: string };
  /** Once the time is known. */
  readonly formMore: { readonly title: string; readonly check: string; readonly send: string; readonly hint: string };
  readonly slot: { readonly legend: string; readonly choices: Readonly<Record<Slot, { readonly label: string; readonly hint: string }>> };
  readonly room: { readonly legend: string; readonly choices: Readonly<Record<Room, { readonly label: string }>> };
  readonly noted: { readonly title: string; readonly when: Readonly<Record<Slot, string>>; readonly text: string };
  readonly voucher: { readonly name: string; readonly gives: string; readonly code: string; readonly how: string };
  readonly mail: { readonly title: string; readonly lead: string; readonly agree: string; readonly send: string };
  readonly use: string;
}

const fr: Wording = {
  title: 'Votre invitation',
  headline: (firstName, weekday) => (firstName ? `${firstName}, ${weekday}, on allume.` : `${weekday}, on allume.`),
  lead: (day, town) => `Nous ouvrons à ${town} ${day}, à 10 h.`,
  thanks: (firstName) => (firstName ? `Merci ${firstName}, c’est noté.` : 'Merci, c’est noté.'),
  thanksLead: 'Un mail vous le confirme. Voici votre lampe, et le chemin.',
  place: {
    title: 'Le chemin',
    map: 'Plan du quartier',
    distance: (kilometres) => (kilometres === undefined ? '' : kilometres < 1 ? 'à moins d’un kilomètre de chez vous' : `à ${Math.round(kilometres)}\u00a0km de chez vous`),
  },
  form: { title: 'Voulez-vous qu’on vous attende\u00a0?', check: 'Choisissez un moment parmi les trois.', send: 'Demander ce moment', hint: 'Une demi-heure, une personne, aucun engagement.' },
  formMore: { title: 'Une dernière question', check: 'Choisissez l’une des quatre réponses.', send: 'Envoyer', hint: 'Nous la préparons avant que vous arriviez.' },
  slot: {
    legend: 'Quel moment vous va\u00a0?',
    choices: {
      morning: { label: 'Le matin', hint: '10 h à 12 h, avec les croissants' },
      afternoon: { label: 'L’après-midi', hint: '14 h à 17 h, le calme' },
      evening: { label: 'Le soir', hint: '17 h à 20 h, toutes lampes allumées' },
    },
  },
  room: {
    legend: 'Que voudriez-vous voir\u00a0?',
    choices: { living: { label: 'Le salon' }, bedroom: { label: 'La chambre' }, kitchen: { label: 'La table et la cuisine' }, lamps: { label: 'Les lampes' } },
  },
  noted: {
    title: 'Votre moment',
    when: { morning: 'le matin, entre 10 h et 12 h', afternoon: 'l’après-midi, entre 14 h et 17 h', evening: 'le soir, entre 17 h et 20 h' },
    text: 'Dites votre nom à l’entrée, on viendra vous chercher.',
  },
  voucher: { name: 'Votre lampe', gives: 'Une Lucette, offerte', code: 'Votre code', how: 'À montrer au magasin, sur ce téléphone ou sur la carte, pendant les quinze premiers jours.' },
  mail: {
    title: 'Des nouvelles de la maison\u00a0?',
    lead: 'Les soirées à la lampe, les pièces qui arrivent. Une lettre par mois, et rien entre deux.',
    agree: 'J’accepte de recevoir par e-mail les invitations et les offres de la Maison Noyerelle. Je peux y mettre fin à tout moment, d’un clic.',
    send: 'Oui, avec plaisir',
  },
  use: 'Vos réponses servent à préparer votre visite, par la Maison Noyerelle seulement.',
};

const en: Wording = {
  title: 'Your invitation',
  headline: (firstName, weekday) => (firstName ? `${firstName}, on ${weekday} the lights go on.` : `On ${weekday} the lights go on.`),
  lead: (day, town) => `We open in ${town} on ${day}, at 10.`,
  thanks: (firstName) => (firstName ? `Thank you, ${firstName}: noted.` : 'Thank you: noted.'),
  thanksLead: 'A mail confirms it. Here is your lamp, and the way.',
  place: {
    title: 'The way',
    map: 'Map of the quarter',
    distance: (kilometres) => (kilometres === undefined ? '' : kilometres < 1 ? 'less than a kilometre from you' : `${Math.round(kilometres)}\u00a0km from you`),
  },
  form: { title: 'Shall somebody expect you?', check: 'Please choose one of the three times.', send: 'Ask for this time', hint: 'Half an hour, one person, no strings attached.' },
  formMore: { title: 'One last question', check: 'Please choose one of the four answers.', send: 'Send', hint: 'We make it ready before you come.' },
  slot: {
    legend: 'Which time suits you?',
    choices: {
      morning: { label: 'Morning', hint: '10 to 12, with the croissants' },
      afternoon: { label: 'Afternoon', hint: '2 to 5, the quiet' },
      evening: { label: 'Evening', hint: '5 to 8, all lamps lit' },
    },
  },
  room: {
    legend: 'What would you like to see?',
    choices: { living: { label: 'The living room' }, bedroom: { label: 'The bedroom' }, kitchen: { label: 'Tables and kitchen' }, lamps: { label: 'The lamps' } },
  },
  noted: {
    title: 'Your time',
    when: { morning: 'in the morning, between 10 and 12', afternoon: 'in the afternoon, between 2 and 5', evening: 'in the evening, between 5 and 8' },
    text: 'Give your name at the door, somebody will come and fetch you.',
  },
  voucher: { name: 'Your lamp', gives: 'A Lucette, for free', code: 'Your code', how: 'Show it in the store, on this phone or on the card, during the first two weeks.' },
  mail: {
    title: 'News of the house?',
    lead: 'Evenings by lamplight, pieces that have just come in. One letter a month, and nothing in between.',
    agree: 'I agree to get invitations and offers of Maison Noyerelle by email. I may end it at any time, with one click.',
    send: 'Yes, with pleasure',
  },
  use: 'Your answers are used to prepare your visit, by Maison Noyerelle only.',
};

export const wordings: Readonly<Record<Language, Wording>> = { fr, en };
