import { addressBlock } from './address/index.ts';
import { formatOf, hashOf, isDesigned, type Piece, type PrintedPiece } from './piece.ts';
import { layOutDesign } from './designs/lay-out-design.ts';
import { openDesigns } from './designs/prepare-design.ts';
import { openLibrary, saidBy } from './designs/library.ts';
import { FORMATS } from './formats/index.ts';
import { openHouseCards } from './house-card.ts';
import { openPages, type DrawnPage } from './pages.ts';
import type { Prepress } from './prepress/index.ts';
import { openPrintDocument } from './print-document.ts';
import { openTypefaces } from './typeface.ts';
import { UnprintableError } from './unprintable-error.ts';

/** Pieces drawn between two breaths: other work of the process waits some 10 ms. */
const BREATH = 20;

export interface PrintRunOptions {
  readonly title: string;
  readonly pieces: readonly Piece[];
  /** When it is made, as the files say: the run's cut-off, so that a run made again is the same. */
  readonly at: Date;
  /** Crop marks, and what the colours are meant for. */
  readonly prepress?: Prepress;
  /** Told now and then how many pieces are drawn. */
  readonly onProgress?: (drawn: number) => void;
}

export interface RenderedRun {
  /** The pages of the printed pieces, in the order given: a card's address side, all of a letter. */
  readonly pdf: Uint8Array;
  /** A page for each picture side that differs; null when no piece has one apart. */
  readonly fronts: Uint8Array | null;
  readonly printed: readonly PrintedPiece[];
  /** Pieces that could not be drawn, each with its reason; the others are printed without them. */
  readonly unprintable: readonly { readonly touchId: string; readonly error: UnprintableError }[];
  /** What is printed and might be better, such as coarse pictures: each once, with the number of pieces that it concerns. */
  readonly warnings: readonly { readonly message: string; readonly pieces: number }[];
}

/** Of a piece whose address the printer sets. */
const NO_ADDRESS = { lines: [], transliterated: [] } as const;

/** What a piece becomes, before it is put into a document. */
interface LaidOut {
  readonly pages: readonly DrawnPage[];
  /** A picture side that is printed apart, once for all pieces with the same key. */
  readonly front?: { readonly key: string; readonly page: DrawnPage };
  /** What it says, for its hash. */
  readonly said: unknown;
  readonly warnings: readonly string[];
}

/**
 * Renders mailpieces: house cards (A6, one page a piece) and designed pieces of any format. The same pieces give the same bytes. What a piece needs is drawn
 * before anything of it is added: one that fails costs no other.
 *
 * @example
 * const { pdf, printed } = await renderPrintRun({ title: 'spring, 1 March', pieces, at: cutOff });
 */
export async function renderPrintRun({ title, pieces, at, prepress = {}, onProgress }: PrintRunOptions): Promise<RenderedRun> {
  const faces = openTypefaces();
  const run = await openPrintDocument({ title, at, faces, prepress });
  const fronts = await openPrintDocument({ title: `${title}: fronts`, at, faces, prepress });
  const [pages, frontPages, frontOf] = [openPages(run), openPages(fronts), new Map<string, number>()];
  const layOut = openLayouts(faces);
  const printed: PrintedPiece[] = [];
  const unprintable: { touchId: string; error: UnprintableError }[] = [];
  const warnings = new Map<string, number>();
  for (const [index, piece] of pieces.entries()) {
    try {
      const { lines: addressLines, transliterated } =
        FORMATS[formatOf(piece.content)].address.by === 'us' ? addressBlock(piece.address, { lacks: faces.regular.lacks, ...(piece.postedFrom === undefined ? {} : { from: piece.postedFrom }) }) : NO_ADDRESS;
      const laid = await layOut(piece, addressLines);
      const firstPage = pages.count + 1;
      for (const page of laid.pages) await pages.add(page);
      const { front } = laid;
      if (front && !frontOf.has(front.key)) frontOf.set(front.key, await frontPages.add(front.page));
      const frontPage = front ? (frontOf.get(front.key) ?? null) : null;
      printed.push({ piece, addressLines, transliterated, firstPage, lastPage: pages.count, frontPage, sha256: hashOf(piece, laid.said, addressLines) });
      for (const warning of laid.warnings) warnings.set(warning, (warnings.get(warning) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof UnprintableError)) throw error;
      unprintable.push({ touchId: piece.touchId, error });
    }
    if (index % BREATH === BREATH - 1) {
      onProgress?.(index + 1);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return {
    pdf: await run.save(),
    fronts: frontPages.count > 0 ? await fronts.save() : null,
    printed,
    unprintable,
    warnings: [...warnings].map(([message, count]) => ({ message, pieces: count })),
  };
}

/** Sets pieces of either kind. */
function openLayouts(faces: ReturnType<typeof openTypefaces>): (piece: Piece, addressLines: readonly string[]) => Promise<LaidOut> {
  const library = openLibrary();
  const prepare = openDesigns(faces, library);
  const cardOf = openHouseCards(faces);
  return async (piece, addressLines) => {
    const { content, qrUrl, purlUrl } = piece;
    if (!isDesigned(content)) {
      const { page, front } = cardOf({ content, qrUrl, purlUrl, addressLines });
      return { pages: [page], front, said: content, warnings: [] };
    }
    const prepared = await prepare(content.design);
    const { pages, isFrontShared, warnings } = await layOutDesign({ content, qrUrl, purlUrl, addressLines }, { prepared, faces, library });
    const said = [prepared.sha256, await saidBy(content.values, library)];
    const [front, ...rest] = pages;
    if (!isFrontShared || !front) return { pages, said, warnings: [...prepared.warnings, ...warnings] };
    return { pages: rest, front: { key: prepared.sha256, page: front }, said, warnings: [...prepared.warnings, ...warnings] };
  };
}
