import type { Language } from '../../kit/index.ts';
import type { CartFacts } from '../facts.ts';

/** What the pages say, in one language. */
interface Wording {
  readonly cart: { readonly title: string; headline(firstName: string | null): string; readonly lead: string };
  readonly noted: { headline(firstName: string | null): string; readonly lead: string };
  readonly voucher: { readonly title: string; headline(firstName: string | null): string; readonly lead: string; readonly name: string; gives(saving: string): string; readonly code: string; readonly how: string };
  readonly summary: { readonly title: string; readonly product: string; readonly others: string; otherItems(count: number): string; readonly voucher: string; readonly total: string; readonly order: string };
  readonly form: {
    readonly title: string;
    readonly legend: string;
    readonly choices: Readonly<Record<NonNullable<CartFacts['hesitation']>, { readonly label: string; readonly hint: string }>>;
    readonly check: string;
    readonly send: string;
    readonly hint: string;
  };
  readonly use: string;
}

const fr: Wording = {
  cart: {
    title: 'Votre panier',
    headline: (firstName) => (firstName ? `${firstName}, votre panier est à l’abri.` : 'Votre panier est à l’abri.'),
    lead: 'Nous l’avons rentré à l’atelier. Prenez le temps qu’il vous faut.',
  },
  noted: {
    headline: (firstName) => (firstName ? `Merci ${firstName}\u00a0!` : 'Merci\u00a0!'),
    lead: 'C’est noté. Un mécano vous répond par mail, avec ce qu’il dirait à un ami.',
  },
  voucher: {
    title: 'Votre bon',
    headline: (firstName) => (firstName ? `${firstName}, il y a un bon sur la sacoche.` : 'Il y a un bon sur la sacoche.'),
    lead: 'Votre panier n’a pas bougé. Il est seulement un peu moins cher.',
    name: 'Votre bon',
    gives: (saving) => `${saving} de moins sur votre panier`,
    code: 'Votre code',
    how: 'À saisir à la commande, ou à montrer au magasin, dans les trente jours qui suivent la réception de la carte.',
  },
  summary: { title: 'Dans votre panier', product: 'Le principal', others: 'Et avec', otherItems: (count) => (count === 1 ? 'un autre article' : `${count} autres articles`), voucher: 'Votre bon', total: 'Total', order: 'Reprendre ma commande' },
  form: {
    title: 'Quelque chose vous retient\u00a0?',
    legend: 'Dites-le-nous, un mécano vous répond.',
    choices: {
      price: { label: 'Le prix', hint: 'Reprise, aides locales, vélos d’exposition' },
      size: { label: 'La taille', hint: 'Deux mesures, et c’est réglé' },
      delivery: { label: 'La livraison et le montage', hint: 'Quand, comment, et par qui' },
      thinking: { label: 'Rien, je réfléchis', hint: 'Un vélo, on le garde dix ans' },
    },
    check: 'Choisissez l’une des quatre réponses.',
    send: 'Demander au mécano',
    hint: 'Une réponse par mail, et voilà tout.',
  },
  use: 'Votre réponse sert à vous conseiller, par les Cycles Guidonel seulement.',
};

const en: Wording = {
  cart: {
    title: 'Your cart',
    headline: (firstName) => (firstName ? `${firstName}, your cart is safe and dry.` : 'Your cart is safe and dry.'),
    lead: 'We have wheeled it into the workshop. Take all the time you need.',
  },
  noted: {
    headline: (firstName) => (firstName ? `Thank you, ${firstName}!` : 'Thank you!'),
    lead: 'Noted. A mechanic answers you by mail, as they would a friend.',
  },
  voucher: {
    title: 'Your voucher',
    headline: (firstName) => (firstName ? `${firstName}, there is a voucher on the pannier.` : 'There is a voucher on the pannier.'),
    lead: 'Your cart has not moved. It only costs a little less.',
    name: 'Your voucher',
    gives: (saving) => `${saving} off your cart`,
    code: 'Your code',
    how: 'Enter it when you order, or show it in the store, within thirty days of getting the card.',
  },
  summary: { title: 'In your cart', product: 'The main thing', others: 'And with it', otherItems: (count) => (count === 1 ? 'one other thing' : `${count} other things`), voucher: 'Your voucher', total: 'Total', order: 'Go on with my order' },
  form: {
    title: 'Is something holding you back?',
    legend: 'Tell us, a mechanic answers.',
    choices: {
      price: { label: 'The price', hint: 'Trade-in, local grants, display bikes' },
      size: { label: 'The size', hint: 'Two measures, and you know' },
      delivery: { label: 'Delivery and building', hint: 'When, how and by whom' },
      thinking: { label: 'Nothing, I am thinking', hint: 'A bike is kept for ten years' },
    },
    check: 'Please choose one of the four answers.',
    send: 'Ask the mechanic',
    hint: 'One answer by mail, and that is all.',
  },
  use: 'Your answer is used to advise you, by Cycles Guidonel only.',
};

export const wordings: Readonly<Record<Language, Wording>> = { fr, en };
