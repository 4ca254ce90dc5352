/** The company that speaks: an invented heating firm. `.example` is reserved for such (RFC 2606); nobody is reached by mistake. */
export const brand = {
  name: 'Bellebraise',
  claim: { fr: 'Chauffagistes depuis 1974', en: 'Heating engineers since 1974' },
  address: 'Bellebraise SAS, 12 quai des Tisserands, 00400 Valbraise-les-Forges',
  email: 'bonjour@bellebraise.example',
  shop: 'https://www.bellebraise.example',
  socialPage: 'https://www.facebook.com/bellebraise.example',
  /** For screens. */
  colours: { ember: '#c8442b', pine: '#16382f', sand: '#f6efe4', ink: '#1d2320', muted: '#6b726d', line: '#e4dacb' },
} as const;
