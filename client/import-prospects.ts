import type { Readable } from 'node:stream';
import type { ZodObject } from 'zod';
import { saveProspects, type NewProspect, type Store } from '../store/index.ts';
import { checkAddress, type AddressProblem } from '../activities/print/address/index.ts';
import { csvRows } from './csv-rows.ts';
import { ImportError } from './import-error.ts';
import { checkColumns, delimiterOf } from './prospect-columns.ts';
import { readProspect, type Cells } from './prospect-row.ts';

export interface ImportOptions {
  /** The text itself, or a stream of it in UTF-8. Separated by `;`, `,` or tabs, as its first line shows. */
  readonly csv: string | Readable;
  /** The scenario's schema of facts, such as `contentOf('boiler-renewal.v1').facts`. */
  readonly facts: ZodObject;
  /** Where the people and their consents come from; recorded with each consent. */
  readonly source: string;
}

export interface RejectedRow {
  /** The line on which the row starts; the first line of the file is 1. */
  readonly line: number;
  /** Every reason, in sentences. */
  readonly reason: string;
}

/** A person who was imported, and whom the post can't reach. */
export interface UnprintableAddress extends AddressProblem {
  /** The line on which the row starts. */
  readonly line: number;
}

export interface ImportResult {
  readonly imported: number;
  /** Of the imported, those that were not known before. */
  readonly added: number;
  readonly rejected: readonly RejectedRow[];
  /** Of the imported, those whose address can't be printed, by the first reason: other media may reach them. Who has no address at all is not among them. */
  readonly unprintable: readonly UnprintableAddress[];
}

/** Rows that are committed together; also what is held in memory. */
const BATCH = 500;

/**
 * Imports prospects from a CSV file: `id` (required), `title`, `first_name`, `last_name`, `company`, `address_line`, `address_complement`, `postcode`, `city`, `country`, `email`, `locale`,
 * `consent_print`, `consent_email`, `consent_social`, `consent_open_tracking` (that we see when they open mails; yes, no, oui, non, 1, 0; blank when not asked), and the scenario's facts by their own names.
 *
 * Good rows are kept and bad ones reported. An address that can't be printed is reported as well, and its person kept. Rows are committed 500 at a time, and a known prospect is updated: after a failure, import the same file again.
 *
 * @throws ImportError when no row can be read: an empty file, UTF-16, wrong columns.
 * @example
 * const { imported, rejected } = await importProspects(store, { csv: createReadStream('prospects.csv'), facts, source: 'customer-file-2026' });
 * for (const { line, reason } of rejected) console.error(`line ${line}: ${reason}`);
 */
export async function importProspects(store: Store, { csv, facts, source }: ImportOptions): Promise<ImportResult> {
  const rejected: RejectedRow[] = [];
  const unprintable: UnprintableAddress[] = [];
  const lineOf = new Map<string, number>();
  let columns: readonly string[] | undefined;
  let decimalComma = false;
  let batch: NewProspect[] = [];
  let imported = 0;
  let added = 0;
  const commit = async (): Promise<void> => {
    added += (await saveProspects(store, batch)).added;
    imported += batch.length;
    batch = [];
  };
  const separator = (header: string): string => {
    const delimiter = delimiterOf(header);
    decimalComma = delimiter !== ',';
    return delimiter;
  };

  for await (const row of csvRows(csv, separator)) {
    if (!columns) {
      if ('problem' in row) throw new ImportError('BadColumns', `Expected the names of the columns on line ${row.line}. ${row.problem}`);
      checkColumns(row.cells, facts);
      columns = row.cells;
      continue;
    }
    const reasons = 'problem' in row ? [row.problem] : problemsOfLength(row.cells, columns);
    if (reasons.length === 0 && 'cells' in row) {
      const cells = byColumn(row.cells, columns);
      const prospect = readProspect(cells, { facts, source, decimalComma });
      const id = cells['id'];
      const earlier = id === undefined ? undefined : lineOf.get(id);
      if ('reasons' in prospect) reasons.push(...prospect.reasons);
      if (earlier !== undefined) reasons.push(`Expected id to be there once, got '${id?.slice(0, 40)}' on line ${earlier} too.`);
      else if (id !== undefined) lineOf.set(id, row.line);
      if (reasons.length === 0 && 'id' in prospect) {
        const problem = hasAddress(prospect) ? (checkAddress(prospect.identity)[0] ?? 'ok') : undefined;
        if (problem !== undefined && problem !== 'ok') unprintable.push({ line: row.line, ...problem });
        batch.push(problem === undefined ? prospect : { ...prospect, deliverability: problem === 'ok' ? 'ok' : `problem:${problem.reason}` });
      }
    }
    if (reasons.length > 0) rejected.push({ line: row.line, reason: reasons.join(' ') });
    if (batch.length === BATCH) await commit();
  }
  if (!columns) throw new ImportError('EmptyFile', 'Expected a CSV file whose first line names the columns, got an empty one.');
  await commit();
  return { imported, added, rejected, unprintable };
}

function hasAddress({ identity: { addressLine, addressComplement, postcode, city } }: NewProspect): boolean {
  return [addressLine, addressComplement, postcode, city].some((part) => part !== null);
}

/** Spreadsheets pad rows with blank cells; anything else in excess has no column to go to. */
function problemsOfLength(cells: readonly string[], columns: readonly string[]): string[] {
  if (cells.length >= columns.length && cells.slice(columns.length).every((cell) => cell === '')) return [];
  return [`Expected ${columns.length} columns, got ${cells.length}: a separator is missing or too many, or a field that holds one is not quoted.`];
}

function byColumn(cells: readonly string[], columns: readonly string[]): Cells {
  return Object.fromEntries(columns.flatMap((column, index) => (cells[index] ? [[column, cells[index]]] : [])));
}
