import { fittedTo, kindOf, type Lacks } from '../fitted-to.ts';
import { ADDRESS_LINE_LENGTH, ADDRESS_LINES, type Addressee, type AddressField, type AddressLine, type AddressParts, type AddressProblem } from './addressee.ts';
import { countryOf, type Norm } from './countries.ts';
import { countryName, isAbroad } from './country-name.ts';
import { mixedCaseLines } from './mixed-case.ts';
import { frenchLines } from './nf-z10-011.ts';
import { tidyPostcode } from './postcode.ts';

export interface AddressOptions {
  /** The country in which it is posted, ISO 3166-1 alpha-2; `FR` unless said. */
  readonly from?: string;
  /** What the printer's typeface lacks; Latin letters with whatever accents are taken to be there unless said. */
  readonly lacks?: Lacks;
}

/** An address as it would be printed, and all that stands against printing it. */
export interface WrittenAddress {
  readonly norm: Norm;
  readonly lines: readonly AddressLine[];
  readonly problems: readonly AddressProblem[];
  /** Fields that were in another script and are printed in Latin letters. */
  readonly transliterated: readonly AddressField[];
}

/** Writes an address by the norm of its country; it is to be printed when it has no problems. */
export function writeAddress(addressee: Addressee, { from = 'FR', lacks = lacksInLatin }: AddressOptions = {}): WrittenAddress {
  const problems: AddressProblem[] = [];
  const transliterated = new Set<AddressField>();
  const read = (field: AddressField, text: string | null | undefined): string => {
    if (!text || (USUAL.test(text) && lacks(text) === undefined)) return text ?? '';
    const control = CONTROL.exec(text)?.[0];
    const fitted = fittedTo(lacks, text.replace(/\s+/gu, ' ').trim());
    const unfit = control ?? fitted.unfit;
    if (unfit !== undefined && !problems.some((known) => known.field === field)) problems.push(unprintable(field, unfit));
    if (fitted.transliterated) transliterated.add(field);
    return fitted.text;
  };
  const code = (addressee.country || 'FR').trim().toUpperCase();
  const country = countryOf(code);
  const parts: AddressParts = {
    title: read('name', addressee.title),
    firstName: read('name', addressee.firstName),
    lastName: read('name', addressee.lastName),
    company: read('company', addressee.company),
    street: read('address_line', addressee.addressLine),
    complement: read('address_complement', addressee.addressComplement),
    postcode: tidyPostcode(read('postcode', addressee.postcode), country.postcode),
    city: read('city', addressee.city),
  };
  const home = country.norm === 'nf-z10-011' ? frenchLines(parts) : mixedCaseLines(parts, country);
  const named = countryName(code, from);
  const lines = [...home, ...(isAbroad(code, from) && named ? [{ field: 'country', text: named } as const] : [])].filter(({ text }) => text !== '');
  if (problems.length === 0) problems.push(...missing(parts, { code, needsPostcode: country.postcode !== undefined }), ...wrong(parts.postcode, { code, named, form: country.postcode }), ...tooMuch(lines, country.norm));
  return { norm: country.norm, lines, problems, transliterated: [...transliterated] };
}

/** Words of Latin letters, whole ones, with single spaces between: nothing to tidy. */
const USUAL = /^[\x21-\x7e\xa1-\xac\xae-\u017f’]+( [\x21-\x7e\xa1-\xac\xae-\u017f’]+)*$/;
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
/** Letters of the Latin script, digits, and the signs that a text face has. */
const NOT_LATIN = /[^\p{Script=Latin}\p{P}\p{Zs}0-9°ºª+&€$£§©®™²³¼½¾|~^`´¨=<>\u0300\u0301\u0302\u0303\u0308\u030a\u0327]/u;

function lacksInLatin(text: string): string | undefined {
  return USUAL.test(text) ? undefined : NOT_LATIN.exec(text)?.[0];
}

function unprintable(field: AddressField, character: string): AddressProblem {
  const { reason, words, advice } = kindOf(character);
  return { field, reason, message: `Expected ${field} in Latin letters on one line, got ${words} (${codeOf(character)}). ${advice}` };
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function missing(parts: AddressParts, { code, needsPostcode }: { code: string; needsPostcode: boolean }): AddressProblem[] {
  const gone = (field: AddressField, reason: AddressProblem['reason'], words: string = field): AddressProblem => ({
    ...{ field, reason },
    message: `Expected the prospect's ${words} for the address block, got none. Complete the identity and import it again.`,
  });
  return [
    ...(parts.firstName || parts.lastName || parts.company ? [] : [gone('name', 'missing-name')]),
    ...(parts.street ? [] : [gone('address_line', 'missing-street')]),
    ...(parts.postcode || !needsPostcode ? [] : [gone('postcode', 'missing-postcode', `postcode, which addresses in ${code} have,`)]),
    ...(parts.city ? [] : [gone('city', 'missing-city')]),
  ];
}

function wrong(postcode: string, { code, named, form }: { code: string; named: string | undefined; form: ReturnType<typeof countryOf>['postcode'] }): AddressProblem[] {
  if (named === undefined) return [{ field: 'country', reason: 'unknown-country', message: `Expected country to be a code of ISO 3166-1 such as FR${code === 'UK' ? ' (the United Kingdom is GB)' : ''}, got none of them. Correct it and import the row again.` }];
  if (!form || !postcode || form.shape.test(postcode)) return [];
  const isShort = /^\d+$/.test(postcode) && postcode.length < Number.parseInt(form.words, 10);
  return [{ field: 'postcode', reason: 'bad-postcode', message: `Expected a postcode of ${code}, ${form.words}, got ${postcode.length} ${/^\d+$/.test(postcode) ? 'digits' : 'characters'}${isShort ? ': a spreadsheet may have dropped zeros before it' : ''}. Correct it and import the row again.` }];
}

const BY: Readonly<Record<Norm, string>> = { 'nf-z10-011': 'NF Z10-011', 'din-5008': 'DIN 5008, a window of 85 mm', 'upu-s42': 'what an address zone holds' };

function tooMuch(lines: readonly AddressLine[], norm: Norm): AddressProblem[] {
  const long = lines.flatMap(({ field, text }, index): AddressProblem[] => {
    if (text.length <= ADDRESS_LINE_LENGTH) return [];
    const advice = field === 'address_line' ? 'Move a part of it to address_complement, or shorten it.' : 'Shorten it.';
    return [{ field, reason: 'line-too-long', message: `Expected address line ${index + 1} (${field}) to have at most ${ADDRESS_LINE_LENGTH} characters (${BY[norm]}), got ${text.length}. ${advice}` }];
  });
  if (lines.length <= ADDRESS_LINES) return long;
  return [...long, { field: 'address_complement', reason: 'too-many-lines', message: `Expected at most ${ADDRESS_LINES} address lines (${BY[norm]}), got ${lines.length}. Shorten address_complement.` }];
}
