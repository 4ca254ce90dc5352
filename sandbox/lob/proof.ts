import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import { SHEETS } from './artwork-check.ts';
import type { Address, KeptPiece } from './mailpiece.ts';
import type { Pieces } from './pieces.ts';

const INCH = 72;

/** Where Lob prints return address, postage and address, by size; points from the page's lower left corner. Of postcards it is the ink-free zone. */
const ZONES: Readonly<Record<string, { x: number; y: number; width: number; height: number }>> = {
  '4x6': { x: (6.25 - 0.275 - 3.2835) * INCH, y: 0.25 * INCH, width: 3.2835 * INCH, height: 2.375 * INCH },
  '6x9': { x: (9.25 - 0.275 - 4) * INCH, y: 0.25 * INCH, width: 4 * INCH, height: 2.375 * INCH },
  '6x11': { x: (11.25 - 0.275 - 4) * INCH, y: 0.25 * INCH, width: 4 * INCH, height: 2.375 * INCH },
  letter: { x: 0.6 * INCH, y: 8.16 * INCH, width: 3.15 * INCH, height: 2.34 * INCH },
};

/** What Lob's `url` shows: all of a piece's pages, with what Lob prints on them. */
export async function proofOf(pieces: Pieces, piece: KeptPiece): Promise<Uint8Array> {
  const proof = await PDFDocument.create();
  const font = await proof.embedFont(StandardFonts.Helvetica);
  for (const { name } of piece.artwork) {
    const source = await PDFDocument.load(pieces.artwork(piece.id, name)!, { updateMetadata: false });
    for (const page of await proof.copyPages(source, source.getPageIndices())) proof.addPage(page);
  }
  const addressed = proof.getPages()[piece.resource === 'postcards' ? 1 : 0];
  if (addressed) drawPostal(addressed, { piece, font });
  if (proof.getPageCount() === 0) proof.addPage([SHEETS['4x6']!.width * INCH, SHEETS['4x6']!.height * INCH]).drawText('Made from a template or HTML', { x: 36, y: 150, size: 14, font });
  return proof.save();
}

function drawPostal(page: PDFPage, { piece, font }: { piece: KeptPiece; font: PDFFont }): void {
  const zone = ZONES[piece.size ?? 'letter']!;
  page.drawRectangle({ ...zone, color: rgb(1, 1, 1) });
  const line = (text: string, at: { x: number; y: number; size: number }): void => page.drawText(printable(text), { ...at, font });
  linesOf(piece.from).forEach((text, index) => line(text, { x: zone.x + 6, y: zone.y + zone.height - 12 - index * 8, size: 6 }));
  if (piece.resource === 'postcards') ['PRESORTED', piece.mailType === 'usps_standard' ? 'STANDARD' : 'FIRST-CLASS', 'U.S. POSTAGE PAID'].forEach((text, index) => line(text, { x: zone.x + zone.width - 78, y: zone.y + zone.height - 12 - index * 8, size: 6 }));
  linesOf(piece.to).forEach((text, index) => line(text, { x: zone.x + (piece.resource === 'postcards' ? zone.width / 3 : 8), y: zone.y + zone.height / 2 - 10 - index * 11, size: 9 }));
}

function linesOf(address: Address | null): string[] {
  if (address === null) return [];
  if (typeof address === 'string') return [address];
  const place = [address['address_city'], address['address_state'], address['address_zip']].filter(Boolean).join(' ');
  return [address['name'], address['company'], address['address_line1'], address['address_line2'], place, address['address_country']].filter((text): text is string => Boolean(text) && text !== 'US').map((text) => text.toUpperCase());
}

/** The standard fonts hold Latin letters alone. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\xa0-\xff]/g, '?');
}
