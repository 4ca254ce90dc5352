import type { AddressLine, AddressParts } from './addressee.ts';
import type { Country } from './countries.ts';
import { fittingName, replacedWhileTooLong } from './shortened.ts';

/** Street words at the end of a word, or words of their own, as Duden shortens them. */
const GERMAN: readonly (readonly [RegExp, string])[] = [
  [/stra(ß|ss)e$/, 'str.'],
  [/(^|-)Stra(?:ß|ss)e$/, '$1Str.'],
  [/platz$/, 'pl.'],
  [/(^|-)Platz$/, '$1Pl.'],
];

/**
 * Germany and Austria by DIN 5008, and the countries of the UPU's sheets: letters as they are written, no empty line, street with its number, then the
 * country's own place lines. A company stands above its people by DIN, below them elsewhere.
 */
export function mixedCaseLines(parts: AddressParts, { norm, place }: Country): AddressLine[] {
  const company: AddressLine = { field: 'company', text: parts.company };
  const name: AddressLine = { field: 'name', text: fittingName(parts) };
  return [
    ...(norm === 'din-5008' ? [company, name] : [name, company]),
    { field: 'address_complement', text: parts.complement },
    { field: 'address_line', text: replacedWhileTooLong(parts.street, norm === 'din-5008' ? germanShort : (word) => word) },
    ...place(parts.postcode, parts.city).map((text): AddressLine => ({ field: 'city', text })),
  ];
}

function germanShort(word: string): string {
  return GERMAN.reduce((short, [long, abbreviation]) => short.replace(long, abbreviation), word);
}
