import { deflateSync } from 'node:zlib';
import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { POINTS, type Sheet } from '../measures.ts';
import { number } from '../shapes.ts';

/** Millimetres: marks begin this far outside the bleed, so that no ink of the page touches them, and are this long. */
const GAP = 1;
const LENGTH = 5;

/** What marks add to each side of the page, in millimetres. */
export const MARK_MARGIN = GAP + LENGTH;

/** Points; hairlines under it break on the plate. */
const STROKE = 0.25;

/**
 * Draws the eight marks of a sheet as a form, in the page's coordinates. They are in the registration colour (`All`): every plate has them, so
 * the printer sees on them whether the plates lie on each other.
 */
export function cropMarks(context: PDFContext, { width, height, bleed }: Sheet): PDFRef {
  const edge = MARK_MARGIN + bleed;
  const [pageWidth, pageHeight] = [width + 2 * edge, height + 2 * edge];
  const lines = [
    ...[edge, edge + width].flatMap((x) => [[x, 0, x, LENGTH], [x, pageHeight - LENGTH, x, pageHeight]]),
    ...[edge, edge + height].flatMap((y) => [[0, y, LENGTH, y], [pageWidth - LENGTH, y, pageWidth, y]]),
  ];
  const paths = lines.map(([x1, y1, x2, y2]) => `${at(x1!)} ${at(y1!)} m ${at(x2!)} ${at(y2!)} l`);
  const content = `/Registration CS 1 SCN ${STROKE} w\n${paths.join('\n')}\nS`;
  const allPlates = ['Separation', 'All', 'DeviceCMYK', { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 }];
  return context.register(
    context.stream(deflateSync(content), { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, pageWidth * POINTS, pageHeight * POINTS], Resources: { ColorSpace: { Registration: context.obj(allPlates) } }, Filter: 'FlateDecode' }),
  );
}

function at(millimetres: number): string {
  return number(millimetres * POINTS);
}
