import type { Identity } from '../../store/recipient.ts';
import { foldAccents } from './fold.ts';
import { UnprintableError } from './unprintable-error.ts';

/** Characters of a line at most, spaces included (NF Z10-011). */
export const ADDRESS_LINE_LENGTH = 38;

/** Lines at most (NF Z10-011). */
export const ADDRESS_LINES = 6;

type Addressee = Pick<Identity, 'title' | 'firstName' | 'lastName' | 'addressLine' | 'addressComplement' | 'postcode' | 'city' | 'country'>;

/** Street words and their abbreviations in La Poste's own address file, for lines that are too long otherwise. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ALLEE: 'ALL', ALLEES: 'ALL', AVENUE: 'AV', BOULEVARD: 'BD', CHEMIN: 'CHE', COMMANDANT: 'CDT', COURS: 'CRS', DOCTEUR: 'DR', FAUBOURG: 'FG', GENERAL: 'GAL',
  HAMEAU: 'HAM', IMPASSE: 'IMP', LIEUTENANT: 'LT', LOTISSEMENT: 'LOT', MARECHAL: 'MAL', PASSAGE: 'PAS', PLACE: 'PL', PRESIDENT: 'PDT', PROFESSEUR: 'PR', QUAI: 'QU',
  QUARTIER: 'QUA', RESIDENCE: 'RES', ROUTE: 'RTE', SAINT: 'ST', SAINTE: 'STE', SQUARE: 'SQ',
};

const ARTICLES: ReadonlySet<string> = new Set(['DE', 'DU', 'DES', 'D', 'LA', 'LE', 'LES', 'L']);

/**
 * The lines of a French postal address by NF Z10-011: at most 6 of 38 characters, from the general to the particular: who, where in the
 * building, street, place, country. The name keeps its accents and hyphens; the lines from the street on, which sorting machines
 * read, are in capitals without accents or punctuation (the norm's "no punctuation from line 4, the last three lines in capitals"). The
 * name is in capitals too: in the common address of three lines it is one of the last three.
 *
 * @throws UnprintableError `NoAddress` when street, place or name is missing, `AddressTooLong` when a line stays over 38 characters
 *   after abbreviation.
 * @example
 * addressBlock({ title: 'Mme', firstName: 'Élodie', lastName: 'Martin-Roux', addressLine: '4, rue de l’Église', postcode: '00410', city: 'Saint-Loup', ... })
 * // ['MME ÉLODIE MARTIN-ROUX', '4 RUE DE L EGLISE', '00410 SAINT LOUP']
 */
export function addressBlock(addressee: Addressee): string[] {
  const { title, firstName, lastName, addressLine, addressComplement, postcode, city, country } = addressee;
  const name = nameLine([title, firstName, lastName]);
  const street = machineLine(addressLine);
  const place = machineLine(`${postcode ?? ''} ${city ?? ''}`);
  for (const [field, line] of [['name', name], ['address_line', street], ['city', machineLine(city)]] as const) {
    if (!line) throw new UnprintableError('NoAddress', field, `Expected the prospect's ${field} for the address block, got none. Complete the identity and import it again.`);
  }
  const lines = [name, ...complementLines(addressComplement), shortened(street), shortened(place)];
  if (country !== 'FR') lines.push(machineLine(countryName(country)));
  lines.forEach((line, index) => {
    if (line.length > ADDRESS_LINE_LENGTH) {
      const field = `address line ${index + 1}`;
      throw new UnprintableError('AddressTooLong', field, `Expected ${field} to have at most ${ADDRESS_LINE_LENGTH} characters (NF Z10-011), got ${line.length}. Move a part of it to address_complement, or shorten it.`);
    }
  });
  return lines;
}

/** Title, first and last name; the first name as an initial when all of it is too long, as the norm advises. */
function nameLine([title, firstName, lastName]: readonly [string | null, string | null, string | null]): string {
  const full = capitals([title, firstName, lastName]);
  if (full.length <= ADDRESS_LINE_LENGTH) return full;
  const initial = capitals([title, firstName?.trim().charAt(0) ?? null, lastName]);
  return initial.length <= ADDRESS_LINE_LENGTH ? initial : capitals([lastName]);
}

function capitals(parts: readonly (string | null)[]): string {
  return tidy(parts.filter(Boolean).join(' ').normalize('NFC').replace(/[,;.]/g, ' ')).toLocaleUpperCase('fr-FR');
}

/** Entrance, building, flat: one line, or two parted at a comma when one is too short. */
function complementLines(complement: string | null): string[] {
  const one = shortened(machineLine(complement));
  if (one.length <= ADDRESS_LINE_LENGTH) return one ? [one] : [];
  const [first = '', ...rest] = (complement ?? '').split(',');
  return [shortened(machineLine(first)), shortened(machineLine(rest.join(' ')))].filter(Boolean);
}

/** Capitals, digits and single spaces: what sorting machines are sure to read. */
function machineLine(text: string | null | undefined): string {
  return tidy(foldAccents(text ?? '').toUpperCase().replace(/[^\p{L}\p{N}/]+/gu, ' '));
}

/** Abbreviates street words, then leaves articles out, from the left and no more of them than needed. */
function shortened(line: string): string {
  const abbreviated = replaceWhileTooLong(line.split(' '), (word) => ABBREVIATIONS[word] ?? word);
  return replaceWhileTooLong(abbreviated, (word) => (ARTICLES.has(word) ? '' : word)).join(' ');
}

function replaceWhileTooLong(words: readonly string[], replace: (word: string) => string): string[] {
  const result = [...words];
  words.forEach((word, index) => {
    if (result.filter(Boolean).join(' ').length > ADDRESS_LINE_LENGTH) result[index] = replace(word);
  });
  return result.filter(Boolean);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function countryName(code: string): string {
  return new Intl.DisplayNames(['fr'], { type: 'region' }).of(code) ?? code;
}
