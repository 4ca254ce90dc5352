import { csvRows } from '../../../client/csv-rows.ts';
import { delimiterOf } from '../../../client/prospect-columns.ts';
import { PermanentError } from '../../errors.ts';
import type { PrinterReport } from './print-provider.ts';

/** What a printer's report is called, beside the job's ticket. */
export const REPORT_NAME = 'printed.csv';

/** The columns of a report, in any order; the last two may be left out, and others are not read. */
export const REPORT_COLUMNS = ['piece_id', 'status', 'reason', 'at'] as const;

/** So many problems are named: a file with the wrong separator has one a line. */
const NAMED_PROBLEMS = 5;

const WITH_COLUMNS = `to begin with the columns ${REPORT_COLUMNS.join(', ')} (the last two may be left out)`;

const MOMENT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?)?$/;

type ReportedPiece = PrinterReport['pieces'][number];

/**
 * Whether a report was written to its end: it ends with a line break. A printer who writes it under another name and renames it never shows a part; this
 * catches one who writes it in place and was interrupted within a line.
 */
export function isWholeReport(content: Uint8Array): boolean {
  const last = content.at(-1) === 0 ? content.at(-2) : content.at(-1);
  return last === 0x0a || last === 0x0d;
}

/**
 * Reads what a printer says it printed, from CSV: columns `piece_id` and `status` (`printed` or `spoiled`), and `reason` and `at` where the printer has them.
 * Commas, semicolons or tabs; UTF-8, with or without byte order mark, or what a spreadsheet makes of it (Windows-1252, UTF-16). Rows come in the order of
 * the file, and a piece may come twice: the last row holds.
 *
 * @param where the file's path, for the error
 * @throws PermanentError (`BadPrinterReport`) that names the lines that can't be read, and never quotes them: what stands in a wrong column may be a name.
 * @example (await readPrinterReport(await readFile('printed.csv'), 'printed.csv')).pieces
 */
export async function readPrinterReport(content: Uint8Array, where: string): Promise<PrinterReport> {
  const pieces: ReportedPiece[] = [];
  const problems: string[] = [];
  let columns: readonly string[] | undefined;
  for await (const row of csvRows(decoded(content), delimiterOf)) {
    if ('problem' in row) problems.push(`line ${row.line}: ${row.problem}`);
    else if (!columns) columns = checked(row.cells, where);
    else {
      const piece = readPiece(Object.fromEntries(columns.map((column, index) => [column, row.cells[index] ?? ''])));
      if (typeof piece === 'string') problems.push(`line ${row.line}: ${piece}`);
      else pieces.push(piece);
    }
  }
  if (!columns) throw bad(where, WITH_COLUMNS, 'an empty file');
  if (problems.length > 0) {
    const more = problems.length > NAMED_PROBLEMS ? [`and ${problems.length - NAMED_PROBLEMS} more`] : [];
    throw bad(where, 'to tell of a piece in each line', `${problems.length === 1 ? 'a line that does not' : `${problems.length} lines that do not`}:\n${[...problems.slice(0, NAMED_PROBLEMS), ...more].join('\n')}\n`);
  }
  return { pieces };
}

function checked(header: readonly string[], where: string): readonly string[] {
  const columns = header.map((column) => column.toLowerCase().replaceAll(/[\s-]+/g, '_'));
  const missing = ['piece_id', 'status'].filter((column) => !columns.includes(column));
  if (missing.length > 0) throw bad(where, WITH_COLUMNS, `a first line without ${missing.join(' and ')}`);
  return columns;
}

function readPiece({ piece_id: pieceId = '', status = '', reason = '', at = '' }: Record<string, string>): ReportedPiece | string {
  const said = status.toLowerCase();
  if (pieceId === '') return 'Expected piece_id to be a piece of the manifest, got none.';
  if (said !== 'printed' && said !== 'spoiled') return `Expected status to be printed or spoiled, got ${said === '' ? 'none' : 'something else'}.`;
  if (at !== '' && !MOMENT.test(at)) return 'Expected at to be a moment such as 2027-03-01T17:42:10+01:00, got something else.';
  return { pieceId, status: said, ...(reason === '' ? {} : { reason }), ...(at === '' ? {} : { at }) };
}

function bad(where: string, expected: string, got: string): PermanentError {
  return new PermanentError('BadPrinterReport', `Expected ${where} ${expected}, got ${got}${got.endsWith('\n') ? '' : '. '}Ask the printer for a corrected file under the same name.`);
}

function decoded(content: Uint8Array): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}
