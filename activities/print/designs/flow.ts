import type { ParagraphsField } from '../../../scenarios/content/index.ts';
import { POINTS } from '../measures.ts';
import { brokenLines, firstBaseline, printable, type SetBlock } from '../text-block.ts';
import type { Typefaces } from '../typeface.ts';
import { UnprintableError } from '../unprintable-error.ts';
import { leadingOf, type FittedText } from './fit-text.ts';

/** Points by which a text shrinks at a time. */
const STEP = 0.25;

/** Lines of a text, and where a paragraph begins. */
type FlowLine = { readonly text: string; readonly isFirst: boolean };

export interface Flow {
  readonly field: string;
  readonly texts: readonly string[];
  /** The field on the page where the text begins, and on each continuation page. */
  readonly first: ParagraphsField;
  readonly next?: ParagraphsField;
  readonly faces: Typefaces;
}

/**
 * Sets paragraphs: on one page, shrunk within the field's limits; where that is not enough and they may go on, over as many pages as they need, at full
 * size. A paragraph is not parted so that one line of it stands alone.
 *
 * @returns a block for each page.
 * @throws UnprintableError `TextTooLong` when one page is all there is and they do not fit it.
 */
export function flowText(flow: Flow): FittedText[] {
  const { first, next, faces, field } = flow;
  const face = faces[first.face ?? 'regular'];
  const { size, least = size, height, width, lines: most } = first;
  for (let trial = size; ; trial = Math.max(least, trial - STEP)) {
    const scale = trial / size;
    const measure = { ...first, size: trial, leading: leadingOf(first) * scale, gap: gapOf(first) * scale };
    const lines = linesOf(flow, measure);
    const needed = heightOf(lines, measure);
    const isTooLong = needed > height + 0.01 || (most !== undefined && lines.length > most);
    if (!isTooLong) return [{ ...blockOf(lines, { ...measure, face }), size: trial, face }];
    if (trial <= least) {
      if (first.overflow === 'next-page' && next) return overPages(flow, next);
      throw new UnprintableError('TextTooLong', field, `Expected ${field} to fit ${height.toFixed(1)} mm at ${trial} pt, got ${needed.toFixed(1)} mm (${lines.length} lines of ${width.toFixed(1)} mm). Shorten it.`);
    }
  }
}

function overPages(flow: Flow, next: ParagraphsField): FittedText[] {
  const blocks: FittedText[] = [];
  const { faces } = flow;
  // Where the continuation is as wide as the beginning, and its type the same, what is broken once stays broken.
  let rest = linesOf(flow, flow.first);
  for (let place = flow.first; rest.length > 0 || blocks.length === 0; place = next) {
    const face = faces[place.face ?? 'regular'];
    const measure = { ...place, leading: leadingOf(place), gap: gapOf(place) };
    const count = countFitting(rest, { ...measure, field: flow.field });
    blocks.push({ ...blockOf(rest.slice(0, count), { ...measure, face }), size: place.size, face });
    rest = rest.slice(count);
  }
  return blocks;
}

/** How many lines go on a page, leaving no line of a paragraph alone at its foot or at the next one's head. */
function countFitting(lines: readonly FlowLine[], measure: Measure & { height: number; field: string }): number {
  let count = 0;
  while (count < lines.length && heightOf(lines.slice(0, count + 1), measure) <= measure.height + 0.01) count += 1;
  if (count === lines.length) return count;
  if (count === 0) throw new UnprintableError('TextTooLong', measure.field, `Expected room for a line of ${measure.field}, got ${measure.height.toFixed(1)} mm. Give it more.`);
  const isAloneBelow = !lines[count]!.isFirst && (lines[count + 1]?.isFirst ?? true);
  const kept = isAloneBelow ? count - 1 : count;
  const isAloneAbove = kept > 1 && lines[kept - 1]!.isFirst && !lines[kept]?.isFirst;
  return Math.max(1, isAloneAbove ? kept - 1 : kept);
}

interface Measure {
  readonly size: number;
  readonly leading: number;
  readonly gap: number;
}

function linesOf({ field, texts, faces, first }: Flow, { size, width }: { size: number; width: number }): FlowLine[] {
  const face = faces[first.face ?? 'regular'];
  return texts.flatMap((text) =>
    text.split('\n').flatMap((line, part) => brokenLines(printable(line, { field, face }), { field, face, size, width }).map((broken, index) => ({ text: broken, isFirst: part === 0 && index === 0 }))),
  );
}

function gapOf({ gap, ...setting }: ParagraphsField): number {
  return gap ?? leadingOf(setting) / POINTS / 2;
}

function heightOf(lines: readonly FlowLine[], { leading, gap }: Measure): number {
  return (lines.length * leading) / POINTS + gap * lines.slice(1).filter(({ isFirst }) => isFirst).length;
}

function blockOf(lines: readonly FlowLine[], measure: Measure & { face: Typefaces['regular'] }): SetBlock {
  const first = firstBaseline(measure);
  const set = lines.map(({ text }, index) => ({ text, baseline: first + heightOf(lines.slice(0, index + 1), measure) - measure.leading / POINTS }));
  return { lines: set, height: heightOf(lines, measure) };
}
