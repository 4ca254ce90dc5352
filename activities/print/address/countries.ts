import { digits, pattern, type PostcodeForm } from './postcode.ts';

/** The rules by which a country's addresses are written: France's NF Z10-011, Germany's DIN 5008, and the orders that the UPU publishes for the others. */
export type Norm = 'nf-z10-011' | 'din-5008' | 'upu-s42';

/** How a country writes an address. */
export interface Country {
  readonly norm: Norm;
  /** None where postcodes are not known to us, or there are none, so that every text goes. */
  readonly postcode?: PostcodeForm;
  /** The last lines before the country's name. */
  readonly place: (postcode: string, city: string) => readonly string[];
}

type Place = Country['place'];
const before: Place = (postcode, city) => [`${postcode} ${city}`.trim()];
const beforeCapitals: Place = (postcode, city) => before(postcode, city.toLocaleUpperCase());
const after: Place = (postcode, city) => [`${city.toLocaleUpperCase()} ${postcode}`.trim()];
const below: Place = (postcode, city) => [city.toLocaleUpperCase(), ...(postcode ? [postcode] : [])];
const upu = (postcode: PostcodeForm, place: Place = before): Country => ({ norm: 'upu-s42', postcode, place });

/** 01-95 mainland with 20 Corsica, 97 and 98 overseas and Monaco, 00 the forces; 96 and 99 are nobody's. CEDEX codes have the same shape. */
const FRANCE: Country = { norm: 'nf-z10-011', postcode: pattern(/^(0\d|[1-8]\d|9[0-578])\d{3}$/, '5 digits that begin with 00 to 95, 97 or 98'), place: before };
const ITALY = upu(digits(5), beforeCapitals);
/** Royal Mail: outward code of 2 to 4 characters, inward code of 3 without C, I, K, M, O and V. */
const BRITAIN = upu({ ...pattern(/^(GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLN-UW-Z]{2})$/, 'a postcode such as SW1A 1AA'), lettered: true, gap: { at: -3, sign: ' ' } }, below);
const SWITZERLAND = upu(digits(4));

/**
 * Countries whose order is written down: by AFNOR, DIN, and in the Universal Postal Union's public sheets (upu.int, "Addressing solutions"; S42 is the
 * standard behind them). Others are written in the commonest order, postcode before the place, and any postcode goes.
 */
const COUNTRIES: Readonly<Record<string, Country>> = {
  FR: FRANCE, GP: FRANCE, MQ: FRANCE, GF: FRANCE, RE: FRANCE, YT: FRANCE, PM: FRANCE, BL: FRANCE, MF: FRANCE, NC: FRANCE, PF: FRANCE, WF: FRANCE, TF: FRANCE, MC: FRANCE,
  DE: { norm: 'din-5008', postcode: digits(5), place: before },
  AT: { norm: 'din-5008', postcode: digits(4), place: before },
  CH: SWITZERLAND, LI: SWITZERLAND,
  BE: upu(digits(4), beforeCapitals),
  // Post Luxembourg writes L- before the number, at home too.
  LU: upu(digits(4), (postcode, city) => [`L-${postcode} ${city.toLocaleUpperCase()}`]),
  // PostNL: one space within the postcode, two after it.
  NL: upu({ ...pattern(/^[1-9]\d{3} (?!SA|SD|SS)[A-Z]{2}$/, '4 digits and 2 letters such as 1234 AB'), gap: { at: 4, sign: ' ' } }, (postcode, city) => [`${postcode}  ${city.toLocaleUpperCase()}`]),
  GB: BRITAIN, GG: BRITAIN, JE: BRITAIN, IM: BRITAIN,
  ES: upu(digits(5), beforeCapitals),
  IT: ITALY, SM: ITALY, VA: ITALY,
  DK: upu(digits(4)),
  NO: upu(digits(4), beforeCapitals),
  SE: upu({ ...pattern(/^\d{3} \d{2}$/, '5 digits such as 123 45'), gap: { at: 3, sign: ' ' } }, beforeCapitals),
  FI: upu(digits(5), beforeCapitals),
  PL: upu({ ...pattern(/^\d{2}-\d{3}$/, '5 digits such as 00-950'), gap: { at: 2, sign: '-' } }, beforeCapitals),
  PT: upu({ ...pattern(/^\d{4}-\d{3}$/, '7 digits such as 1250-096'), gap: { at: 4, sign: '-' } }, beforeCapitals),
  US: upu({ ...pattern(/^\d{5}(-\d{4})?$/, '5 digits, or 9 such as 20500-0003'), gap: { at: 5, sign: '-' } }, after),
  CA: upu({ ...pattern(/^[A-Z]\d[A-Z] \d[A-Z]\d$/, 'a postal code such as K1A 0B1'), lettered: true, gap: { at: 3, sign: ' ' } }, after),
};

const OTHERS: Country = { norm: 'upu-s42', place: before };

/** By the code of ISO 3166-1 alpha-2. */
export function countryOf(code: string): Country {
  return COUNTRIES[code] ?? OTHERS;
}
