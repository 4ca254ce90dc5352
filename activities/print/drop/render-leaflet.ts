import type { LeafletContent } from '../../../scenarios/content/index.ts';
import { drawFront } from '../front.ts';
import { Layer } from '../layer.ts';
import { CARD } from '../measures.ts';
import { openPrintDocument } from '../print-document.ts';
import { openTypefaces } from '../typeface.ts';
import { drawLeafletBack } from './leaflet-back.ts';

/**
 * Renders an area's leaflet: an A6 card lying, page 1 the picture side, page 2 the words with the QR code. Printed as often as the area needs. The
 * same content gives the same bytes.
 *
 * @param url the area's page; in the QR code in capitals, in clear as it is
 * @throws UnprintableError for a text that does not fit, or a public address that is too long.
 * @example await renderLeaflet({ title: 'baskets-2027, Les Tilleuls', content, url: 'https://ormeval.example/a/K7QX2', at })
 */
export async function renderLeaflet({ title, content, url, at }: { title: string; content: LeafletContent; url: string; at: Date }): Promise<Uint8Array> {
  const faces = openTypefaces();
  const document = await openPrintDocument({ title, at, faces });
  const [front, back] = [new Layer(CARD), new Layer(CARD)];
  drawFront(front, faces, content);
  drawLeafletBack(back, faces, { content, url });
  document.page(front);
  document.page(back);
  return document.save();
}
