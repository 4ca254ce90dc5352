import { POINTS } from '../../measures.ts';
import { inksOf } from '../content/colour-space.ts';
import type { Rect } from '../content/geometry.ts';
import type { Mark } from '../content/mark.ts';
import { mm, tenths } from '../page-frame.ts';
import type { ContentCheck } from './content-check.ts';

/** Points. */
const THINNEST = 0.25;
/** Millimetres: what is shorter along the edge is no background. */
const LONG = 5;
/** Millimetres by which programs round. */
const ROUNDING = 0.1;

/** Lines too thin to print, and areas that end at the cut. */
export const checkShapes: ContentCheck = ({ mark, frame, rules, findings }) => {
  const at = { page: frame.number, place: frame.placeOf(mark.box) };
  const thickness = mark.kind === 'stroke' ? mark.width : mark.kind === 'fill' ? mark.thinnest : Infinity;
  if (thickness < THINNEST - 0.005) findings.add('hairline', `Expected lines of ${THINNEST} pt or more, got ${thickness < 0.005 ? 'the thinnest that the device can draw' : `${Math.round(thickness * 100) / 100} pt`}.`, at);
  if (mark.kind !== 'fill' && mark.kind !== 'image' && mark.kind !== 'shading') return;
  // A curve that swings over the edge has nothing to line up with it.
  if (mark.kind === 'fill' && (mark.curved || isWhite(mark))) return;
  for (const { side, reach, along } of sidesOf(mark.box, frame.trim)) {
    if (along < LONG || reach < -ROUNDING || reach > rules.bleed - ROUNDING) continue;
    findings.add('bleed-not-filled', `Expected what reaches the ${side} edge to go ${mm(rules.bleed)} beyond it, got ${reach <= ROUNDING ? 'an end at the cut' : `${tenths(reach)} mm`}.`, at);
  }
};

function isWhite({ colour }: Mark & { kind: 'fill' }): boolean {
  const inks = inksOf(colour);
  return inks !== undefined && [...inks.values()].every((share) => share < 0.02);
}

/** For each side of the trim: how far the box reaches beyond it, and how long it runs along it; millimetres. */
function sidesOf(box: Rect, trim: Rect): { side: string; reach: number; along: number }[] {
  const wide = Math.min(box.right, trim.right) - Math.max(box.left, trim.left);
  const high = Math.min(box.top, trim.top) - Math.max(box.bottom, trim.bottom);
  return [
    { side: 'left', reach: trim.left - box.left, along: high },
    { side: 'right', reach: box.right - trim.right, along: high },
    { side: 'upper', reach: box.top - trim.top, along: wide },
    { side: 'lower', reach: trim.bottom - box.bottom, along: wide },
  ].map(({ side, reach, along }) => ({ side, reach: reach / POINTS, along: along / POINTS }));
}
