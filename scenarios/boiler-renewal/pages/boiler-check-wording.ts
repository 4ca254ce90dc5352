import type { BoilerFacts } from '../facts.ts';

type Known = Partial<BoilerFacts>;

/** What the page says, in one language. */
export interface Wording {
  title: string;
  greeting(firstName: string | null): string;
  lead: string;
  /** The machine by its energy, as the subject of a sentence. */
  machine: Record<NonNullable<Known['energy']> | 'unknown', string>;
  age(years: number): string;
  ageUnknown: string;
  gauge: { young: string; attentive: string; due: string; label(years: number): string };
  advice: Record<'young' | 'attentive' | 'due', { headline: string; text: string }>;
  oilNote: string;
  formTitle: string;
  remaining: string;
  interest: { legend: string; said: string; choices: Record<NonNullable<Known['interest']>, { label: string; hint: string; noted: string }> };
  horizon: { legend: string; said: string; choices: Record<NonNullable<Known['horizon']>, { label: string; noted: string }> };
  visit: { legend: string; title: string; check: string; send: string; hint: string; noted: string; change: string };
  required: string;
  send: string;
  sendRemaining: string;
  check: string;
  use: string;
  thanks(firstName: string | null): string;
  thanksLead: string;
  back: string;
  voucher: { name: string; gives: Record<NonNullable<Known['interest']>, string>; how: string; code: string };
  store: { title: string; distance(kilometres: number | undefined): string; invite: string };
  mail: { title: string; lead: string; agree: string; send: string };
  shop: string;
  withdraw: string;
}

const fr: Wording = {
  title: 'Votre bilan chaudière',
  greeting: (firstName) => (firstName ? `Bonjour ${firstName},` : 'Bonjour,'),
  lead: 'Voici votre bilan chaudière. Une minute suffit pour le compléter.',
  machine: { gas: 'Votre chaudière au gaz', oil: 'Votre chaudière au fioul', wood: 'Votre chaudière à bois', 'heat-pump': 'Votre pompe à chaleur', unknown: 'Votre chaudière' },
  age: (years) => (years === 0 ? 'a moins d’un an' : years === 1 ? 'a 1 an' : `a ${years} ans`),
  ageUnknown: 'mérite un bilan',
  gauge: { young: 'Jeune', attentive: 'À suivre', due: 'À relayer', label: (years) => `${years} ans, sur une échelle de 0 à 24 ans` },
  advice: {
    young: { headline: 'Elle a de belles années devant elle.', text: 'Un entretien par an la garde sobre et silencieuse, et l’attestation rassure votre assureur.' },
    attentive: { headline: 'C’est l’âge où l’entretien fait la différence.', text: 'Un réglage soigné avant l’hiver évite la panne un soir de gel et ménage votre facture.' },
    due: { headline: 'Elle a bien travaillé. Préparons la suite.', text: 'À cet âge, mieux vaut choisir sa remplaçante au calme que dans l’urgence d’une panne. Nous chiffrons, vous décidez.' },
  },
  oilNote: 'On n’installe plus de chaudière neuve au fioul depuis juillet 2022\u00a0: parlons de ce qui lui succédera chez vous.',
  formTitle: 'Et vous, qu’en pensez-vous\u00a0?',
  remaining: 'Une dernière question',
  interest: {
    legend: 'Que souhaitez-vous\u00a0?',
    said: 'Votre projet',
    choices: {
      replace: { label: 'La remplacer', hint: 'Une visite chez vous et un devis clair, sans engagement', noted: 'Remplacer l’installation' },
      service: { label: 'L’entretenir', hint: 'La visite annuelle et son attestation', noted: 'Un entretien' },
      advice: { label: 'Demander conseil', hint: 'Dix minutes avec un chauffagiste, pas avec un vendeur', noted: 'Un conseil' },
    },
  },
  horizon: {
    legend: 'Quand y pensez-vous\u00a0?',
    said: 'Quand',
    choices: {
      now: { label: 'Dès maintenant', noted: 'Dès maintenant' },
      'this-year': { label: 'Cette année', noted: 'Cette année' },
      later: { label: 'Plus tard', noted: 'Plus tard' },
    },
  },
  visit: {
    legend: 'Quand pouvons-nous passer\u00a0?',
    title: 'Votre visite, sans engagement',
    check: 'Choisissez l’un des moments proposés.',
    send: 'Demander cette visite',
    hint: 'Comptez une heure. Nous mesurons, nous chiffrons, vous décidez.',
    noted: 'Votre visite',
    change: 'Un empêchement\u00a0? Écrivez-nous\u00a0:',
  },
  required: 'Un choix suffit.',
  send: 'Recevoir mon bon d’avantage',
  sendRemaining: 'Envoyer ma réponse',
  check: 'Il manque une réponse, ou l’une d’elles n’est pas dans la liste.',
  use: 'Vos réponses servent à préparer votre projet, par Bellebraise seulement.',
  thanks: (firstName) => (firstName ? `Merci ${firstName}\u00a0!` : 'Merci\u00a0!'),
  thanksLead: 'C’est noté. Voici votre bon, et l’équipe qui vous attend.',
  back: 'Votre bilan est complet. Voici votre bon, et l’équipe qui vous attend.',
  voucher: {
    name: 'Bon d’avantage',
    gives: { replace: '150\u00a0€ de moins sur la pose', service: 'Entretien à 129\u00a0€, tout compris', advice: 'Dix minutes de conseil, offertes' },
    how: 'À présenter en magasin, ou à saisir à la commande sur notre site. Une capture d’écran suffit.',
    code: 'Votre code',
  },
  store: {
    title: 'Votre magasin',
    distance: (kilometres) => (kilometres === undefined ? '' : kilometres < 1 ? 'à moins d’un kilomètre de chez vous' : `à ${Math.round(kilometres)} km de chez vous`),
    invite: 'Venez avec une photo de votre installation\u00a0: nous saurons tout de suite de quoi nous parlons.',
  },
  mail: {
    title: 'La suite par e-mail\u00a0?',
    lead: 'Le guide des aides, et un rappel avant l’hiver. Quatre messages par an, pas davantage.',
    agree: 'J’accepte de recevoir par e-mail les conseils et les offres de Bellebraise. Je peux y mettre fin à tout moment, d’un clic.',
    send: 'Oui, écrivez-moi',
  },
  shop: 'Voir la boutique en ligne',
  withdraw: 'Ne plus recevoir nos messages',
};

const en: Wording = {
  title: 'Your boiler check',
  greeting: (firstName) => (firstName ? `Hello ${firstName},` : 'Hello,'),
  lead: 'Here is your boiler check. One minute is enough to complete it.',
  machine: { gas: 'Your gas boiler', oil: 'Your oil boiler', wood: 'Your wood boiler', 'heat-pump': 'Your heat pump', unknown: 'Your boiler' },
  age: (years) => (years === 0 ? 'is less than a year old' : years === 1 ? 'is 1 year old' : `is ${years} years old`),
  ageUnknown: 'deserves a check',
  gauge: { young: 'Young', attentive: 'Keep an eye on it', due: 'Due', label: (years) => `${years} years, on a scale from 0 to 24 years` },
  advice: {
    young: { headline: 'It has good years ahead.', text: 'One service a year keeps it frugal and quiet, and the certificate reassures your insurer.' },
    attentive: { headline: 'At this age, servicing makes the difference.', text: 'A careful setting before winter avoids a breakdown on a frosty night, and spares your bill.' },
    due: { headline: 'It has worked well. Let us plan what comes next.', text: 'At this age it is better to choose a successor in peace than in the rush of a breakdown. We quote, you decide.' },
  },
  oilNote: 'No new oil boiler has been installed in France since July 2022: let us talk about what will succeed yours.',
  formTitle: 'And what do you think?',
  remaining: 'One last question',
  interest: {
    legend: 'What would you like?',
    said: 'Your project',
    choices: {
      replace: { label: 'Replace it', hint: 'A visit and a clear quote, no strings attached', noted: 'Replace the installation' },
      service: { label: 'Have it serviced', hint: 'The yearly visit and its certificate', noted: 'A service' },
      advice: { label: 'Ask for advice', hint: 'Ten minutes with a heating engineer, not a salesman', noted: 'Some advice' },
    },
  },
  horizon: {
    legend: 'When are you thinking of it?',
    said: 'When',
    choices: {
      now: { label: 'Right now', noted: 'Right now' },
      'this-year': { label: 'This year', noted: 'This year' },
      later: { label: 'Later', noted: 'Later' },
    },
  },
  visit: {
    legend: 'When may we come?',
    title: 'Your visit, no strings attached',
    check: 'Please choose one of the times on offer.',
    send: 'Ask for this visit',
    hint: 'It takes an hour. We measure and quote, you decide.',
    noted: 'Your visit',
    change: 'Something came up? Write to us:',
  },
  required: 'One choice is enough.',
  send: 'Get my voucher',
  sendRemaining: 'Send my answer',
  check: 'An answer is missing, or one of them is not in the list.',
  use: 'Your answers are used to prepare your project, by Bellebraise only.',
  thanks: (firstName) => (firstName ? `Thank you, ${firstName}!` : 'Thank you!'),
  thanksLead: 'Noted. Here is your voucher, and the team that awaits you.',
  back: 'Your check is complete. Here is your voucher, and the team that awaits you.',
  voucher: {
    name: 'Voucher',
    gives: { replace: '€150 off the fitting', service: 'A service for €129, all included', advice: 'Ten minutes of advice, free' },
    how: 'Show it in the store, or type it when you order on our site. A screenshot is enough.',
    code: 'Your code',
  },
  store: {
    title: 'Your store',
    distance: (kilometres) => (kilometres === undefined ? '' : kilometres < 1 ? 'less than a kilometre from you' : `${Math.round(kilometres)} km from you`),
    invite: 'Come with a photo of your installation: we will know at once what we are talking about.',
  },
  mail: {
    title: 'The rest by email?',
    lead: 'The guide to grants, and a reminder before winter. Four messages a year, no more.',
    agree: 'I agree to get advice and offers of Bellebraise by email. I may end it at any time, with one click.',
    send: 'Yes, write to me',
  },
  shop: 'Visit the online shop',
  withdraw: 'Stop receiving our messages',
};

export const wordings = { fr, en } as const;
