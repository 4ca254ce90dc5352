import { brand } from '../brand.ts';

/** What a reader may like. */
export type Reads = 'novels' | 'crime' | 'children';

type Book = readonly [title: string, why: string];

interface Advice {
  readonly preheader: string;
  readonly books: readonly [Book, Book, Book];
}

const FRAME = {
  fr: {
    because: `Vous recevez ce message car vous avez accepté que ${brand.name} vous écrive.`,
    voucher: { label: 'À garder', title: '5 € sur votre prochain livre', text: 'Votre bon vous attend sur votre page personnelle. Montrez-le en caisse, ou saisissez-le sur notre site.' },
  },
  en: {
    because: `You are getting this because you agreed that ${brand.name} may write to you.`,
    voucher: { label: 'Yours to keep', title: '€5 off your next book', text: 'Your voucher is on your personal page. Show it at the till, or type it in on our site.' },
  },
} as const;

/** What the mail says around its books, by language and variant. */
export const WORDS = {
  fr: {
    'one-book': { ...FRAME.fr, subject: 'Le livre que nous vous mettrions dans les mains', headline: 'Un livre, choisi pour vous', intro: (store: string) => `Si vous poussiez la porte de notre librairie de ${store} ce matin, voici celui que nous vous tendrions.`, button: 'Le faire mettre de côté' },
    'three-books': { ...FRAME.fr, subject: 'Trois livres pour vous, au choix', headline: 'Trois livres, à vous de choisir', intro: (store: string) => `Nos libraires de ${store} en ont posé trois sur le comptoir pour vous. Prenez celui qui vous fait envie.`, button: 'En faire mettre un de côté' },
  },
  en: {
    'one-book': { ...FRAME.en, subject: 'The book we would put in your hands', headline: 'One book, picked for you', intro: (store: string) => `If you walked into our shop in ${store} this morning, this is the one we would hand you.`, button: 'Have it kept for you' },
    'three-books': { ...FRAME.en, subject: 'Three books for you to choose from', headline: 'Three books, your choice', intro: (store: string) => `Our booksellers in ${store} have put three on the counter for you. Take the one you fancy.`, button: 'Have one kept for you' },
  },
};

/** The books themselves, invented like the shop. */
export const ADVICE: Readonly<Record<'fr' | 'en', Readonly<Record<Reads, Advice>>>> = {
  fr: {
    novels: {
      preheader: 'Un roman qu’on finit trop vite, et deux autres.',
      books: [
        ['Les Marées lentes', 'Trois sœurs, une île, un été qui décide de tout. On le commence pour la mer, on reste pour elles.'],
        ['La Maison du garde', 'Un père rentre après vingt ans. Court, tenu, bouleversant.'],
        ['Ce que disent les vergers', 'Un village, quatre saisons, et un secret que chacun croit être seul à connaître.'],
      ],
    },
    crime: {
      preheader: 'De quoi rater votre arrêt de bus.',
      books: [
        ['Nuit blanche à Valbraise', 'Une commissaire insomniaque et un mort qui reçoit encore du courrier. Impossible à poser.'],
        ['Le Treizième Relieur', 'Un atelier, treize suspects, une seule porte. Un huis clos à l’ancienne.'],
        ['Brume sur le canal', 'Premier d’une série : vous voudrez la suite dès le lendemain.'],
      ],
    },
    children: {
      preheader: 'À lire à deux, et à relire encore.',
      books: [
        ['L’Ours qui gardait la lune', 'Pour s’endormir sans bruit, dès 3 ans. Les images valent à elles seules le détour.'],
        ['Zoé et la machine à pluie', 'Dès 7 ans : des inventions, des flaques et une grand-mère formidable.'],
        ['Le Club des toits', 'Dès 10 ans : quatre enfants, une carte, et une ville vue d’en haut.'],
      ],
    },
  },
  en: {
    novels: {
      preheader: 'A novel that ends too soon, and two more.',
      books: [
        ['Slow Tides', 'Three sisters, an island, a summer that decides it all. You begin it for the sea and stay for them.'],
        ['The Keeper’s House', 'A father comes home after twenty years. Short, taut, moving.'],
        ['What the Orchards Say', 'A village, four seasons, and a secret that everybody thinks is theirs alone.'],
      ],
    },
    crime: {
      preheader: 'Enough to make you miss your stop.',
      books: [
        ['White Night in Valbraise', 'A sleepless detective and a dead man who still gets post. Impossible to put down.'],
        ['The Thirteenth Binder', 'One workshop, thirteen suspects, a single door. A locked room of the old school.'],
        ['Mist on the Canal', 'The first of a series: you will want the next one by morning.'],
      ],
    },
    children: {
      preheader: 'To read together, and then again.',
      books: [
        ['The Bear Who Kept the Moon', 'For falling asleep softly, from age 3. Worth it for the pictures alone.'],
        ['Zoe and the Rain Machine', 'From age 7: inventions, puddles and a splendid grandmother.'],
        ['The Rooftop Club', 'From age 10: four children, a map, and a city seen from above.'],
      ],
    },
  },
};
