import type { Brand } from '../kit/brand.ts';

/** The company that speaks: an invented heating service. `.example` is reserved for such (RFC 2606); nobody is reached by mistake. */
export const brand = {
  name: 'Airelune',
  claim: { fr: 'L’entretien du chauffage, année après année', en: 'Looking after your heating, year after year' },
  address: 'Airelune SAS, 8 allée des Horlogers, 00620 Aiguevance',
  email: 'agence@airelune.example',
  shop: 'https://www.airelune.example',
} as const satisfies Brand;

/** For screens. */
export const colours = { navy: '#17365c', moon: '#f4c95d', teal: '#0b6f6a', ink: '#1a2430', mist: '#edf3f5', muted: '#52616d', line: '#d3dfe4' } as const;
