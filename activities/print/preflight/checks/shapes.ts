import { POINTS } from '../../measures.ts';
import { inksOf } from '../content/colour-space.ts';
import type { Rect } from '../content/geometry.ts';
import type { Mark } from '../content/mark.ts';
import { mm, tenths, type PageFrame } from '../page-frame.ts';
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
  const ends = new Map<string, string[]>();
  for (const { side, reach, along, room } of sidesOf(mark.box, frame)) {
    // Where the page itself has no bleed, that is said of the page.
    const needed = Math.min(rules.bleed, room);
    if (along < LONG || needed < 2 * ROUNDING || reach < -ROUNDING || reach > needed - ROUNDING) continue;
    const end = reach <= ROUNDING ? 'an end at the cut' : `${tenths(reach)} mm`;
    ends.set(end, [...(ends.get(end) ?? []), side]);
  }
  for (const [end, sides] of ends) findings.add('bleed-not-filled', `Expected what reaches the ${listed(sides)} edge to go ${mm(rules.bleed)} beyond it, got ${end}.`, at);
};

function isWhite({ colour }: Mark & { kind: 'fill' }): boolean {
  const inks = inksOf(colour);
  return inks !== undefined && [...inks.values()].every((share) => share < 0.02);
}

/** For each side of the trim: how far the box reaches beyond it, how long it runs along it, and how far the bleed goes; millimetres. */
function sidesOf(box: Rect, { trim, bleed }: PageFrame): { side: string; reach: number; along: number; room: number }[] {
  const wide = Math.min(box.right, trim.right) - Math.max(box.left, trim.left);
  const high = Math.min(box.top, trim.top) - Math.max(box.bottom, trim.bottom);
  return [
    { side: 'left', reach: trim.left - box.left, along: high, room: trim.left - bleed.left },
    { side: 'right', reach: box.right - trim.right, along: high, room: bleed.right - trim.right },
    { side: 'upper', reach: box.top - trim.top, along: wide, room: bleed.top - trim.top },
    { side: 'lower', reach: trim.bottom - box.bottom, along: wide, room: trim.bottom - bleed.bottom },
  ].map(({ side, reach, along, room }) => ({ side, reach: reach / POINTS, along: along / POINTS, room: room / POINTS }));
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
