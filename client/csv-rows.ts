import type { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { csvLines, LONGEST_LINE, type Line } from './csv-lines.ts';

/** A row of a CSV file by the line on which it starts: its cells, or what is wrong with its quotes or length. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] } | { readonly line: number; readonly problem: string };

/** A quoted field that runs on for longer has lost its closing quote. */
const LONGEST_ROW = 50;

/**
 * The rows of a CSV file, one at a time; blank lines are left out. Cells are trimmed.
 *
 * csv-parse reads a row, and which lines make a row is decided here: only so does a missing quote cost the one row that lacks it, where a parser of the
 * whole file would take all that follows for the quoted field; and only so are line numbers those of the file when fields run over several lines.
 *
 * @throws ImportError for a file in UTF-16.
 */
export async function* csvRows(csv: string | Readable, delimiterOf: (header: string) => string): AsyncGenerator<CsvRow> {
  const waiting: Line[] = [];
  let delimiter: string | undefined;
  let ended = false;
  const lines = csvLines(csv);
  /** The line `ahead` of the first that no row has taken. */
  const peek = async (ahead: number): Promise<Line | undefined> => {
    while (waiting.length <= ahead && !ended) {
      const next = await lines.next();
      if (next.done) ended = true;
      else waiting.push(next.value);
    }
    return waiting[ahead];
  };

  for (let first = await peek(0); first; first = await peek(0)) {
    if (first.text.trim() === '') {
      waiting.shift();
      continue;
    }
    delimiter ??= delimiterOf(first.text);
    const row = await rowFrom(first, peek, delimiter);
    waiting.splice(0, row.taken);
    if ('problem' in row) yield { line: first.number, problem: row.problem };
    else if (row.cells.some((cell) => cell !== '')) yield { line: first.number, cells: row.cells };
  }
}

type Reading = { taken: number } & ({ cells: string[] } | { problem: string });

async function rowFrom(first: Line, peek: (ahead: number) => Promise<Line | undefined>, delimiter: string): Promise<Reading> {
  if (first.text.length > LONGEST_LINE) return { taken: 1, problem: `Expected a line of at most ${LONGEST_LINE} characters, got a longer one.` };
  if (!first.text.includes('"')) return { taken: 1, cells: first.text.split(delimiter).map((cell) => cell.trim()) };

  let text = first.text;
  let taken = 1;
  while (quotesIn(text) % 2 === 1) {
    const next = taken < LONGEST_ROW && text.length <= LONGEST_LINE ? await peek(taken) : undefined;
    if (!next) return { taken: 1, problem: 'Expected a closing quote (") for every opening one, got none for the last.' };
    text += `\n${next.text}`;
    taken++;
  }
  try {
    const [cells = []] = parse(text, { delimiter, trim: true, relax_column_count: true });
    return { taken, cells: cells.map((cell) => cell.trim()) };
  } catch {
    return { taken: 1, problem: 'Expected a quoted field to begin and end with a quote ("), and quotes inside it to be doubled (""), got a quote elsewhere.' };
  }
}

function quotesIn(text: string): number {
  return text.split('"').length - 1;
}
