import { foldAccents } from '../fold.ts';
import { ADDRESS_LINE_LENGTH, type AddressLine, type AddressParts } from './addressee.ts';
import { fittingName, replacedWhileTooLong } from './shortened.ts';

/** Street words and their abbreviations in La Poste's own address file, for lines that are too long otherwise. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ALLEE: 'ALL', ALLEES: 'ALL', AVENUE: 'AV', BOULEVARD: 'BD', CHEMIN: 'CHE', COMMANDANT: 'CDT', COURS: 'CRS', DOCTEUR: 'DR', FAUBOURG: 'FG', GENERAL: 'GAL',
  HAMEAU: 'HAM', IMPASSE: 'IMP', LIEUTENANT: 'LT', LOTISSEMENT: 'LOT', MARECHAL: 'MAL', PASSAGE: 'PAS', PLACE: 'PL', PRESIDENT: 'PDT', PROFESSEUR: 'PR', QUAI: 'QU',
  QUARTIER: 'QUA', RESIDENCE: 'RES', ROUTE: 'RTE', SAINT: 'ST', SAINTE: 'STE', SQUARE: 'SQ',
  // In complements.
  APPARTEMENT: 'APP', BATIMENT: 'BAT', ESCALIER: 'ESC', ETAGE: 'ETG', IMMEUBLE: 'IMM',
};

const ARTICLES: ReadonlySet<string> = new Set(['DE', 'DU', 'DES', 'D', 'LA', 'LE', 'LES', 'L']);

/** What goes below the street: a post-office box, a big receiver's code, a hamlet. */
const BELOW_STREET = /^(BP|CS|TSA|LD|LIEU[- ]?DIT)\b/i;

/**
 * France, by NF Z10-011: from the particular to the general, company and person, where in the building, street, hamlet or box, place. Lines that
 * sorting machines read are in capitals without accents or punctuation ("no punctuation from line 4, the last three lines in capitals"). The name
 * keeps accents and hyphens, and is in capitals as well: in the common address of three lines it is one of the last three.
 */
export function frenchLines(parts: AddressParts): AddressLine[] {
  const [street = '', ...behind] = atCommas(parts.street);
  const [above, below] = [atCommas(parts.complement), behind].flat().reduce<[string[], string[]]>(
    ([up, down], part) => (BELOW_STREET.test(part) ? [up, [...down, part]] : [[...up, part], down]),
    [[], []],
  );
  return [
    { field: 'company', text: replacedWhileTooLong(capitals(parts.company), abbreviated) },
    { field: 'name', text: capitals(fittingName(parts)) },
    ...complementLines(above),
    { field: 'address_line', text: shortened(machineLine(street)) },
    { field: 'address_complement', text: shortened(machineLine(below.join(' '))) },
    { field: 'city', text: shortened(machineLine(`${parts.postcode} ${parts.city}`)) },
  ];
}

/** A number before its street (`4, rue …`) is no part of its own, nor is anything but a box or hamlet behind a street. */
function atCommas(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim()).filter(Boolean);
  return parts.length > 1 && !parts.some((part) => BELOW_STREET.test(part)) ? [parts.join(', ')] : parts;
}

/** Entrance, building, flat: one line, or two parted at a comma when one is too short; abbreviated where neither does. */
function complementLines(parts: readonly string[]): AddressLine[] {
  if (parts.length === 0) return [];
  const fits = (way: readonly string[]): boolean => way.every((line) => line.length <= ADDRESS_LINE_LENGTH);
  const one = [machineLine(parts.join(' '))];
  const [first = '', ...rest] = parts.join(',').split(',');
  const two = (): string[] => [machineLine(first), machineLine(rest.join(' '))];
  const short = (): string[] => one.map(shortened);
  const lines = [() => one, two, short].find((way) => fits(way()))?.() ?? two().map(shortened);
  return lines.map((text) => ({ field: 'address_complement', text }));
}

function capitals(text: string): string {
  return tidy(text.replace(/[,;.]/g, ' ')).toUpperCase();
}

/** Capitals, digits and single spaces: what sorting machines are sure to read. */
function machineLine(text: string): string {
  const folded = foldAccents(text).toUpperCase();
  // A letter that nothing folds stays, so that its line is refused instead of losing it; the plain pattern is much the faster.
  return tidy(folded.replace(/[^ -~]/.test(folded) ? /[^\p{L}\p{N}/]+/gu : /[^A-Z0-9/]+/g, ' '));
}

/** Abbreviates street words, then leaves articles out, from the left and no more of them than needed. */
function shortened(line: string): string {
  return replacedWhileTooLong(replacedWhileTooLong(line, abbreviated), (word) => (ARTICLES.has(word) ? '' : word));
}

function abbreviated(word: string): string {
  return ABBREVIATIONS[word] ?? word;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
