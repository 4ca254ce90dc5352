/** Where a prospect lives, as far as is known. */
export interface Place {
  readonly facts: Readonly<Record<string, unknown>>;
  /** ISO 3166-1 alpha-2, such as `FR`. */
  readonly country: string | null;
  readonly postcode: string | null;
}

/** Taken where nothing better is known. */
const USUAL = 'Europe/Paris';

/** Countries with one zone, or nearly: what differs is in `BY_POSTCODE`. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  AD: 'Europe/Andorra', AT: 'Europe/Vienna', BE: 'Europe/Brussels', BG: 'Europe/Sofia', CH: 'Europe/Zurich', CY: 'Asia/Nicosia', CZ: 'Europe/Prague', DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen', EE: 'Europe/Tallinn', ES: 'Europe/Madrid', FI: 'Europe/Helsinki', FR: 'Europe/Paris', GB: 'Europe/London', GR: 'Europe/Athens', HR: 'Europe/Zagreb',
  HU: 'Europe/Budapest', IE: 'Europe/Dublin', IS: 'Atlantic/Reykjavik', IT: 'Europe/Rome', LI: 'Europe/Vaduz', LT: 'Europe/Vilnius', LU: 'Europe/Luxembourg', LV: 'Europe/Riga',
  MC: 'Europe/Monaco', MT: 'Europe/Malta', NL: 'Europe/Amsterdam', NO: 'Europe/Oslo', PL: 'Europe/Warsaw', PT: 'Europe/Lisbon', RO: 'Europe/Bucharest', SE: 'Europe/Stockholm',
  SI: 'Europe/Ljubljana', SK: 'Europe/Bratislava',
  // The French overseas parts have country codes of their own as well.
  GP: 'America/Guadeloupe', MQ: 'America/Martinique', GF: 'America/Cayenne', RE: 'Indian/Reunion', PM: 'America/Miquelon', YT: 'Indian/Mayotte', BL: 'America/St_Barthelemy',
  MF: 'America/Marigot', TF: 'Indian/Kerguelen', WF: 'Pacific/Wallis', PF: 'Pacific/Tahiti', NC: 'Pacific/Noumea',
};

/** Parts of a country that have another time, by the beginning of their postcodes (La Poste, Correos, CTT); the first that fits. */
const BY_POSTCODE: Readonly<Record<string, readonly (readonly [prefix: RegExp, zone: string])[]>> = {
  FR: [
    [/^97133/, 'America/St_Barthelemy'],
    [/^97150/, 'America/Marigot'],
    [/^971/, 'America/Guadeloupe'],
    [/^972/, 'America/Martinique'],
    [/^973/, 'America/Cayenne'],
    [/^974/, 'Indian/Reunion'],
    [/^975/, 'America/Miquelon'],
    [/^976/, 'Indian/Mayotte'],
    [/^97[78]/, 'America/Guadeloupe'],
    [/^984/, 'Indian/Kerguelen'],
    [/^986/, 'Pacific/Wallis'],
    [/^987/, 'Pacific/Tahiti'],
    [/^988/, 'Pacific/Noumea'],
  ],
  // Las Palmas and Santa Cruz de Tenerife.
  ES: [
    [/^3[58]/, 'Atlantic/Canary'],
    [/^5[12]/, 'Africa/Ceuta'],
  ],
  PT: [
    [/^9[0-4]/, 'Atlantic/Madeira'],
    [/^9[5-9]/, 'Atlantic/Azores'],
  ],
};

/**
 * The IANA time zone in which a prospect lives: the fact `timeZone` where it names one, else by country and postcode, else Paris.
 *
 * @example timeZoneOf({ facts: {}, country: 'FR', postcode: '97400' }) // 'Indian/Reunion'
 */
export function timeZoneOf({ facts, country, postcode }: Place): string {
  const told = facts['timeZone'];
  if (typeof told === 'string' && isTimeZone(told)) return told;
  const code = (country ?? 'FR').toUpperCase();
  const plain = (postcode ?? '').replace(/\s/g, '');
  const part = BY_POSTCODE[code]?.find(([prefix]) => prefix.test(plain));
  return part?.[1] ?? BY_COUNTRY[code] ?? USUAL;
}

const known = new Map<string, boolean>();

function isTimeZone(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  // An offset such as +02:00 is taken by Intl too, and knows no summer time.
  const valid = /^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/.test(name) && formats(name);
  if (known.size < 1_000) known.set(name, valid);
  return valid;
}

function formats(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
