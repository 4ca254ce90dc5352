import { PermanentError } from '../errors.ts';
import type { Sheet } from './measures.ts';
import { preflight } from './preflight/index.ts';

/** Pages whose contents are followed in each file that we make: they are alike, and boxes are looked at on all. */
const SAMPLE = 5;

/** Of one piece's picture: it is printed, and its warning goes with the piece. It stops no others. */
const OF_A_PIECE: ReadonlySet<string> = new Set(['image-resolution']);

/**
 * Looks over a PDF that was just made. An error here is one in a design, or of ours: the printer would refuse the file, so it is not written.
 *
 * @throws PermanentError `PreflightFailed` with what was found; a run that is repaired can be rendered again.
 */
export async function assertPrintable(bytes: Uint8Array, { title, sheets }: { title: string; sheets: ReadonlySet<Sheet> }): Promise<void> {
  if (sheets.size === 0) return;
  const [sheet] = sheets;
  const { findings } = await preflight(bytes, { samplePages: SAMPLE, ...(sheet && sheets.size === 1 ? { format: { name: 'this sheet', sheet } } : {}) });
  const errors = findings.filter(({ severity, code }) => severity === 'error' && !OF_A_PIECE.has(code)).map(({ code, message, pages: [first] }) => `${code}${first ? ` on page ${first[0]}` : ''}: ${message}`);
  if (errors.length > 0) throw new PermanentError('PreflightFailed', `Expected '${title}' to pass the preflight, got:\n${errors.join('\n')}\nMend the design; docs/preflight.md explains the codes.`);
}
