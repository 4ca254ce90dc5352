/** Which page: the season's service, or what comes after an old installation. */
export type About = 'service' | 'replacement';

const fr = {
  title: { service: 'Votre entretien', replacement: 'La suite de votre installation' },
  hello: (name: string | null) => (name ? `Bonjour ${name},` : 'Bonjour,'),
  lead: { service: 'L’entretien de l’année vous attend. Dites-nous quand passer.', replacement: 'Votre installation a bien servi. Un devis, ou l’entretien comme d’habitude ?' },
  thanks: (name: string | null) => (name ? `Merci ${name} !` : 'Merci !'),
  putOff: 'C’est noté : nous vous récrirons la saison prochaine. L’agence reste à un coup de fil.',
  thanked: 'L’agence vous appelle sous deux jours ouvrés pour fixer le jour.',
  installation: { title: 'Votre installation', kind: 'Appareil', since: 'Posé en', agency: 'Votre agence' },
  form: 'Que souhaitez-vous ?',
  formMore: 'Une dernière question',
  check: 'Il manque une réponse : que souhaitez-vous ?',
  send: 'Envoyer',
  hint: 'Une réponse suffit, l’agence s’occupe du reste.',
  use: 'Vos réponses servent à organiser la visite, par Airelune seulement.',
  mail: {
    title: 'Le rappel par e-mail ?',
    lead: 'La date de l’entretien, et un conseil à chaque saison. Quatre messages par an.',
    agree: 'J’accepte de recevoir par e-mail les rappels, les conseils et les offres d’Airelune. Je peux y mettre fin à tout moment, d’un clic.',
    send: 'Oui, écrivez-moi',
  },
  ticket: { title: 'Numéro de visite', gives: 'À donner au technicien', code: 'Votre numéro', how: 'Il le note quand le travail est fait : votre contrat et votre attestation sont alors à jour.' },
  wish: {
    legend: 'Cette année',
    choices: {
      visit: { label: 'L’entretien', hint: 'Compris dans votre contrat' },
      replace: { label: 'Un devis pour du neuf', hint: 'Visite gratuite, deux solutions chiffrées' },
      later: { label: 'Plus tard', hint: 'Nous vous récrirons la saison prochaine' },
    },
  },
  slot: {
    legend: 'Plutôt quand ?',
    choices: { morning: { label: 'Un matin de semaine' }, afternoon: { label: 'Un après-midi de semaine' }, saturday: { label: 'Un samedi' } },
  },
};

const en: typeof fr = {
  title: { service: 'Your service', replacement: 'What comes after your installation' },
  hello: (name) => (name ? `Hello ${name},` : 'Hello,'),
  lead: { service: 'This year’s service is waiting. Tell us when to come.', replacement: 'Your installation has served you well. A quote, or a service as usual?' },
  thanks: (name) => (name ? `Thank you, ${name}!` : 'Thank you!'),
  putOff: 'Noted: we write again next season. The agency is a phone call away.',
  thanked: 'The agency calls you within two working days to set the day.',
  installation: { title: 'Your installation', kind: 'Appliance', since: 'Installed in', agency: 'Your agency' },
  form: 'What would you like?',
  formMore: 'One last question',
  check: 'An answer is missing: what would you like?',
  send: 'Send',
  hint: 'One answer is enough, the agency does the rest.',
  use: 'Your answers are used to arrange the visit, by Airelune only.',
  mail: {
    title: 'A reminder by email?',
    lead: 'When the service is due, and a word of advice each season. Four messages a year.',
    agree: 'I agree to get reminders, advice and offers of Airelune by email. I may end it at any time, with one click.',
    send: 'Yes, write to me',
  },
  ticket: { title: 'Visit number', gives: 'For the fitter', code: 'Your number', how: 'They write it down when the work is done: then your contract and your certificate are up to date.' },
  wish: {
    legend: 'This year',
    choices: {
      visit: { label: 'The service', hint: 'Included in your contract' },
      replace: { label: 'A quote for a new one', hint: 'Free visit, two priced solutions' },
      later: { label: 'Later', hint: 'We write again next season' },
    },
  },
  slot: {
    legend: 'Preferably when?',
    choices: { morning: { label: 'A weekday morning' }, afternoon: { label: 'A weekday afternoon' }, saturday: { label: 'A Saturday' } },
  },
};

export const wordings = { fr, en };
