import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, cmyk } from '@cantoo/pdf-lib';
import type { JobPiece, PrintJob } from '../../../../activities/print/providers/print-provider.ts';
import type { Identity } from '../../../../store/recipient.ts';

const INCH = 72;

/** Somebody in San Francisco, unless said. */
export const harry: Identity = { title: null, firstName: 'Harry', lastName: 'Zhang', addressLine: '210 King St', addressComplement: '# 6100', postcode: '94107', city: 'San Francisco', country: 'US', email: 'harry@mail.example' };

interface Pages {
  readonly count: number;
  /** Inches, bleed included. */
  readonly width: number;
  readonly height: number;
  /** Inches around the bleed, for crop marks. */
  readonly margin?: number;
}

/** A PDF as a run's files are: each page with its number's square on it, a BleedBox and a TrimBox. */
export async function pdf({ count, width, height, margin = 0 }: Pages): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let index = 0; index < count; index += 1) {
    const page = document.addPage([(width + 2 * margin) * INCH, (height + 2 * margin) * INCH]);
    page.setBleedBox(margin * INCH, margin * INCH, width * INCH, height * INCH);
    page.setTrimBox((margin + 0.125) * INCH, (margin + 0.125) * INCH, (width - 0.25) * INCH, (height - 0.25) * INCH);
    page.drawRectangle({ x: margin * INCH, y: margin * INCH, width: width * INCH, height: height * INCH, color: cmyk(0.1, 0.2, 0.4, 0) });
    page.drawRectangle({ x: 40, y: 40, width: 20 + index, height: 20, color: cmyk(0, 0, 0, 1) });
  }
  return document.save();
}

export interface JobOptions {
  readonly format?: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly pieces: readonly JobPiece[];
  readonly runId?: string;
}

/** A rendered run in a folder of its own. */
export async function job({ format = 'us-4x6-postcard', files, pieces, runId = `spring/${format}/2027-03-01T17:00:00.000Z` }: JobOptions): Promise<PrintJob> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-lob-'));
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  return {
    ...{ runId, campaignId: 'spring', format, folder, pieceCount: pieces.length },
    files: Object.entries(files).map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })),
    async *pieces() {
      yield* pieces;
    },
  };
}

/** The `number`th piece of a run, counted from 1: a page of `001.pdf` with the picture side on the first page of the fronts, unless said. */
export function piece(number: number, change: Partial<JobPiece> = {}): JobPiece {
  const pieceId = `spring/p-${String(number).padStart(3, '0')}/renewal-postcard/1`;
  return {
    ...{ pieceId, message: 'renewal-postcard', variant: number % 2 === 0 ? 'warm' : null, postageClass: 'usps first class', identity: harry },
    ...{ file: '001.pdf', firstPage: number, lastPage: number, frontsFile: '001-fronts.pdf', frontPage: 1, sha256: 'f'.repeat(64) },
    ...change,
  };
}

export const CARD = { width: 6.25, height: 4.25 };

/** A run of so many postcards of 4 × 6 in. */
export async function postcards(count: number, change: (number: number) => Partial<JobPiece> = () => ({})): Promise<PrintJob> {
  const files = { '001.pdf': await pdf({ count, ...CARD }), '001-fronts.pdf': await pdf({ count: 1, ...CARD }) };
  return job({ files, pieces: Array.from({ length: count }, (_, index) => piece(index + 1, change(index + 1))) });
}
