import { PDFDocument } from '@cantoo/pdf-lib';
import type { PrintedPiece } from '../../activities/print/piece.ts';
import type { RenderedRun } from '../../activities/print/render-print-run.ts';

const POINT = 25.4 / 72;

/** A page as viewers show it. */
export interface BoundPage {
  /** From 1. */
  readonly number: number;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
}

/** A proof as one PDF. */
export interface Bound {
  readonly pdf: Uint8Array;
  /** The pages of each printed piece, in the order in which one looks at it. */
  readonly pieces: readonly (readonly BoundPage[])[];
}

/**
 * Puts a run's pages together as someone holds the pieces: the picture side of a card, then its address side; a letter's pages as they come. Viewers
 * show each page cut to its trim, unless the sheet with its bleed is asked for.
 */
export async function bind({ pdf, fronts, printed }: Pick<RenderedRun, 'pdf' | 'fronts' | 'printed'>, { sheet = false }: { sheet?: boolean } = {}): Promise<Bound> {
  const [document, pictures] = await Promise.all([pdf, fronts].map((bytes) => PDFDocument.load(bytes, { updateMetadata: false })));
  const ends: number[] = [];
  for (const piece of printed) {
    const count = ends.at(-1) ?? 0;
    const { frontPage, backs } = sidesOf(piece);
    if (frontPage !== null) {
      const [front] = await document!.copyPages(pictures!, [frontPage - 1]);
      document!.insertPage(count, front);
    }
    ends.push(count + backs + (frontPage === null ? 0 : 1));
  }
  const pages = document!.getPages().map((page, index): BoundPage => {
    const { x, y, width, height } = sheet ? page.getMediaBox() : page.getTrimBox();
    page.setCropBox(x, y, width, height);
    return { number: index + 1, width: width * POINT, height: height * POINT };
  });
  return { pdf: await document!.save(), pieces: ends.map((end, index) => pages.slice(ends[index - 1] ?? 0, end)) };
}

/** How many pages of its own a piece has, and which of the pictures. */
function sidesOf({ frontPage }: PrintedPiece): { frontPage: number | null; backs: number } {
  return { frontPage, backs: 1 };
}
