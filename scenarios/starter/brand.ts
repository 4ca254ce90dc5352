import type { Brand } from '../kit/brand.ts';

/** The company that speaks: an invented bookshop. `.example` is reserved for such (RFC 2606); nobody is reached by mistake. */
export const brand = {
  name: 'Librairie du Passage',
  claim: { fr: 'Libraires depuis 1931', en: 'Booksellers since 1931' },
  address: 'Librairie du Passage SARL, 4 passage des Relieurs, 00310 Montclairval',
  email: 'bonjour@passage.example',
  shop: 'https://www.passage.example',
} as const satisfies Brand;
