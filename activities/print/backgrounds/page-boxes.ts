import type { PDFPage } from '@cantoo/pdf-lib';
import { POINTS, type Sheet } from '../measures.ts';

/** Millimetres that a designer's page may differ from its format. */
const TOLERANCE = 0.5;

/** Left, bottom, right, top in points. */
export interface Edges {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/**
 * The part of a designer's page that is placed: the format's trim with the bleed around it. The trim is the page's TrimBox; a page without one is taken to be
 * trim and bleed, as programs that know no boxes write it.
 *
 * @returns the edges in the page's own points, or what is wrong, in millimetres.
 */
export function bleedEdges(page: PDFPage, sheet: Sheet): Edges | string {
  const media = edgesOf(page.getMediaBox());
  const hasTrim = page.node.TrimBox() !== undefined;
  const { width, height, bleed } = sheet;
  const wanted = bleed > 0 ? `${size(width, height)} with ${length(bleed)} of bleed around it` : size(width, height);
  if (!hasTrim) {
    const [pageWidth, pageHeight] = [millimetres(media.right - media.left), millimetres(media.top - media.bottom)];
    if (!isNear(pageWidth, width + 2 * bleed) || !isNear(pageHeight, height + 2 * bleed)) {
      const isBare = isNear(pageWidth, width) && isNear(pageHeight, height);
      return `Expected ${wanted}, ${size(width + 2 * bleed, height + 2 * bleed)} in all, got ${size(pageWidth, pageHeight)}${isBare ? ': the bleed is missing' : ' and no TrimBox'}. Export it with its bleed.`;
    }
    return inset(media, 0);
  }
  const trim = edgesOf(page.getTrimBox());
  const [trimWidth, trimHeight] = [millimetres(trim.right - trim.left), millimetres(trim.top - trim.bottom)];
  if (!isNear(trimWidth, width) || !isNear(trimHeight, height)) return `Expected ${wanted}, got a trim of ${size(trimWidth, trimHeight)}. Make it in the format's size.`;
  const edge = page.node.BleedBox() ? edgesOf(page.getBleedBox()) : media;
  const reach = millimetres(Math.min(trim.left - edge.left, trim.bottom - edge.bottom, edge.right - trim.right, edge.top - trim.top));
  if (reach < bleed - TOLERANCE) return `Expected ${wanted}, got ${length(Math.max(0, reach))} of bleed. Export it with its bleed.`;
  return inset(trim, -bleed * POINTS);
}

function edgesOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Edges {
  return { left: x, bottom: y, right: x + width, top: y + height };
}

function inset({ left, bottom, right, top }: Edges, by: number): Edges {
  return { left: left + by, bottom: bottom + by, right: right - by, top: top - by };
}

const millimetres = (points: number): number => points / POINTS;
const isNear = (left: number, right: number): boolean => Math.abs(left - right) <= TOLERANCE;
const length = (value: number): string => `${Number(value.toFixed(1))} mm`;
const size = (width: number, height: number): string => `${Number(width.toFixed(1))} × ${Number(height.toFixed(1))} mm`;
