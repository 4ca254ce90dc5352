import type { Readable } from 'node:stream';
import type { Area } from '../store/index.ts';
import { csvRows } from './csv-rows.ts';
import { ImportError } from './import-error.ts';
import { delimiterOf } from './prospect-columns.ts';

const COLUMNS = ['area', 'name', 'households', 'quantity'] as const;
const NEEDED = ['area', 'name', 'households'];

/**
 * Reads the areas of a drop from CSV: `area` (the code of whoever drew them, such as an IRIS code), `name`, `households`, and `quantity` where it is not a
 * leaflet a household. All or none: a drop with holes is printed wrong.
 *
 * @throws ImportError with every problem by its line.
 * @example await readAreas(createReadStream('areas.csv'))
 */
export async function readAreas(csv: string | Readable): Promise<Area[]> {
  const areas: Area[] = [];
  const problems: string[] = [];
  let columns: readonly string[] | undefined;
  for await (const row of csvRows(csv, delimiterOf)) {
    if ('problem' in row) problems.push(`line ${row.line}: ${row.problem}`);
    else if (!columns) columns = checked(row.cells.map((cell) => cell.toLowerCase()));
    else {
      const read = readArea(Object.fromEntries(columns.map((column, index) => [column, row.cells[index] ?? ''])));
      if (typeof read === 'string') problems.push(`line ${row.line}: ${read}`);
      else if (areas.some(({ area }) => area === read.area)) problems.push(`line ${row.line}: Expected each area once, got '${read.area}' again.`);
      else areas.push(read);
    }
  }
  if (!columns || (areas.length === 0 && problems.length === 0)) throw new ImportError('EmptyFile', `Expected a first line of columns (${COLUMNS.join(', ')}) and an area a line, got none.`);
  if (problems.length > 0) throw new ImportError('BadRows', `Expected every line to be an area, got:\n${problems.join('\n')}\nNothing was made: correct the file.`);
  return areas;
}

function checked(header: readonly string[]): readonly string[] {
  const missing = NEEDED.filter((column) => !header.includes(column));
  const unknown = header.filter((column) => !(COLUMNS as readonly string[]).includes(column));
  if (missing.length + unknown.length === 0) return header;
  throw new ImportError('BadColumns', `Expected the columns ${COLUMNS.join(', ')} (the last may be left out), got ${header.join(', ')}. Correct the first line of the file.`);
}

function readArea({ area = '', name = '', households = '', quantity = '' }: Record<string, string>): Area | string {
  const whole = (text: string): boolean => /^\d{1,7}$/.test(text);
  // It names a file.
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(area)) return `Expected area to be letters, digits, dots, hyphens and underscores (40 at most), got '${area.slice(0, 40)}'.`;
  if (name === '' || name.length > 40) return `Expected name to have 1 to 40 characters, got ${name.length}.`;
  if (!whole(households)) return `Expected households to be a whole number, got '${households}'.`;
  if (quantity !== '' && !whole(quantity)) return `Expected quantity to be a whole number or blank, got '${quantity}'.`;
  return { area, name, households: Number(households), quantity: quantity === '' ? Number(households) : Number(quantity) };
}
