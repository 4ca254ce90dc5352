/** Parts of a post's area that have a code of their own: between two places of one area no country is written. */
const AREA: Readonly<Record<string, string>> = { GP: 'FR', MQ: 'FR', GF: 'FR', RE: 'FR', YT: 'FR', PM: 'FR', BL: 'FR', MF: 'FR', MC: 'FR', LI: 'CH', SM: 'IT', VA: 'IT', GG: 'GB', JE: 'GB', IM: 'GB' };

export function isAbroad(country: string, from: string): boolean {
  return (AREA[country] ?? country) !== (AREA[from] ?? from);
}

/** The language of the country of posting where it is one of these; English else, which every post reads (rules of the UPU). */
const LANGUAGES: Readonly<Record<string, string>> = { FR: 'fr', MC: 'fr', BE: 'fr', LU: 'fr', CH: 'fr', DE: 'de', AT: 'de', LI: 'de', ES: 'es', IT: 'it', NL: 'nl', PT: 'pt' };
/** Codes that have a name and are no country of ISO 3166-1, or no more. */
const NOWHERE: ReadonlySet<string> = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ', 'UK', 'EL', 'AN', 'BU', 'CS', 'DD', 'DY', 'FX', 'HV', 'NH', 'RH', 'SU', 'TP', 'VD', 'YD', 'YU', 'ZR']);
const names = new Map<string, string | undefined>();

/**
 * A country's name as the last line says it, in capitals; undefined for what is no country's code.
 *
 * @example countryName('DE', 'FR') // 'ALLEMAGNE'
 */
export function countryName(code: string, from: string): string | undefined {
  const language = LANGUAGES[AREA[from] ?? from] ?? 'en';
  const key = `${language} ${code}`;
  if (!names.has(key)) {
    const isCode = /^[A-Z]{2}$/.test(code) && !NOWHERE.has(code);
    names.set(key, isCode ? new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code)?.toLocaleUpperCase(language) : undefined);
  }
  return names.get(key);
}
