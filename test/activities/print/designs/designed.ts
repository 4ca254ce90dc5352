import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Piece } from '../../../../activities/print/piece.ts';
import { renderPrintRun, type RenderedRun } from '../../../../activities/print/render-print-run.ts';
import type { DesignedContent } from '../../../../scenarios/content/index.ts';
import { samplePiece } from '../sample-pieces.ts';

export const AT = new Date('2027-03-01T17:00:00Z');

/** A piece in a design, for one of the sample people, with links that are always the same. */
export function designed(content: DesignedContent, index = 0): Piece {
  return { ...samplePiece(index), qrUrl: 'HTTPS://PARCOURS.EXAMPLE/Q/7KQ9XM2PAB', purlUrl: 'https://parcours.example/p/elodie-martin-roux-3RTW8HNKVC', touchId: `spring/p-${index}/letter/1`, content };
}

export function render(pieces: readonly Piece[]): Promise<RenderedRun> {
  return renderPrintRun({ title: 'spring', pieces, at: AT });
}

/** Why the first of some pieces could not be printed. */
export async function problemOf(content: DesignedContent): Promise<string> {
  const { unprintable } = await render([designed(content)]);
  return unprintable.map(({ error: { type, message } }) => `${type}: ${message}`).join('\n');
}

let opened: ReturnType<typeof PDFiumLibrary.init> | undefined;
/** Once for a file of tests: it takes a second to begin. */
function pdfium(): ReturnType<typeof PDFiumLibrary.init> {
  opened ??= PDFiumLibrary.init();
  return opened;
}

/** The text of each page. */
export async function textsOf(pdf: Uint8Array): Promise<string[]> {
  const library = await pdfium();
  const document = await library.loadDocument(pdf);
  const texts = Array.from({ length: document.getPageCount() }, (_, index) => document.getPage(index).getText());
  document.destroy();
  return texts;
}

/** The colours of a page at some places, in millimetres from the trim's top left corner: red, green, blue. */
export async function coloursOf(pdf: Uint8Array, { page = 1, bleed = 3, at }: { page?: number; bleed?: number; at: readonly (readonly [x: number, y: number])[] }): Promise<number[][]> {
  const library = await pdfium();
  const document = await library.loadDocument(pdf);
  const scale = 2;
  const { data, width } = await document.getPage(page - 1).render({ scale, render: 'bitmap' });
  const pixel = (millimetres: number): number => Math.floor((millimetres + bleed) * (72 / 25.4) * scale);
  const colours = at.map(([x, y]) => [...data.subarray((pixel(y) * width + pixel(x)) * 4, (pixel(y) * width + pixel(x)) * 4 + 3)]);
  document.destroy();
  return colours;
}
