import type { Readable } from 'node:stream';
import { listAddresses, type ListedAddress, type Store } from '../store/index.ts';
import { csvTable } from './csv-table.ts';
import { ImportError } from './import-error.ts';
import type { RejectedRow } from './import-prospects.ts';

export interface SuppressionOptions {
  /** The text itself, or a stream of it in UTF-8. */
  readonly csv: string | Readable;
  /** Of rows that name none, such as `robinson`. */
  readonly reason: string;
  /** Where the list comes from; recorded with each address. */
  readonly source: string;
}

export interface SuppressionResult {
  /** Addresses on the list now, of those that the file names. */
  readonly listed: number;
  /** Of these, those that were not on it before. */
  readonly added: number;
  readonly rejected: readonly RejectedRow[];
}

const COLUMNS = ['email', 'email_sha256', 'last_name', 'address_line', 'postcode', 'reason'] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Partial<Record<Column, string>>;

/** Rows that are committed together. */
const BATCH = 1_000;
/** It shows on touches, as `suppressed:<reason>`. */
export const REASON = /^[a-z][a-z0-9-]{0,39}$/;

/**
 * Imports a list of addresses that nobody may write to. A row names an `email`, an `email_sha256` (hex, of the trimmed address in lower case), or a postal
 * address by `last_name`, `address_line` and `postcode`, and may name a `reason`. Only hashes are kept. Good rows are kept and bad ones reported.
 *
 * @throws ImportError when no row can be read.
 * @example await importSuppressions(store, { csv: createReadStream('robinson.csv'), reason: 'robinson', source: 'robinson.csv' })
 */
export async function importSuppressions(store: Store, { csv, reason, source }: SuppressionOptions): Promise<SuppressionResult> {
  const rejected: RejectedRow[] = [];
  let batch: ListedAddress[] = [];
  let listed = 0;
  let added = 0;
  const commit = async (): Promise<void> => {
    added += await listAddresses(store, batch, source);
    listed += batch.length;
    batch = [];
  };

  for await (const row of csvTable(csv, check)) {
    const address = 'problem' in row ? row.problem : readAddress(row.cells, reason);
    if (typeof address === 'string') rejected.push({ line: row.line, reason: address });
    else batch.push(address);
    if (batch.length === BATCH) await commit();
  }
  await commit();
  return { listed, added, rejected };
}

function check(header: readonly string[]): void {
  const unknown = header.filter((name) => !(COLUMNS as readonly string[]).includes(name));
  const has = (...names: readonly Column[]) => names.every((name) => header.includes(name));
  if (unknown.length === 0 && (has('email') || has('email_sha256') || has('last_name', 'address_line', 'postcode'))) return;
  const got = unknown.length > 0 ? `${unknown.map((name) => `'${name.slice(0, 40)}'`).join(', ')} among them` : 'none of these';
  throw new ImportError('BadColumns', `Expected the column email, or email_sha256, or last_name, address_line and postcode, and reason if each row has its own, got ${got}. Correct the first line of the file.`);
}

/** @returns what is wrong, as text; nothing of the row is in it. */
function readAddress(cells: Cells, usual: string): ListedAddress | string {
  const { email, email_sha256: emailSha256, last_name: lastName, address_line: addressLine, postcode, reason = usual } = cells;
  if (!REASON.test(reason)) return 'Expected reason to be a word in small letters such as robinson, got something else.';
  if (email !== undefined) return /^[^\s@]+@[^\s@]+$/.test(email) ? { email, reason } : 'Expected email to be an address, got something else.';
  if (emailSha256 !== undefined) return /^[0-9a-f]{64}$/i.test(emailSha256) ? { emailSha256, reason } : 'Expected email_sha256 to be 64 hexadecimal digits, got something else.';
  if (lastName !== undefined && addressLine !== undefined && postcode !== undefined) return { lastName, addressLine, postcode, reason };
  return 'Expected an email, an email_sha256, or last_name, address_line and postcode together, got none of these.';
}
