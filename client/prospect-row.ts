import { z, type ZodObject } from 'zod';
import { PROSPECT_ID, type NewProspect } from '../store/index.ts';
import { COLUMNS, type Column } from './prospect-columns.ts';
import { readFacts } from './prospect-facts.ts';

/** The cells of a row by column; a blank cell is left out. */
export type Cells = Readonly<Record<string, string>>;

export interface RowOptions {
  /** The scenario's schema of facts. */
  readonly facts: ZodObject;
  /** Recorded with the consents. */
  readonly source: string;
  /** Whether numbers may be written with a decimal comma, as French spreadsheets do. */
  readonly decimalComma: boolean;
}

const CONSENTS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['oui', true],
  ['1', true],
  ['no', false],
  ['non', false],
  ['0', false],
]);
const email = z.email();

/**
 * Reads one row.
 *
 * @returns the prospect, or every reason why there is none. A reason tells the column and the value, cut to 40 characters, and nothing else of the row.
 */
export function readProspect(cells: Cells, options: RowOptions): NewProspect | { reasons: string[] } {
  const reasons: string[] = [];
  const told = new Set<string>();
  // One reason a column: the first, which is the most telling.
  const expect = (column: string, expected: string): void => {
    if (!told.has(column)) reasons.push(`Expected ${column} to be ${expected}, got ${shown(cells[column])}.`);
    told.add(column);
  };

  if (!PROSPECT_ID.test(cells['id'] ?? '')) expect('id', 'letters, digits, dots, hyphens and underscores');
  checkAddress(cells, expect, reasons);
  if (cells['email'] !== undefined && !email.safeParse(cells['email']).success) expect('email', 'an email address');
  const locale = cells['locale'] ?? 'fr-FR';
  if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(locale)) expect('locale', 'a language and country such as fr-FR');

  const consent = (column: Column): boolean | undefined => {
    const value = cells[column];
    if (value === undefined) return undefined;
    const granted = CONSENTS.get(value.toLowerCase());
    if (granted === undefined) expect(column, 'yes, no, oui, non, 1, 0 or blank');
    return granted;
  };
  const consents = { print: consent('consent_print'), email: consent('consent_email'), social: consent('consent_social'), openTracking: consent('consent_open_tracking') };
  const { facts, problems } = readFacts(cells, options);
  for (const { fact, expected } of problems) expect(fact, expected);
  for (const [column, value] of Object.entries(cells)) checkText(column, value, expect);
  if (reasons.length > 0) return { reasons };

  const text = (column: Column): string | null => cells[column] ?? null;
  return {
    id: cells['id'] ?? '',
    locale,
    facts,
    identity: {
      title: text('title'),
      firstName: text('first_name'),
      lastName: text('last_name'),
      addressLine: text('address_line'),
      addressComplement: text('address_complement'),
      postcode: text('postcode'),
      city: text('city'),
      country: (cells['country'] ?? 'FR').toUpperCase(),
      email: text('email'),
    },
    consents,
    source: options.source,
  };
}

type Expect = (column: string, expected: string) => void;

function checkText(column: string, value: string, expect: Expect): void {
  const longest = column in COLUMNS ? COLUMNS[column as Column] : 1_000;
  if (value.includes('\uFFFD')) expect(column, 'in UTF-8 (save the file as "CSV UTF-8")');
  // An address or name is one line; a fact may be several, but Postgres takes no NUL.
  else if (column in COLUMNS ? /\p{Cc}/u.test(value) : value.includes('\0')) expect(column, 'one line without control characters');
  else if (value.length > longest) expect(column, `at most ${longest} characters`);
}

function checkAddress(cells: Cells, expect: Expect, reasons: string[]): void {
  const country = cells['country']?.toUpperCase() ?? 'FR';
  if (!/^[A-Z]{2}$/.test(country)) expect('country', 'two letters such as FR');
  if (country === 'FR' && cells['postcode'] !== undefined && !/^\d{5}$/.test(cells['postcode'])) expect('postcode', '5 digits (a spreadsheet may have dropped a leading 0)');
  if (cells['address_line'] !== undefined)
    for (const column of ['postcode', 'city', 'last_name'] as const) if (cells[column] === undefined) expect(column, 'there, since there is an address_line');
  // A line of an address takes 38 characters. Where a first name does not fit, its initial is printed.
  const { title, first_name: firstName, last_name: lastName, postcode, city } = cells;
  const lines = { 'title, initial of first_name and last_name': [title, firstName?.charAt(0), lastName], 'postcode and city': [postcode, city] };
  for (const [what, parts] of Object.entries(lines)) {
    const given = parts.filter((part) => part !== undefined);
    const length = given.join(' ').length;
    if (length > 38 && given.every((part) => part.length <= 38)) reasons.push(`Expected ${what} to be at most 38 characters together, got ${length}.`);
  }
}

function shown(value: string | undefined): string {
  if (value === undefined) return 'nothing';
  const line = value.replace(/\p{Cc}/gu, '·');
  return line.length > 40 ? `'${line.slice(0, 40)}…' (${line.length} characters)` : `'${line}'`;
}
