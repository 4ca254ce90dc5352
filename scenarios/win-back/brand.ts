import type { Brand } from '../kit/index.ts';

/** The company that speaks: an invented coffee roaster. `.example` is reserved for such (RFC 2606); nobody is reached by mistake. */
export const brand = {
  name: 'Brûlerie Montcanel',
  claim: { fr: 'Cafés torréfiés le mardi, postés le mercredi', en: 'Coffee roasted on Tuesdays, posted on Wednesdays' },
  address: 'Brûlerie Montcanel SARL, 5 rue du Four à Chaux, 00220 Tournevigne',
  email: 'comptoir@montcanel.example',
  shop: 'https://www.montcanel.example',
} as const satisfies Brand;

/** For screens. */
export const colours = { bean: '#3a231a', mint: '#cfe9dc', leaf: '#1f6b52', foam: '#fffdf8', ink: '#2d1d16', muted: '#6b5a50', line: '#dfe6dc', crema: '#d98a4b', berry: '#a32c3f' } as const;
