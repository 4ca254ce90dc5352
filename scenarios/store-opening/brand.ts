import type { Brand } from '../kit/index.ts';

/** The company that speaks: an invented house of furniture and lamps. `.example` is reserved for such (RFC 2606); nobody is reached by mistake. */
export const brand = {
  name: 'Maison Noyerelle',
  claim: { fr: 'Meubles et lumières, faits pour rester', en: 'Furniture and lamps, made to stay' },
  address: 'Maison Noyerelle SAS, 21 rue des Ébénistes, 00110 Vaubrune',
  email: 'bonsoir@noyerelle.example',
  shop: 'https://www.noyerelle.example',
} as const satisfies Brand;

/** For screens. */
export const colours = { aubergine: '#3b1c37', rose: '#edc4b8', blush: '#f8e9e3', ivory: '#fffaf4', ink: '#2b1a29', muted: '#6d5768', line: '#ead5cd', lamp: '#ffd98a', brick: '#b4452f' } as const;
