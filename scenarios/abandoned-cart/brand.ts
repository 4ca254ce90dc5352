import type { Brand } from '../kit/index.ts';

/** The company that speaks: an invented bicycle house. `.example` is reserved for such (RFC 2606); nobody is reached by mistake. */
export const brand = {
  name: 'Cycles Guidonel',
  claim: { fr: 'Choisis, montés et réglés à l’atelier depuis 1987', en: 'Chosen, built and tuned in our workshop since 1987' },
  address: 'Cycles Guidonel SAS, 3 quai des Rémouleurs, 00510 Lormoisy',
  email: 'atelier@guidonel.example',
  shop: 'https://www.guidonel.example',
} as const satisfies Brand;

/** For screens. */
export const colours = { cobalt: '#1c3db4', sun: '#ffcb2e', ink: '#12193a', sky: '#eef1fb', muted: '#535a7c', line: '#d3daf1' } as const;
