import { cmyk, PDFDocument, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import QRCode from 'qrcode';
import { addressBlock } from '../../activities/print/address-block.ts';
import { printedAddress } from '../../activities/print/purl.ts';
import { openTypefaces } from '../../activities/print/typeface.ts';
import type { HouseCard } from './sample-cards.ts';

const MM = 72 / 25.4;
const [WIDTH, HEIGHT, BLEED] = [154 * MM, 111 * MM, 3 * MM];
const BLACK = cmyk(0, 0, 0, 1);
/** Inter's contextual alternates cost half of the loop's time; ours are off too. */
const WITHOUT_ALTERNATES = { subset: true, features: { calt: false, ccmp: false } } as const;

/** A card as the plain loop takes it: everything that is not drawing has been done. */
export interface PlainCard {
  readonly background: string;
  readonly salutation: string;
  readonly text: string;
  readonly qrUrl: string;
  readonly purl: string;
  readonly addressLines: readonly string[];
}

export function plainCard({ content, qrUrl, purlUrl, address }: HouseCard): PlainCard {
  const { salutation, paragraphs } = content.back;
  return { background: content.back.headline, salutation, text: paragraphs.join('\n'), qrUrl, purl: printedAddress(purlUrl), addressLines: addressBlock(address) };
}

/**
 * The loop that one writes with pdf-lib by its manual: fonts embedded as subsets, a background's page embedded once and drawn on each page, text by `drawText`
 * (which breaks lines), the QR code as one path. No boxes, no output intent, no hashes, no manifest, no kerning, no check that anything fits.
 *
 * @param backgrounds a PDF of one page for each kind of card.
 */
export async function plainCards(cards: readonly PlainCard[], backgrounds: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.registerFontkit({ create: fontkit.create } as Parameters<PDFDocument['registerFontkit']>[0]);
  const faces = openTypefaces();
  const [regular, bold] = [await document.embedFont(faces.regular.files[0]!.bytes, WITHOUT_ALTERNATES), await document.embedFont(faces.bold.files[0]!.bytes, WITHOUT_ALTERNATES)];
  const embedded = new Map();
  for (const [name, bytes] of backgrounds) embedded.set(name, (await document.embedPdf(bytes))[0]);
  for (const card of cards) {
    const page = document.addPage([WIDTH, HEIGHT]);
    page.drawPage(embedded.get(card.background));
    drawCard(page, card, { regular, bold });
  }
  return document.save();
}

function drawCard(page: PDFPage, { salutation, text, qrUrl, purl, addressLines }: PlainCard, { regular, bold }: { regular: PDFFont; bold: PDFFont }): void {
  const at = (x: number, y: number) => ({ x: BLEED + x * MM, y: HEIGHT - BLEED - y * MM, color: BLACK });
  page.drawText(salutation, { ...at(7, 34.3), font: bold, size: 8.2, maxWidth: 53 * MM, lineHeight: 11 });
  page.drawText(text, { ...at(7, 39), font: regular, size: 7.6, maxWidth: 58 * MM, lineHeight: 10.2 });
  page.drawSvgPath(qrPath(qrUrl, 22.5 * MM), { ...at(7, 62), borderWidth: 0 });
  page.drawText(purl, { ...at(7, 88.1), font: bold, size: 7.2 });
  addressLines.forEach((line, index) => page.drawText(line, { ...at(80, 55 + index * 4.6), font: regular, size: 10 }));
}

/** A rectangle for each run of black modules in a row, as one path: twice as fast as a `drawRectangle` each. */
function qrPath(url: string, side: number): string {
  const { modules } = QRCode.create(url, { errorCorrectionLevel: 'Q' });
  const module = side / (modules.size + 8);
  const rectangles: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      const start = column;
      while (column < modules.size && modules.get(row, column)) column++;
      if (column > start) rectangles.push(`M${(start + 4) * module} ${(row + 4) * module}h${(column - start) * module}v${module}H${(start + 4) * module}Z`);
    }
  }
  return rectangles.join('');
}
