import { PermanentError } from '../../errors.ts';
import type { Destination } from './destination.ts';
import type { PrinterReport } from './print-provider.ts';
import { isWholeReport, readPrinterReport, REPORT_NAME } from './printed-report.ts';

/** Far more than the rows of the largest run. */
const LARGEST = 67_108_864;

/**
 * The printer's report beside the ticket; undefined while there is none, or while it is still being written: it has no piece yet, does not end with
 * a line break, or grows while we look.
 *
 * @throws PermanentError (`BadPrinterReport`) for a report that can't be read.
 */
export async function lookForReport({ reference, size, read }: Pick<Destination, 'reference' | 'size' | 'read'>): Promise<PrinterReport | undefined> {
  const bytes = await size(REPORT_NAME);
  if (!bytes) return undefined;
  const where = `${reference}/${REPORT_NAME}`;
  if (bytes > LARGEST) throw new PermanentError('BadPrinterReport', `Expected ${where} to have ${LARGEST} bytes at most, got ${bytes}. Ask the printer for a report of this run alone.`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of read(REPORT_NAME)) chunks.push(chunk);
  const content = Buffer.concat(chunks);
  if (content.length !== bytes || (await size(REPORT_NAME)) !== bytes || !isWholeReport(content)) return undefined;
  const report = await readPrinterReport(content, where);
  return report.pieces.length > 0 ? report : undefined;
}
