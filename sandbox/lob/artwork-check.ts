import { PDFDocument } from '@cantoo/pdf-lib';
import type { Artwork } from './mailpiece.ts';
import { refuse } from './refusal.ts';

interface Sheet {
  /** Inches. */
  readonly width: number;
  readonly height: number;
  readonly pages: { readonly least: number; readonly most: number };
}

/** Postcards with an eighth of an inch of bleed all round; letters as they are (Lob's OpenAPI, `psc_front`, `ltr_file`). */
export const SHEETS: Readonly<Record<string, Sheet>> = {
  '4x6': { width: 6.25, height: 4.25, pages: { least: 1, most: 1 } },
  '6x9': { width: 9.25, height: 6.25, pages: { least: 1, most: 1 } },
  '6x11': { width: 11.25, height: 6.25, pages: { least: 1, most: 1 } },
  letter: { width: 8.5, height: 11, pages: { least: 1, most: 120 } },
};

/** Points by which a page may miss its size. */
const TOLERANCE = 1;

/**
 * Checks a PDF as Lob does: readable, not encrypted, of the right size and number of pages.
 *
 * @throws LobRefusal
 */
export async function checkArtwork(name: Artwork['name'], bytes: Uint8Array, sheet: Sheet): Promise<Artwork> {
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(Buffer.from(bytes).toString('latin1'))) refuse('pdf_encrypted', `${name} is encrypted`);
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true }).catch(() => refuse('invalid_file', `${name} is not a valid file`));
  const pages = document.getPages();
  if (pages.length < sheet.pages.least) refuse('file_pages_below_min', `${name} must have at least ${sheet.pages.least} page`);
  if (pages.length > sheet.pages.most) refuse('file_pages_exceed_max', `${name} must have at most ${sheet.pages.most} page${sheet.pages.most > 1 ? 's' : ''}`);
  for (const page of pages) {
    const { width, height } = page.getMediaBox();
    if (Math.abs(width - sheet.width * 72) > TOLERANCE || Math.abs(height - sheet.height * 72) > TOLERANCE) {
      refuse('invalid_file_dimensions', `${name} must be ${sheet.width} x ${sheet.height} inches, got ${(width / 72).toFixed(2)} x ${(height / 72).toFixed(2)}`);
    }
  }
  return { name, pages: pages.length, bytes: bytes.length };
}
