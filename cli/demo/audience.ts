import { readFile } from 'node:fs/promises';
import { csvRows } from '../../client/csv-rows.ts';
import { importProspects, type RejectedRow } from '../../client/import-prospects.ts';
import { delimiterOf } from '../../client/prospect-columns.ts';
import { contentOf } from '../../scenarios/content/index.ts';
import type { Store } from '../../store/index.ts';

const FILE = new URL('../../scenarios/boiler-renewal/prospects.csv', import.meta.url);

export interface Audience {
  /** Prospect ids, in the file's order. */
  readonly people: readonly string[];
  readonly imported: number;
  readonly rejected: readonly RejectedRow[];
}

/**
 * Imports the scenario's own people by the import that users run. The demo is launched to them alone, whoever else may be in the database.
 *
 * @param most so many of them are in the audience.
 */
export async function importAudience(store: Store, most = Infinity): Promise<Audience> {
  const csv = await readFile(FILE, 'utf8');
  const { imported, rejected } = await importProspects(store, { csv, facts: contentOf('boiler-renewal.v1').facts, source: 'boiler-renewal/prospects.csv' });
  const bad = new Set(rejected.map(({ line }) => line));
  const people = (await idsIn(csv)).flatMap(({ line, id }) => (bad.has(line) ? [] : [id]));
  return { people: people.slice(0, most), imported, rejected };
}

async function idsIn(csv: string): Promise<{ line: number; id: string }[]> {
  const ids: { line: number; id: string }[] = [];
  let column: number | undefined;
  for await (const row of csvRows(csv, delimiterOf)) {
    if (!('cells' in row)) continue;
    const id = column === undefined ? undefined : row.cells[column];
    if (id) ids.push({ line: row.line, id });
    column ??= row.cells.indexOf('id');
  }
  return ids;
}
