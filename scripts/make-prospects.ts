import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { stringify } from 'csv-stringify/sync';
import { inventLapsedCustomer } from './invented/lapsed-customer.ts';
import { inventNeighbour } from './invented/neighbour.ts';
import { inventProspect, type ProspectRow } from './invented/prospect.ts';

const SEED = 'bellebraise';
const PEOPLE = 200;

/**
 * The demo's prospects as CSV, the same bytes every time: 200 people who don't exist, one of them with an address that can't be
 * printed, and two rows with mistakes as people make them, so that the import has something to tell.
 */
export function makeProspects(): string {
  const rows = Array.from({ length: PEOPLE }, (_, index) => inventProspect(SEED, idOf(index + 1)));
  const first = rows[0]!;
  const mistakes: readonly { line: number; row: ProspectRow }[] = [
    { line: 117, row: { ...inventProspect(SEED, idOf(202)), boilerAge: 'une quinzaine', consent_email: 'à demander' } },
    // Entered twice.
    { line: 186, row: { ...first, first_name: first.first_name.toUpperCase(), last_name: first.last_name.toUpperCase() } },
  ];
  // A spreadsheet took the postcode for a number.
  rows[46] = { ...rows[46]!, postcode: String(Number(rows[46]!.postcode)) };
  // The header is line 1, so the row of line n is the (n - 1)th.
  for (const { line, row } of mistakes) rows.splice(line - 2, 0, row);
  return stringify(rows, { header: true });
}

/** Samples of the library's audiences, by scenario: the same bytes every time. */
export const SAMPLES: Readonly<Record<string, () => string>> = {
  'store-opening': () => sample(30, (number) => inventNeighbour('noyerelle', `n-${padded(number)}`)),
  'win-back': () => sample(40, (number) => inventLapsedCustomer('montcanel', `c-${padded(number)}`)),
};

function sample(count: number, invent: (number: number) => object): string {
  return stringify(Array.from({ length: count }, (_, index) => invent(index + 1)), { header: true });
}

function idOf(number: number): string {
  return `p-${padded(number)}`;
}

function padded(number: number): string {
  return String(number).padStart(3, '0');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = Object.entries({ 'boiler-renewal': makeProspects, ...SAMPLES });
  for (const [scenario, make] of files) {
    writeFileSync(new URL(`../scenarios/${scenario}/prospects.csv`, import.meta.url), make());
    console.log(`scenarios/${scenario}/prospects.csv`);
  }
}
