import type { Readable } from 'node:stream';
import { ImportError } from './import-error.ts';

/** Far more than a prospect takes; a longer line is cut there, so that a file without line ends does not fill the memory. */
export const LONGEST_LINE = 65_536;

export interface Line {
  /** From 1, as editors and spreadsheets count. */
  readonly number: number;
  readonly text: string;
}

/**
 * The lines of a text in UTF-8, with or without byte order mark, ended by LF, CRLF or CR, one at a time however large the file. Bytes that are not UTF-8 come
 * as U+FFFD, for the row to be refused.
 *
 * @throws ImportError (`BadEncoding`) for UTF-16, which spreadsheets call Unicode text.
 */
export async function* csvLines(csv: string | Readable): AsyncGenerator<Line> {
  let number = 1;
  let rest = '';
  for await (const text of decoded(csv)) {
    // A CR at the end of a piece may be half of a CRLF: it waits for the next piece.
    const pieces = (rest + text).split(/\r\n|\n|\r(?=[^])/);
    rest = pieces.pop() ?? '';
    for (const piece of pieces) yield { number: number++, text: piece.slice(0, LONGEST_LINE + 1) };
    if (rest.length > LONGEST_LINE && !rest.endsWith('\r')) rest = rest.slice(0, LONGEST_LINE + 1);
  }
  const last = rest.replace(/\r$/, '');
  if (last !== '') yield { number, text: last };
}

async function* decoded(csv: string | Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let first = true;
  for await (const chunk of typeof csv === 'string' ? [Buffer.from(csv)] : csv) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    if (first && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)))
      throw new ImportError('BadEncoding', 'Expected a CSV file in UTF-8, got UTF-16. Save it again as "CSV UTF-8".');
    first = false;
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}
