const fr = {
  title: 'Les paniers arrivent chez vous',
  hello: (area: string) => `${area}, bonjour !`,
  lead: 'Sept maraîchers, un panier le jeudi, à deux rues de chez vous. Cela vous tente ?',
  thanks: (name: string | undefined) => (name ? `Merci ${name} !` : 'Merci !'),
  thanked: 'C’est noté. Nous vous écrivons dans l’heure, ou par la poste dans la semaine.',
  next: { title: 'Et maintenant ?', steps: ['Vous recevez notre mot de bienvenue.', 'Une carte avec un bon de 5 € arrive dans votre boîte, si vous avez laissé votre adresse.', 'Jeudi, vous goûtez.'] },
  form: 'Dites-nous',
  interest: {
    legend: 'Un panier, à quel rythme ?',
    choices: {
      weekly: { label: 'Chaque semaine' },
      fortnightly: { label: 'Une semaine sur deux' },
      once: { label: 'Une fois, pour goûter' },
    },
  },
  household: { legend: 'Combien êtes-vous à table ?', choices: { 'one-two': { label: 'Un ou deux' }, 'three-four': { label: 'Trois ou quatre' }, more: { label: 'Davantage' } } },
  reach: 'Où vous répondre ?',
  either: 'Une adresse e-mail ou une adresse postale suffit. Laissez la seconde et nous y enverrons votre bon.',
  fields: { firstName: 'Prénom', lastName: 'Nom', email: 'E-mail', addressLine: 'Numéro et rue', postcode: 'Code postal', city: 'Commune' },
  optional: 'facultatif',
  consents: {
    email: 'J’accepte de recevoir les nouvelles des Paniers d’Ormeval par e-mail. Je peux me désinscrire à tout moment, en un clic.',
  },
  check: 'Il manque quelque chose : regardez les champs signalés.',
  send: 'Recevoir mon bon de 5 €',
  hint: 'Sans abonnement, sans engagement.',
  use: 'Vos réponses servent à vous répondre et à organiser les paniers de votre quartier, par la coopérative seulement. Pour les voir, les corriger ou les effacer : bonjour@ormeval.example.',
  basket: {
    title: 'Votre premier panier',
    hello: (name: string | null) => (name ? `Bonjour ${name},` : 'Bonjour,'),
    lead: 'Un panier vous attend jeudi, de 16 h à 20 h. Montrez ce code au point de retrait.',
    ticket: { title: 'Bon de bienvenue', gives: '5 € de moins sur le premier panier', code: 'Votre code', how: 'Une fois par foyer, dans les 60 jours.' },
    inside: { title: 'Dans le panier de jeudi', list: ['Carottes des sables', 'Poireaux d’été', 'Betteraves, avec leurs fanes', 'Une salade', 'La surprise du mercredi'] },
  },
};

const en: typeof fr = {
  title: 'The baskets are coming your way',
  hello: (area) => `Hello, ${area}!`,
  lead: 'Seven market gardeners, a basket on Thursdays, two streets away. Does it tempt you?',
  thanks: (name) => (name ? `Thank you, ${name}!` : 'Thank you!'),
  thanked: 'Noted. We write to you within the hour, or by post within the week.',
  next: { title: 'What now?', steps: ['You get our word of welcome.', 'A card with a €5 voucher comes to your letter box, if you left your address.', 'On Thursday, you taste.'] },
  form: 'Tell us',
  interest: { legend: 'A basket, how often?', choices: { weekly: { label: 'Every week' }, fortnightly: { label: 'Every other week' }, once: { label: 'Once, to try' } } },
  household: { legend: 'How many are you at table?', choices: { 'one-two': { label: 'One or two' }, 'three-four': { label: 'Three or four' }, more: { label: 'More' } } },
  reach: 'Where may we answer?',
  either: 'An email or a postal address is enough. Leave the latter and we send your voucher there.',
  fields: { firstName: 'First name', lastName: 'Last name', email: 'Email', addressLine: 'Number and street', postcode: 'Postcode', city: 'Town' },
  optional: 'optional',
  consents: {
    email: 'I agree to get news of Les Paniers d’Ormeval by email. I may unsubscribe at any time, with one click.',
  },
  check: 'Something is missing: look at the fields that are marked.',
  send: 'Get my €5 voucher',
  hint: 'No subscription, no obligation.',
  use: 'Your answers are used to answer you and to arrange the baskets of your neighbourhood, by the co-operative only. To see, correct or erase them: bonjour@ormeval.example.',
  basket: {
    title: 'Your first basket',
    hello: (name) => (name ? `Hello ${name},` : 'Hello,'),
    lead: 'A basket awaits you on Thursday, from 4 to 8 pm. Show this code at the pick-up point.',
    ticket: { title: 'Welcome voucher', gives: '€5 off the first basket', code: 'Your code', how: 'Once a household, within 60 days.' },
    inside: { title: 'In Thursday’s basket', list: ['Carrots from the sands', 'Summer leeks', 'Beetroot with its greens', 'A lettuce', 'Wednesday’s surprise'] },
  },
};

export const wordings = { fr, en };
export type Wording = typeof fr;
