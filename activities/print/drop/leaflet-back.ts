import type { LeafletContent } from '../../../scenarios/content/index.ts';
import type { Layer } from '../layer.ts';
import { BLACK, CARD, WHITE } from '../measures.ts';
import { mix, MOTIFS } from '../motifs/index.ts';
import { printedAddress } from '../purl.ts';
import { qrCode } from '../qr-code.ts';
import { printable, setBlock } from '../text-block.ts';
import type { Typefaces } from '../typeface.ts';

/** Left the words, right the code: nobody's address is on it. Millimetres. */
const MARGIN = 10;
const TEXT_WIDTH = 74;
/** Beside the small picture. */
const HEADLINE_WIDTH = 58;
const PANEL = { x: 94, y: 10, width: 44, height: 66 };
const QR_SIZE = 38;

export interface LeafletBack {
  readonly content: LeafletContent;
  /** What the QR code holds, and the short address in clear, with its scheme. */
  readonly url: string;
}

/** Draws the back of a leaflet: why to answer, the area's QR code, and its address to type. */
export function drawLeafletBack(layer: Layer, faces: Typefaces, { content: { brand, front, back }, url }: LeafletBack): void {
  const { theme } = front;
  const { background, accent, text: colour } = theme;
  const whole = { x: -CARD.bleed, y: -CARD.bleed, width: CARD.width + 2 * CARD.bleed, height: CARD.height + 2 * CARD.bleed };
  layer.rectangle(whole, WHITE).rectangle({ ...whole, height: CARD.bleed + 37 }, background);
  layer.clipped({ ...whole, height: CARD.bleed + 37 }, () => {
    [52, 36].forEach((radius, ring) => layer.circle({ x: 74, y: 40, radius }, mix(background, accent, 0.07 * (ring + 1))));
  });
  layer.rectangle({ x: MARGIN, y: 9, width: 1.4, height: 3.6 }, accent);
  layer.text({ x: MARGIN + 3, y: 12.1, text: brand, face: faces.bold, size: 10, colour });
  const headline = setBlock({ field: 'back.headline', text: back.headline, face: faces.bold, size: 16.5, leading: 20, width: HEADLINE_WIDTH, height: 15 });
  for (const { text, baseline } of headline.lines) layer.text({ x: MARGIN, y: 17 + baseline, text, face: faces.bold, size: 16.5, colour });
  const body = setBlock({ field: 'back.paragraphs', text: back.paragraphs.join('\n'), face: faces.regular, size: 9.2, leading: 12.8, width: TEXT_WIDTH, height: 42 });
  for (const { text, baseline } of body.lines) layer.text({ x: MARGIN, y: 42 + baseline, text, face: faces.regular, size: 9.2 });
  const motif = MOTIFS[theme.motif];
  motif.draw(layer, theme, { ...motif.small, x: 79, foot: 34.5 });

  layer.roundedRectangle({ ...PANEL, radius: 3 }, mix(WHITE, accent, 0.22));
  const middle = PANEL.x + PANEL.width / 2;
  const code = { x: middle - QR_SIZE / 2, y: PANEL.y + 3, size: QR_SIZE };
  layer.roundedRectangle({ x: code.x, y: code.y, width: QR_SIZE, height: QR_SIZE, radius: 1.5 }, WHITE);
  layer.rectangles(qrCode(url, code), BLACK);
  const call = setBlock({ field: 'back.callToAction', text: back.callToAction, face: faces.bold, size: 9.5, leading: 12, width: PANEL.width - 6, height: 13 });
  for (const { text, baseline } of call.lines) layer.text({ x: middle, y: code.y + QR_SIZE + 2 + baseline, text, face: faces.bold, size: 9.5, align: 'middle' });
  layer.text({ x: middle, y: PANEL.y + PANEL.height - 3, text: printable(back.orType, { field: 'back.orType', face: faces.regular }), face: faces.regular, size: 7, align: 'middle' });

  // The address is typed by hand: it has a line to itself, as large as fits.
  const address = printable(printedAddress(url), { field: 'address', face: faces.bold });
  const size = Math.min(13, Math.floor(((CARD.width - 2 * MARGIN) / (faces.bold.width(address, 1) * (25.4 / 72))) * 10) / 10);
  layer.text({ x: CARD.width - MARGIN, y: 84, text: address, face: faces.bold, size, align: 'right' });
  layer.rectangle({ x: MARGIN, y: 88, width: CARD.width - 2 * MARGIN, height: 0.25 }, mix(WHITE, BLACK, 0.3));
  const small = setBlock({ field: 'back.smallPrint', text: back.smallPrint, face: faces.regular, size: 5.2, leading: 6.8, width: CARD.width - 2 * MARGIN, height: 10 });
  for (const { text, baseline } of small.lines) layer.text({ x: MARGIN, y: 90 + baseline, text, face: faces.regular, size: 5.2 });
}
