import type { PrintedPiece } from '../piece.ts';

/** Where a printed piece is: its pages in the chunk's file, and its picture side in the chunk's file of fronts, if that is not among them. */
export interface PrintedPages {
  readonly firstPage: number;
  readonly lastPage: number;
  readonly frontPage: number | null;
}

export function pagesOf({ firstPage, lastPage, frontPage }: PrintedPiece): PrintedPages {
  return { firstPage, lastPage, frontPage };
}
