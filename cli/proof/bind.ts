import { PDFDocument } from '@cantoo/pdf-lib';
import type { PrintedPiece } from '../../activities/print/piece.ts';
import type { RenderedRun } from '../../activities/print/render-print-run.ts';

/** A proof as one PDF. */
export interface Bound {
  readonly pdf: Uint8Array;
  /** The pages of each printed piece, from 1, in the order in which one looks at it. */
  readonly pages: readonly (readonly number[])[];
}

/**
 * Puts a run's pages together as someone holds the pieces: the picture side of a card, then its address side; a letter's pages as they come. Viewers
 * show each page cut to its trim, unless the sheet with its bleed is asked for.
 */
export async function bind({ pdf, fronts, printed }: Pick<RenderedRun, 'pdf' | 'fronts' | 'printed'>, { sheet = false }: { sheet?: boolean } = {}): Promise<Bound> {
  const [document, pictures] = await Promise.all([pdf, fronts].map((bytes) => PDFDocument.load(bytes, { updateMetadata: false })));
  const pages: number[][] = [];
  let count = 0;
  for (const piece of printed) {
    const { frontPage, backs } = sidesOf(piece);
    if (frontPage !== null) {
      const [front] = await document!.copyPages(pictures!, [frontPage - 1]);
      document!.insertPage(count, front);
    }
    const next = count + backs + (frontPage === null ? 0 : 1);
    pages.push(Array.from({ length: next - count }, (_, index) => count + index + 1));
    count = next;
  }
  if (!sheet) {
    for (const page of document!.getPages()) {
      const { x, y, width, height } = page.getTrimBox();
      page.setCropBox(x, y, width, height);
    }
  }
  return { pdf: await document!.save(), pages };
}

/** How many pages of its own a piece has, and which of the pictures. */
function sidesOf({ frontPage }: PrintedPiece): { frontPage: number | null; backs: number } {
  return { frontPage, backs: 1 };
}
