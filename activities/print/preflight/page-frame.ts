import { POINTS } from '../measures.ts';
import { IDENTITY, type Matrix, type Rect } from './content/geometry.ts';
import type { PdfFile } from './file/pdf-file.ts';
import type { PdfPage } from './file/pages.ts';
import type { Place } from './findings.ts';

/** A page's boxes in points, as they stand in the file. */
export interface PageFrame {
  readonly number: number;
  readonly media: Rect;
  readonly bleed: Rect;
  readonly trim: Rect;
  /** Which boxes the page itself names; the others are taken as ISO 32000-1 (14.11.2) says. */
  readonly named: { readonly bleed: boolean; readonly trim: boolean };
  /** Clockwise, in degrees. */
  readonly rotated: number;
  /** Points of a unit; 1 but in rare large formats. */
  readonly unit: number;
  /** From the stream's coordinates to the page's points. */
  readonly base: Matrix;
  placeOf(box: Rect): Place;
}

/** @returns undefined when the page has no usable MediaBox. */
export function pageFrame(file: PdfFile, page: PdfPage): PageFrame | undefined {
  const unit = file.number(page.dict.get('UserUnit')) ?? 1;
  const box = (key: string): Rect | undefined => {
    const [a, b, c, d] = file.numbers(page.get(key)) ?? [];
    if (a === undefined || b === undefined || c === undefined || d === undefined || ![a, b, c, d].every(Number.isFinite)) return undefined;
    return { left: Math.min(a, c) * unit, bottom: Math.min(b, d) * unit, right: Math.max(a, c) * unit, top: Math.max(b, d) * unit };
  };
  const media = box('MediaBox');
  if (!media || media.right - media.left <= 0 || media.top - media.bottom <= 0) return undefined;
  const crop = box('CropBox') ?? media;
  const [trim, bleed] = [box('TrimBox'), box('BleedBox')];
  const cut = trim ?? box('ArtBox') ?? crop;
  return {
    number: page.number,
    media,
    bleed: bleed ?? crop,
    trim: cut,
    named: { bleed: bleed !== undefined, trim: trim !== undefined },
    rotated: (((file.number(page.get('Rotate')) ?? 0) % 360) + 360) % 360,
    unit,
    base: unit === 1 ? IDENTITY : [unit, 0, 0, unit, 0, 0],
    placeOf: ({ left, bottom, right, top }) => ({ x: tenths((left - cut.left) / POINTS), y: tenths((cut.top - top) / POINTS), width: tenths((right - left) / POINTS), height: tenths((top - bottom) / POINTS) }),
  };
}

/** Width and height in millimetres. */
export function sizeOf({ left, bottom, right, top }: Rect): { readonly width: number; readonly height: number } {
  return { width: (right - left) / POINTS, height: (top - bottom) / POINTS };
}

export function tenths(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}

/** A length as people write it: `3 mm`, `2.5 mm`. */
export function mm(value: number): string {
  return `${tenths(value)} mm`;
}
