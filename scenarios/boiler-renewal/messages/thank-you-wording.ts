export type Interest = 'replace' | 'service' | 'advice';

interface Answer {
  readonly warm: { subject(firstName: string | null): string; readonly preheader: string; readonly headline: string; paragraphs(store: string): readonly string[] };
  readonly factual: { readonly subject: string; readonly preheader: string; readonly headline: string; readonly steps: readonly (readonly [title: string, text: string])[] };
  readonly button: string;
}

type Wording = Readonly<Record<Interest, Answer>> & {
  readonly next: string;
  readonly voucher: { readonly title: string; readonly text: string; readonly label: string };
};

const thanks = (word: string, firstName: string | null, rest: string) => (firstName ? `${word} ${firstName}, ${rest}` : `${word}, ${rest}`);

const fr: Wording = {
  next: 'Merci pour votre bilan. Voici la suite, simplement.',
  voucher: { title: 'Votre bon d’avantage', text: 'Il vous attend sur votre page personnelle : à montrer en magasin, ou à saisir à la commande.', label: 'Voir mon bon' },
  replace: {
    warm: {
      subject: (firstName) => thanks('Merci', firstName, 'parlons de votre prochaine chaudière'),
      preheader: 'Quelqu’un passe chez vous, regarde, écoute, et chiffre. Vous décidez.',
      headline: 'Merci d’avoir pris ce moment.',
      paragraphs: (store) => [
        `Une chaudière, on n’en change que deux ou trois fois dans une vie. Autant en parler avec quelqu’un qui prend son temps : un chauffagiste de ${store} vient voir la maison, écoute vos habitudes, et vous remet un devis qui se comprend à la première lecture.`,
        'Et s’il vaut mieux attendre encore un peu, il vous le dira.',
      ],
    },
    factual: {
      subject: 'Remplacer votre chaudière : les trois étapes',
      preheader: 'Une visite, un devis détaillé, un à deux jours de pose.',
      headline: 'De la visite au premier soir au chaud',
      steps: [
        ['La visite', 'Une heure chez vous, gratuite. Nous mesurons, vous racontez.'],
        ['Le devis', 'Sous cinq jours, poste par poste, aides déduites.'],
        ['La pose', 'Un à deux jours. L’ancienne chaudière repart avec nous.'],
      ],
    },
    button: 'Choisir un jour de visite',
  },
  service: {
    warm: {
      subject: (firstName) => thanks('Merci', firstName, 'on s’occupe de votre chaudière'),
      preheader: 'Une petite heure, et elle est réglée pour l’année.',
      headline: 'Merci, et à bientôt autour de la chaudière.',
      paragraphs: (store) => [
        `Une chaudière bien réglée, cela s’entend à peine et cela se voit sur la facture. Un technicien de ${store} passe chez vous, la nettoie, la règle, mesure ce qu’elle rejette, et vous envoie l’attestation de l’année.`,
        'Comptez une petite heure. Restez à côté si vous voulez, et posez vos questions : il aime ça.',
      ],
    },
    factual: {
      subject: 'L’entretien de votre chaudière, point par point',
      preheader: 'Nettoyage, réglage, attestation : une petite heure en tout.',
      headline: 'Une petite heure, trois choses faites',
      steps: [
        ['Le nettoyage', 'Corps de chauffe et brûleur ; l’évacuation est vérifiée.'],
        ['Le réglage', 'La combustion est mesurée, puis ajustée.'],
        ['L’attestation', 'Chez vous sous quinze jours, à garder deux ans.'],
      ],
    },
    button: 'Choisir un jour d’entretien',
  },
  advice: {
    warm: {
      subject: (firstName) => thanks('Merci', firstName, 'posez-nous toutes vos questions'),
      preheader: 'Dix minutes avec un chauffagiste, pas avec un vendeur.',
      headline: 'Merci. Et maintenant, à vos questions.',
      paragraphs: (store) => [
        `Gaz, bois, pompe à chaleur : entre ce que dit le voisin et ce que dit la radio, on s’y perd. Dix minutes avec un chauffagiste de ${store}, et l’on y voit clair.`,
        'Au magasin autour d’un café, ou au téléphone, comme vous préférez. Personne ne vous fera signer quoi que ce soit.',
      ],
    },
    factual: {
      subject: 'Dix minutes de conseil : comment cela se passe',
      preheader: 'Au magasin ou au téléphone, gratuit, sans engagement.',
      headline: 'Dix minutes, et l’on y voit clair',
      steps: [
        ['Vous racontez', 'La maison, l’installation, ce qui vous gêne.'],
        ['Nous expliquons', 'Les solutions possibles, leur coût, leurs limites.'],
        ['Vous décidez', 'Ou pas encore. Un résumé écrit vous reste.'],
      ],
    },
    button: 'Réserver mes dix minutes',
  },
};

const en: Wording = {
  next: 'Thank you for doing the check. Here is what comes next, in plain words.',
  voucher: { title: 'Your voucher', text: 'It is waiting on your personal page: show it in the store, or enter it when you order.', label: 'See my voucher' },
  replace: {
    warm: {
      subject: (firstName) => thanks('Thank you', firstName, 'let’s talk about your next boiler'),
      preheader: 'Somebody comes, looks, listens and gives you a price. You decide.',
      headline: 'Thank you for taking the time.',
      paragraphs: (store) => [
        `One changes boilers two or three times in a life. Better to talk it over with somebody who takes their time: a heating engineer of ${store} comes to see the house, listens to how you live in it, and leaves you a quote that makes sense at first reading.`,
        'And if you had better wait a little longer, you will be told so.',
      ],
    },
    factual: {
      subject: 'Replacing your boiler: the three steps',
      preheader: 'A visit, a detailed quote, a day or two of work.',
      headline: 'From the visit to the first warm evening',
      steps: [
        ['The visit', 'An hour at your home, free. We measure, you tell.'],
        ['The quote', 'Within five days, item by item, grants taken off.'],
        ['The fitting', 'A day or two. The old boiler leaves with us.'],
      ],
    },
    button: 'Choose a day for the visit',
  },
  service: {
    warm: {
      subject: (firstName) => thanks('Thank you', firstName, 'your boiler is in good hands'),
      preheader: 'Less than an hour, and it is set for the year.',
      headline: 'Thank you, and see you by the boiler.',
      paragraphs: (store) => [
        `A well-set boiler can hardly be heard, and it shows on the bill. A technician of ${store} comes to your home, cleans it, sets it, measures what it gives off, and sends you the year’s certificate.`,
        'It takes less than an hour. Stay by if you like, and ask your questions: they love it.',
      ],
    },
    factual: {
      subject: 'Your boiler’s service, point by point',
      preheader: 'Cleaned, set, certified: less than an hour in all.',
      headline: 'Less than an hour, three things done',
      steps: [
        ['Cleaning', 'Heat exchanger and burner; the flue is checked.'],
        ['Setting', 'Combustion is measured, then adjusted.'],
        ['Certificate', 'With you within fifteen days, to be kept for two years.'],
      ],
    },
    button: 'Choose a day for the service',
  },
  advice: {
    warm: {
      subject: (firstName) => thanks('Thank you', firstName, 'ask us anything'),
      preheader: 'Ten minutes with a heating engineer, not with a salesman.',
      headline: 'Thank you. Now for your questions.',
      paragraphs: (store) => [
        `Gas, wood, heat pump: between what the neighbour says and what the radio says, it is easy to get lost. Ten minutes with a heating engineer of ${store}, and it all gets clear.`,
        'In the store over a coffee, or by telephone, as you like. Nobody will make you sign anything.',
      ],
    },
    factual: {
      subject: 'Ten minutes of advice: how it works',
      preheader: 'In the store or by telephone, free, no strings attached.',
      headline: 'Ten minutes, and it all gets clear',
      steps: [
        ['You tell', 'The house, the heating, what bothers you.'],
        ['We explain', 'What can be done, what it costs, where its limits are.'],
        ['You decide', 'Or not yet. A written summary stays with you.'],
      ],
    },
    button: 'Book my ten minutes',
  },
};

/** What the thank-you mail says, by language and by what the reader wants. */
export const wordings = { fr, en };
