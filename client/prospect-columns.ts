import type { ZodObject } from 'zod';
import { ImportError } from './import-error.ts';

/** Characters that the columns other than facts may hold at most. Address lines: NF Z10-011, 38 characters a line; email: RFC 5321. */
export const COLUMNS = {
  id: 64,
  title: 20,
  first_name: 38,
  last_name: 38,
  address_line: 38,
  address_complement: 38,
  postcode: 10,
  city: 38,
  country: 2,
  email: 254,
  locale: 5,
  consent_print: 5,
  consent_email: 5,
  consent_social: 5,
  consent_open_tracking: 5,
} as const;

export type Column = keyof typeof COLUMNS;

/** The separator of a file by its header: the one of `;`, `,` and tab that occurs most; a comma when there is none. */
export function delimiterOf(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/**
 * Checks a header: `id`, the facts that the scenario can't do without, nothing unknown and nothing twice.
 *
 * @throws ImportError (`BadColumns`) with every problem at once.
 */
export function checkColumns(header: readonly string[], facts: ZodObject): void {
  const known = [...Object.keys(COLUMNS), ...Object.keys(facts.shape)];
  const required = ['id', ...Object.keys(facts.shape).filter((name) => !facts.shape[name]?.safeParse(undefined).success)];
  const unknown = header.filter((name) => !known.includes(name));
  const missing = required.filter((name) => !header.includes(name));
  const repeated = header.filter((name, index) => header.indexOf(name) !== index);
  if (unknown.length + missing.length + repeated.length === 0) return;
  const problems = [
    ...unknown.map((name) => (name === '' ? 'a column has no name' : `'${name.slice(0, 40)}' is not one of them${meant(name, known)}`)),
    ...missing.map((name) => `'${name}' is missing`),
    ...repeated.map((name) => `'${name}' is there twice`),
  ];
  throw new ImportError(
    'BadColumns',
    `Expected the columns ${Object.keys(COLUMNS).join(', ')} and the facts ${Object.keys(facts.shape).join(', ')} (of these ${required.join(', ')} are needed, in any order), got a first line in which ${problems.join('; ')}. Correct the first line of the file.`,
  );
}

/** `BoilerAge`, `boiler_age` and `boiler age` all mean `boilerAge`. */
function meant(name: string, known: readonly string[]): string {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const match = known.find((candidate) => plain(candidate) === plain(name));
  return match ? ` (write '${match}')` : '';
}
