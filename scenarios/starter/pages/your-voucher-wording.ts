/** What the page says, by language. */
export const wordings = {
  fr: {
    title: 'Votre bon de lecture',
    greeting: (name: string | null) => (name ? `${name}, que lisez-vous ?` : 'Que lisez-vous ?'),
    thanks: (name: string | null) => (name ? `Merci ${name} !` : 'Merci !'),
    lead: 'Une question, et l’un de nos libraires vous écrit avec un livre pour vous.',
    soon: 'L’un de nos libraires vous écrit bientôt. Votre bon est déjà là.',
    form: 'Une seule question',
    question: {
      legend: 'Quel rayon visitez-vous en premier ?',
      choices: { novels: { label: 'Les romans', hint: 'd’ici et d’ailleurs' }, crime: { label: 'Les polars', hint: 'tant pis pour le sommeil' }, children: { label: 'La jeunesse', hint: 'à lire à deux' } },
    },
    check: 'Choisissez une réponse, puis envoyez de nouveau.',
    send: 'Recevoir mon conseil',
    hint: 'Un message de notre part, pas davantage.',
    ticket: { title: 'Votre bon', gives: '5 € sur votre prochain livre', code: 'Votre code', how: 'À montrer en caisse ou à saisir sur notre site, une fois, dès 15 € d’achat.' },
    use: 'Votre réponse nous sert à choisir le livre dont nous vous parlons, et à rien d’autre.',
  },
  en: {
    title: 'Your reading voucher',
    greeting: (name: string | null) => (name ? `${name}, what do you read?` : 'What do you read?'),
    thanks: (name: string | null) => (name ? `Thank you, ${name}!` : 'Thank you!'),
    lead: 'One question, and one of our booksellers writes to you with a book for you.',
    soon: 'One of our booksellers will write to you soon. Your voucher is here already.',
    form: 'Just one question',
    question: {
      legend: 'Which shelf do you visit first?',
      choices: { novels: { label: 'Novels', hint: 'from here and elsewhere' }, crime: { label: 'Crime', hint: 'never mind the sleep' }, children: { label: 'Children’s books', hint: 'to read together' } },
    },
    check: 'Choose an answer, then send again.',
    send: 'Get my advice',
    hint: 'One message from us, and no more.',
    ticket: { title: 'Your voucher', gives: '€5 off your next book', code: 'Your code', how: 'Show it at the till or type it in on our site: once, from €15 spent.' },
    use: 'Your answer helps us to choose the book we write about, and serves for nothing else.',
  },
};
