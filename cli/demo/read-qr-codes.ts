import { spawn } from 'node:child_process';
import { nodeChild } from '../stack/node-child.ts';

/** What to read. */
export interface PdfPages {
  readonly pdf: Uint8Array;
  /** Page numbers from 1. */
  readonly pages: readonly number[];
  /** Dots per inch to render at; 150 unless said, where a module of 0.5 mm is 3 dots. */
  readonly resolution?: number;
}

/** What the reading process says. */
export type QrAnswer = { readonly codes: (string | undefined)[] } | { readonly problem: string };

/**
 * Reads QR codes as a telephone does: each page is rendered to pixels (pdfium), and the code is looked for in them (jsQR). In a process of its
 * own, since a page keeps a processor busy for a tenth of a second, and so the caller's clock goes on.
 *
 * @returns the text of each page's code, in the order asked; undefined for a page where none is found.
 * @throws Error when the PDF can't be read or has no such page.
 * @example
 * const [url] = await readQrCodes({ pdf: await readFile('out/spring/2027-03-01T17-00-00Z.pdf'), pages: [1] });
 */
export async function readQrCodes({ pdf, pages, resolution = 150 }: PdfPages): Promise<(string | undefined)[]> {
  const { command, args, env } = nodeChild('cli/demo/qr-reader.ts');
  const reader = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' });
  try {
    const answer = await new Promise<QrAnswer>((resolve, reject) => {
      reader.once('message', (message) => resolve(message as QrAnswer));
      reader.once('error', reject);
      reader.once('exit', (code, signal) => reject(new Error(`Expected the process that reads QR codes to answer, got ${signal ?? `exit code ${code}`}.`)));
      reader.send({ pdf, pages, resolution } satisfies Required<PdfPages>, (error) => error && reject(error));
    });
    if ('problem' in answer) throw new Error(answer.problem);
    return answer.codes;
  } finally {
    reader.kill();
  }
}
