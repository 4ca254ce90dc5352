import type { Brand } from '../kit/brand.ts';

/** The company that speaks: an invented co-operative of market gardeners. `.example` is reserved for such (RFC 2606); nobody is reached by mistake. */
export const brand = {
  name: 'Les Paniers d’Ormeval',
  claim: { fr: 'Les légumes d’ici, cueillis la veille', en: 'Vegetables from nearby, picked the day before' },
  address: 'Coopérative Les Paniers d’Ormeval, ferme des Quatre-Vents, 00730 Ormeval',
  email: 'bonjour@ormeval.example',
  shop: 'https://www.ormeval.example',
} as const satisfies Brand;

/** For screens. */
export const colours = { leaf: '#22543a', carrot: '#d9571e', ink: '#20261f', cream: '#f6f3e7', muted: '#5c6455', line: '#dfdcc8', straw: '#f0e2b4' } as const;
