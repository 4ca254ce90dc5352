import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { SeedAddress } from '../../store/index.ts';

const text = z.string().trim();
const maybe = text.transform((value) => (value === '' ? null : value)).optional().transform((value) => value ?? null);
const seeds = z.array(
  z.object({ title: maybe, first_name: maybe, last_name: text.min(1), address_line: text.min(1), address_complement: maybe, postcode: text.min(1), city: text.min(1), country: text.length(2).default('FR') }),
);

/**
 * Reads seed addresses: a CSV file with the columns last_name, address_line, postcode and city, and title, first_name, address_complement and country where there are.
 *
 * @throws Error that names every line with a problem.
 */
export async function readSeedAddresses(file: string): Promise<SeedAddress[]> {
  const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`Expected a CSV file of seed addresses at ${file}, got ${error.code === 'ENOENT' ? 'none there' : error.message}.`);
  });
  const { data, error } = seeds.safeParse(parse(content, { columns: true, bom: true, trim: true, skip_empty_lines: true }));
  if (error) {
    const problems = error.issues.map(({ path: [index, column], message }) => `  line ${Number(index) + 2}, ${String(column)}: ${message}`);
    throw new Error(`Expected seed addresses with last_name, address_line, postcode and city in ${file}, got problems in:\n${problems.join('\n')}`);
  }
  return data.map((row) => ({
    ...{ title: row.title, firstName: row.first_name, lastName: row.last_name, addressLine: row.address_line },
    ...{ addressComplement: row.address_complement, postcode: row.postcode, city: row.city, country: row.country.toUpperCase() },
  }));
}
