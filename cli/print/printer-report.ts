import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { PrintReport } from '../../store/index.ts';

const text = z.string().trim();
const rows = z.array(z.object({ piece_id: text.min(1).max(500), status: z.enum(['printed', 'spoiled']), reason: text.max(300).optional(), at: text.optional() }));
/** Problems told at most. */
const SHOWN = 10;

/**
 * Reads what a printer says of a run: a CSV file with the columns piece_id and status (`printed` or `spoiled`), and reason and at where there are.
 *
 * @throws Error that names the lines with a problem.
 */
export async function readPrinterReport(file: string): Promise<PrintReport> {
  const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`Expected a printer's report as a CSV file at ${file}, got ${error.code === 'ENOENT' ? 'none there' : error.message}.`);
  });
  const { data, error } = rows.safeParse(parse(content, { columns: true, bom: true, trim: true, skip_empty_lines: true }));
  if (error) {
    const problems = error.issues.slice(0, SHOWN).map(({ path: [index, column], message }) => `  line ${Number(index) + 2}, ${String(column)}: ${message}`);
    const more = error.issues.length > SHOWN ? `\n  and ${error.issues.length - SHOWN} more` : '';
    throw new Error(`Expected the columns piece_id and status (printed or spoiled) in ${file}, got problems in:\n${problems.join('\n')}${more}`);
  }
  return { pieces: data.map(({ piece_id: pieceId, status, reason, at }) => ({ pieceId, status, ...(reason ? { reason } : {}), ...(at ? { at } : {}) })) };
}
