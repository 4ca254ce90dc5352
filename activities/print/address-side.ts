import type { Cmyk, PostcardContent } from '../../scenarios/content/index.ts';
import { drawBadge } from './front.ts';
import type { Layer } from './layer.ts';
import { BLACK, CARD, POINTS, WHITE } from './measures.ts';
import { MOTIFS, mix } from './motifs/index.ts';
import { drawPaidMark } from './paid-mark.ts';
import { printedAddress } from './purl.ts';
import { qrCode } from './qr-code.ts';
import { printable, setBlock } from './text-block.ts';
import type { Typeface, Typefaces } from './typeface.ts';
import { UnprintableError } from './unprintable-error.ts';

/** What every piece of a kind has in common on its address side: drawn once, shown on each page. */
export interface ShellContent extends Pick<PostcardContent, 'brand' | 'sender' | 'front'> {
  readonly back: Pick<PostcardContent['back'], 'headline' | 'callToAction' | 'orType' | 'smallPrint'>;
}

/** What only one piece has. */
export interface AddressSide {
  readonly content: PostcardContent;
  readonly qrUrl: string;
  readonly purlUrl: string;
  readonly addressLines: readonly string[];
}

/** The message takes the left half; the right one is the post's: paid mark above, address below, 20 mm kept free under it for its barcodes. */
const MESSAGE = { edge: 72, x: 7, width: 58 };
const BAND = 28;
const QR = { x: MESSAGE.x, y: 62, size: 22.5 };
const ADDRESS = { x: 80, y: 55, width: 62, leading: 13 };
const SAND: Cmyk = [0.015, 0.035, 0.08, 0];

/** Draws the common part: band with the headline, ground of the message, place of the QR code, small print, sender and paid mark. */
export function drawShell(layer: Layer, faces: Typefaces, { brand, sender, front, back }: ShellContent): void {
  const { theme } = front;
  const band = { x: -CARD.bleed, y: -CARD.bleed, width: MESSAGE.edge + CARD.bleed, height: BAND + CARD.bleed };
  layer.rectangle(band, theme.background).clipped(band, () => {
    [34, 24].forEach((radius, ring) => layer.circle({ x: 66, y: 20, radius }, mix(theme.background, theme.accent, 0.07 * (ring + 1))));
  });
  layer.rectangle({ ...band, y: BAND, height: CARD.height + CARD.bleed - BAND }, SAND);
  const motif = MOTIFS[theme.motif];
  if (!front.badge) motif.draw(layer, theme, motif.small);
  layer.rectangle({ x: MESSAGE.x, y: 6.2, width: 1.1, height: 2.8 }, theme.accent);
  layer.text({ x: MESSAGE.x + 2.2, y: 8.6, text: brand, face: faces.bold, size: 7.5, colour: theme.text });
  const headline = setBlock({ field: 'back.headline', text: back.headline, face: faces.bold, size: 12.5, leading: 15.5, width: 46, height: 11.5 });
  for (const { text, baseline } of headline.lines) layer.text({ x: MESSAGE.x, y: 12.6 + baseline, text, face: faces.bold, size: 12.5, colour: theme.text });
  if (front.badge) drawBadge(layer, faces, { text: front.badge, x: MESSAGE.edge, y: BAND, radius: 9, theme });

  layer.roundedRectangle({ x: QR.x, y: QR.y, width: QR.size, height: QR.size, radius: 1.2 }, WHITE);
  const beside = { x: QR.x + QR.size + 4, width: MESSAGE.width - QR.size - 3 };
  const call = setBlock({ field: 'back.callToAction', text: back.callToAction, face: faces.bold, size: 9.5, leading: 12, width: beside.width, height: 17 });
  layer.rectangle({ x: beside.x, y: QR.y + 1, width: 8, height: 0.7 }, theme.accent);
  for (const { text, baseline } of call.lines) layer.text({ x: beside.x, y: QR.y + 2.6 + baseline, text, face: faces.bold, size: 9.5 });
  layer.text({ x: beside.x, y: QR.y + QR.size - 0.8, text: fitting(back.orType, { field: 'back.orType', face: faces.regular, size: 7, width: beside.width }), face: faces.regular, size: 7 });

  const small = setBlock({ field: 'back.smallPrint', text: back.smallPrint, face: faces.regular, size: 4.6, leading: 5.7, width: MESSAGE.width, height: 8.2 });
  for (const { text, baseline } of small.lines) layer.text({ x: MESSAGE.x, y: 101 - small.height + baseline, text, face: faces.regular, size: 4.6 });
  drawPostalMarks(layer, faces, sender);
}

/** Draws what is the piece's own: salutation, text, QR code, personal address, postal address. */
export function drawPiece(layer: Layer, faces: Typefaces, { content, qrUrl, purlUrl, addressLines }: AddressSide): void {
  const { salutation, paragraphs } = content.back;
  const top = 31.5;
  const opening = setBlock({ field: 'back.salutation', text: salutation, face: faces.bold, size: 8.2, leading: 11, width: 53, height: 8 });
  for (const { text, baseline } of opening.lines) layer.text({ x: MESSAGE.x, y: top + baseline, text, face: faces.bold, size: 8.2 });
  const body = setBlock({ field: 'back.paragraphs', text: paragraphs.join('\n'), face: faces.regular, size: 7.6, leading: 10.2, width: MESSAGE.width, height: QR.y - 1.5 - top - opening.height - 1 });
  for (const { text, baseline } of body.lines) layer.text({ x: MESSAGE.x, y: top + opening.height + 1 + baseline, text, face: faces.regular, size: 7.6 });
  layer.rectangles(qrCode(qrUrl, QR), BLACK);
  drawPurl(layer, faces.bold, printedAddress(purlUrl));
  const face = faces.regular;
  const lines = addressLines.map((line, index) => printable(line, { field: `address line ${index + 1}`, face }));
  const size = addressSize(lines, face);
  lines.forEach((text, index) => layer.text({ x: ADDRESS.x, y: ADDRESS.y + (index * ADDRESS.leading) / POINTS, text, face, size }));
}

/** On one line where it fits; else the key, which is what counts, begins the second. */
function drawPurl(layer: Layer, face: Typeface, address: string): void {
  const size = 7.2;
  const cut = Math.max(address.lastIndexOf('/'), address.lastIndexOf('-')) + 1;
  const name = address.lastIndexOf('/') + 1;
  const fits = (line: string): boolean => face.width(line, size) / POINTS <= MESSAGE.width;
  const splits = [[address], [address.slice(0, name), address.slice(name)], [address.slice(0, cut), address.slice(cut)]];
  const lines = splits.find((each) => each.every(fits));
  if (!lines) throw new UnprintableError('TextTooLong', 'personal address', `Expected the personal address to fit 2 lines of ${MESSAGE.width} mm at ${size} pt, got ${(face.width(address, size) / POINTS).toFixed(1)} mm. Use a shorter public address.`);
  lines.forEach((text, index) => layer.text({ x: MESSAGE.x, y: QR.y + QR.size + 3.6 + index * 3, text: printable(text, { field: 'personal address', face }), face, size }));
}

/** Sorting machines read 8 to 12 points; 10 unless the longest line needs less. */
function addressSize(lines: readonly string[], face: Typeface): number {
  const longest = Math.max(...lines.map((line) => face.width(line, 1) / POINTS));
  const size = Math.min(10, Math.floor((ADDRESS.width / longest) * 10) / 10);
  if (size < 7.5) {
    const width = (longest * 7.5).toFixed(1);
    throw new UnprintableError('TextTooLong', 'address', `Expected every address line to fit ${ADDRESS.width} mm at 7.5 pt, got one of ${width} mm. Abbreviate it.`);
  }
  return size;
}

function drawPostalMarks(layer: Layer, faces: Typefaces, sender: string): void {
  drawPaidMark(layer, faces, { right: CARD.width - 6, top: 7, lines: ['PORT PAYÉ', 'FRANCE', 'Courrier publicitaire'] });
  const { regular } = faces;
  const from = setBlock({ field: 'sender', text: sender, face: regular, size: 5, leading: 6.6, width: 34, height: 10 });
  for (const { text, baseline } of from.lines) layer.text({ x: ADDRESS.x, y: 6.6 + baseline, text, face: regular, size: 5 });
}

function fitting(text: string, { field, face, size, width }: { field: string; face: Typeface; size: number; width: number }): string {
  return setBlock({ field, text, face, size, leading: size, width, height: size / POINTS }).lines[0]?.text ?? '';
}
