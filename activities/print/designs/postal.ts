import type { PurlField } from '../../../scenarios/content/index.ts';
import type { AddressZone } from '../formats/index.ts';
import type { Layer } from '../layer.ts';
import { POINTS } from '../measures.ts';
import { printedAddress } from '../purl.ts';
import { printable } from '../text-block.ts';
import type { Typefaces } from '../typeface.ts';
import { UnprintableError } from '../unprintable-error.ts';
import { drawText, leadingOf } from './fit-text.ts';

/** Height of an accented capital over its baseline, as a share of its size: names keep their accents, and a window must show them. */
const ACCENTED = 0.94;

/**
 * Draws the postal address in its zone, in the usual size unless its longest line needs a smaller one.
 *
 * @throws UnprintableError `TextTooLong` when that would be too small to be read by machines.
 */
export function drawAddress(layer: Layer, faces: Typefaces, { zone, lines }: { zone: AddressZone; lines: readonly string[] }): void {
  const face = faces.regular;
  const texts = lines.map((line, index) => printable(line, { field: `address line ${index + 1}`, face }));
  const longest = Math.max(...texts.map((text) => face.width(text, 1) / POINTS));
  const size = Math.min(zone.size, Math.floor((zone.box.width / longest) * 10) / 10);
  if (size < zone.least) {
    throw new UnprintableError('TextTooLong', 'address', `Expected every address line to fit ${zone.box.width} mm at ${zone.least} pt, got one of ${(longest * zone.least).toFixed(1)} mm. Abbreviate it.`);
  }
  const rise = (ACCENTED * size) / POINTS;
  const needed = rise + (texts.length - 1) * zone.leading;
  if (needed > zone.box.height) throw new UnprintableError('TextTooLong', 'address', `Expected the address to fit ${zone.box.height} mm, got ${needed.toFixed(1)} mm (${texts.length} lines). Leave a line out.`);
  const first = zone.box.y + (zone.stand === 'middle' ? (zone.box.height - needed) / 2 : 0) + rise;
  texts.forEach((text, index) => layer.text({ x: zone.box.x, y: first + index * zone.leading, text, face, size }));
}

/** Draws the personal address: on one line where it fits; else its name, or the key, which is what counts, begins the second. */
export function drawPersonalAddress(layer: Layer, faces: Typefaces, { name, field, url }: { name: string; field: PurlField; url: string }): void {
  const face = faces[field.face ?? 'regular'];
  const { size, width, height } = field;
  const address = printable(printedAddress(url), { field: name, face });
  const [site, key] = [address.lastIndexOf('/') + 1, Math.max(address.lastIndexOf('/'), address.lastIndexOf('-')) + 1];
  const leading = leadingOf(field) / POINTS;
  const fits = (text: string): boolean => face.width(text, size) / POINTS <= width;
  const splits = [[address], [address.slice(0, site), address.slice(site)], [address.slice(0, key), address.slice(key)]];
  const texts = splits.find((each) => each.length * leading <= height + 0.01 && each.every(fits));
  if (!texts) {
    throw new UnprintableError('TextTooLong', name, `Expected ${name} to fit ${width.toFixed(1)} × ${height.toFixed(1)} mm at ${size} pt, got ${(face.width(address, size) / POINTS).toFixed(1)} mm on one line. Use a shorter public address, or give it two lines.`);
  }
  const first = leading / 2 + (face.capHeight * size) / 2 / POINTS;
  drawText(layer, { lines: texts.map((text, index) => ({ text, baseline: first + index * leading })), height: texts.length * leading, size, face }, field);
}
