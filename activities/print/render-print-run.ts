import type { PDFRef } from '@cantoo/pdf-lib';
import { addressBlock } from './address-block.ts';
import { drawPiece, drawShell, type AddressSide, type ShellContent } from './address-side.ts';
import { openPrintDocument, type PrintDocument } from './print-document.ts';
import { drawFront, type FrontContent } from './front.ts';
import { Layer } from './layer.ts';
import { CARD } from './measures.ts';
import { hashOf, type Piece, type PrintedPiece } from './piece.ts';
import { openTypefaces, type Typefaces } from './typeface.ts';
import { UnprintableError } from './unprintable-error.ts';

/** Pieces drawn between two breaths: other work of the process waits some 10 ms. */
const BREATH = 20;

export interface PrintRunOptions {
  readonly title: string;
  readonly pieces: readonly Piece[];
  /** When it is made, as the files say: the run's cut-off, so that a run made again is the same. */
  readonly at: Date;
  /** Told now and then how many pieces are drawn. */
  readonly onProgress?: (drawn: number) => void;
}

export interface RenderedRun {
  /** A page for each printed piece, in the order given: its address side. */
  readonly pdf: Uint8Array;
  /** A page for each picture side that differs. */
  readonly fronts: Uint8Array;
  readonly printed: readonly PrintedPiece[];
  /** Pieces that could not be drawn, each with its reason; the others are printed without them. */
  readonly unprintable: readonly { readonly touchId: string; readonly error: UnprintableError }[];
}

/**
 * Renders A6 postcards (148 × 105 mm and 3 mm bleed): one page a mailpiece. The same pieces give the same bytes.
 *
 * @example
 * const { pdf, printed } = await renderPrintRun({ title: 'spring, 1 March', pieces, at: cutOff });
 */
export async function renderPrintRun({ title, pieces, at, onProgress }: PrintRunOptions): Promise<RenderedRun> {
  const faces = openTypefaces();
  const run = await openPrintDocument({ title, at, faces });
  const fronts = openFronts(await openPrintDocument({ title: `${title}: fronts`, at, faces }), faces);
  const shellOf = openShells(run, faces);
  const printed: PrintedPiece[] = [];
  const unprintable: { touchId: string; error: UnprintableError }[] = [];
  for (const [index, piece] of pieces.entries()) {
    try {
      const addressLines = addressBlock(piece.address);
      const layer = pieceLayer(faces, { ...piece, addressLines });
      const shell = shellOf(piece.content);
      const frontPage = fronts.pageOf(piece.content);
      run.page(layer, { Shell: shell });
      printed.push({ piece, addressLines, page: printed.length + 1, frontPage, sha256: hashOf(piece, addressLines) });
    } catch (error) {
      if (!(error instanceof UnprintableError)) throw error;
      unprintable.push({ touchId: piece.touchId, error });
    }
    if (index % BREATH === BREATH - 1) {
      onProgress?.(index + 1);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return { pdf: await run.save(), fronts: await fronts.save(), printed, unprintable };
}

function pieceLayer(faces: Typefaces, side: AddressSide): Layer {
  const layer = new Layer(CARD).form('Shell');
  drawPiece(layer, faces, side);
  return layer;
}

/** The common part of each kind of piece, drawn when it is first asked for. */
function openShells(run: PrintDocument, faces: Typefaces): (content: ShellContent) => PDFRef {
  const known = new Map<string, PDFRef>();
  return ({ brand, sender, front, back: { headline, callToAction, orType, smallPrint } }) => {
    const content: ShellContent = { brand, sender, front, back: { headline, callToAction, orType, smallPrint } };
    const key = JSON.stringify(content);
    const found = known.get(key);
    if (found) return found;
    const layer = new Layer(CARD);
    drawShell(layer, faces, content);
    const form = run.form(layer);
    known.set(key, form);
    return form;
  };
}

/** The picture sides: one page for each that differs. */
function openFronts(document: PrintDocument, faces: Typefaces): { pageOf(content: FrontContent): number; save(): Promise<Uint8Array> } {
  const known = new Map<string, number>();
  return {
    pageOf({ brand, claim, front }) {
      const key = JSON.stringify({ brand, claim, front });
      const found = known.get(key);
      if (found) return found;
      const layer = new Layer(CARD);
      drawFront(layer, faces, { brand, claim, front });
      document.page(layer);
      known.set(key, known.size + 1);
      return known.size;
    },
    save: () => document.save(),
  };
}
