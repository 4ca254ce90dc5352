import type { Readable } from 'node:stream';
import { csvRows } from './csv-rows.ts';
import { ImportError } from './import-error.ts';
import { delimiterOf } from './prospect-columns.ts';

/** A row of a table by the line on which it starts: its cells by column, empty ones left out, or what is wrong with it. */
export type TableRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> } | { readonly line: number; readonly problem: string };

/**
 * The rows of a CSV file whose first line names the columns, as `csvRows` reads them.
 *
 * @param check throws ImportError for columns that can't be used.
 * @throws ImportError for an empty file, and as `csvRows` and `check` do.
 */
export async function* csvTable(csv: string | Readable, check: (columns: readonly string[]) => void): AsyncGenerator<TableRow> {
  let columns: readonly string[] | undefined;
  for await (const row of csvRows(csv, delimiterOf)) {
    if (columns) {
      const names = columns;
      yield 'problem' in row ? row : { line: row.line, cells: Object.fromEntries(names.flatMap((name, index) => (row.cells[index] ? [[name, row.cells[index]]] : []))) };
      continue;
    }
    if ('problem' in row) throw new ImportError('BadColumns', `Expected the names of the columns on line ${row.line}. ${row.problem}`);
    check(row.cells);
    columns = row.cells;
  }
  if (!columns) throw new ImportError('EmptyFile', 'Expected a CSV file whose first line names the columns, got an empty one.');
}
