import type { Language } from '../../kit/index.ts';
import type { LapsedFacts } from '../facts.ts';

/** What the page says, in one language. */
interface Wording {
  readonly title: string;
  headline(firstName: string | null): string;
  readonly lead: string;
  thanks(firstName: string | null): string;
  readonly thanksLead: string;
  /** To those who no longer drink coffee. */
  readonly farewell: string;
  readonly voucher: { readonly name: string; readonly gives: string; readonly code: string; readonly how: string };
  readonly form: {
    readonly title: string;
    readonly legend: string;
    readonly choices: Readonly<Record<NonNullable<LapsedFacts['reason']>, { readonly label: string; readonly hint: string }>>;
    readonly check: string;
    readonly send: string;
    readonly hint: string;
  };
  readonly mail: { readonly title: string; readonly lead: string; readonly agree: string; readonly send: string };
  readonly use: string;
}

const fr: Wording = {
  title: 'Votre comptoir',
  headline: (firstName) => (firstName ? `${firstName}, on a gardé votre tasse.` : 'On a gardé votre tasse.'),
  lead: 'Elle est à sa place, sur l’étagère des habitués.',
  thanks: (firstName) => (firstName ? `Merci ${firstName}.` : 'Merci.'),
  thanksLead: 'C’est noté. Nous vous répondons par mail, si vous les acceptez.',
  farewell: 'C’est noté, et nous n’insisterons pas. La tasse reste à vous, pour vos invités.',
  voucher: { name: 'Votre bon de retour', gives: 'L’avantage annoncé dans notre message est à vous', code: 'Votre code', how: 'À saisir à la commande, ou à lire au comptoir, dans les soixante jours.' },
  form: {
    title: 'On ne vous voyait plus\u00a0?',
    legend: 'Dites-nous pourquoi, sans détour.',
    choices: {
      forgot: { label: 'J’ai oublié, tout simplement', hint: 'Cela arrive aux meilleurs' },
      price: { label: 'Trop cher pour tous les jours', hint: 'Nous avons des idées' },
      taste: { label: 'Le goût ne me plaisait plus', hint: 'Un réglage change tout' },
      stopped: { label: 'Je ne bois plus de café', hint: 'Nous n’écrirons plus à ce sujet' },
    },
    check: 'Choisissez l’une des quatre réponses.',
    send: 'Le dire au comptoir',
    hint: 'Votre code est valable dans tous les cas.',
  },
  mail: {
    title: 'La torréfaction du mardi, par e-mail\u00a0?',
    lead: 'Le café de la semaine, et de quoi bien le préparer. Deux messages par mois, pas davantage.',
    agree: 'J’accepte de recevoir par e-mail les nouveautés et les offres de la Brûlerie Montcanel. Je peux y mettre fin à tout moment, d’un clic.',
    send: 'Oui, écrivez-moi',
  },
  use: 'Votre réponse sert à mieux vous servir, par la Brûlerie Montcanel seulement.',
};

const en: Wording = {
  title: 'Your counter',
  headline: (firstName) => (firstName ? `${firstName}, we kept your cup.` : 'We kept your cup.'),
  lead: 'It is in its place, on the regulars’ shelf.',
  thanks: (firstName) => (firstName ? `Thank you, ${firstName}.` : 'Thank you.'),
  thanksLead: 'Noted. We answer by mail, if you take our mails.',
  farewell: 'Noted, and we shall not insist. The cup stays yours, for your guests.',
  voucher: { name: 'Your voucher', gives: 'What our message promised is yours', code: 'Your code', how: 'Enter it when you order, or read it out at the counter, within sixty days.' },
  form: {
    title: 'We had lost sight of you',
    legend: 'Tell us why, straight out.',
    choices: {
      forgot: { label: 'I simply forgot', hint: 'It happens to the best' },
      price: { label: 'Too dear for every day', hint: 'We have ideas' },
      taste: { label: 'I no longer liked the taste', hint: 'One setting changes everything' },
      stopped: { label: 'I no longer drink coffee', hint: 'We shall not write about it again' },
    },
    check: 'Please choose one of the four answers.',
    send: 'Tell the counter',
    hint: 'Your code is good in any case.',
  },
  mail: {
    title: 'Tuesday’s roast, by email?',
    lead: 'The coffee of the week, and how to make the best of it. Two messages a month, no more.',
    agree: 'I agree to get news and offers of Brûlerie Montcanel by email. I may end it at any time, with one click.',
    send: 'Yes, write to me',
  },
  use: 'Your answer is used to serve you better, by Brûlerie Montcanel only.',
};

export const wordings: Readonly<Record<Language, Wording>> = { fr, en };
