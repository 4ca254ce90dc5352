import { POINTS, type Sheet } from '../../measures.ts';
import type { Rect } from '../content/geometry.ts';
import type { Findings } from '../findings.ts';
import { mm, sizeOf, tenths, type PageFrame } from '../page-frame.ts';

/** What a page is to be. */
export interface WantedPage {
  /** Such as `a6-postcard`; none when any size will do. */
  readonly format?: string;
  readonly sheet?: Sheet;
  /** Millimetres. */
  readonly bleed: number;
}

/** Millimetres by which programs round. */
const ROUNDING = 0.3;

/** Looks at the boxes of a page: where it is cut, and whether there is bleed around that. */
export function checkBoxes(frame: PageFrame, { format = 'the format', sheet, bleed }: WantedPage, findings: Findings): void {
  const page = frame.number;
  const { width, height } = sizeOf(frame.trim);
  if (frame.unit !== 1) findings.add('user-unit', `Expected pages at 100 %, got UserUnit ${tenths(frame.unit)}.`, { page });
  if (frame.rotated !== 0) findings.add('page-rotated', `The page is turned by ${frame.rotated}° when it is shown.`, { page });
  if (!frame.named.trim) findings.add('box-missing', 'Expected a TrimBox that says where the page is cut, got none.', { page });
  if (sheet && !fits(width, sheet.width, height, sheet.height)) {
    const wanted = `${tenths(sheet.width)} × ${tenths(sheet.height)} mm`;
    if (fits(width, sheet.height, height, sheet.width)) findings.add('page-orientation', `Expected ${wanted} for ${format}, got it turned: ${tenths(width)} × ${tenths(height)} mm.`, { page });
    else findings.add('page-size', `Expected the page to be cut to ${wanted} for ${format}, got ${tenths(width)} × ${tenths(height)} mm${frame.named.trim ? '' : ' (no TrimBox: taken from the page itself)'}.`, { page });
  }
  const outside = [['TrimBox', frame.trim, 'BleedBox', frame.bleed], ['BleedBox', frame.bleed, 'MediaBox', frame.media]] as const;
  for (const [inner, one, outer, other] of outside) {
    const beyond = -Math.min(...margins(one, other));
    if (beyond > ROUNDING / 3) findings.add('box-nesting', `Expected ${inner} within ${outer}, got one that reaches ${mm(beyond)} beyond it.`, { page });
  }
  const [left, top, right, bottom] = margins(frame.trim, frame.bleed).map((margin) => Math.max(0, margin)) as [number, number, number, number];
  if (Math.min(left, top, right, bottom) < bleed - ROUNDING) {
    const got = left === top && left === right && left === bottom ? (left === 0 ? 'none' : `${mm(left)} all round`) : `${mm(left)} left, ${mm(top)} above, ${mm(right)} right, ${mm(bottom)} below`;
    findings.add('bleed-too-small', `Expected ${mm(bleed)} of bleed around the trim, got ${got}.`, { page });
  }
}

function fits(width: number, wantedWidth: number, height: number, wantedHeight: number): boolean {
  return Math.abs(width - wantedWidth) <= ROUNDING && Math.abs(height - wantedHeight) <= ROUNDING;
}

/** How far the inner box lies inside the outer one: left, above, right, below; in millimetres, to a tenth. */
function margins(inner: Rect, outer: Rect): number[] {
  return [inner.left - outer.left, outer.top - inner.top, outer.right - inner.right, inner.bottom - outer.bottom].map((distance) => tenths(distance / POINTS));
}
