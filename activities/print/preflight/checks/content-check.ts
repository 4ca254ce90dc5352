import { POINTS } from '../../measures.ts';
import type { Rect } from '../content/geometry.ts';
import type { Mark } from '../content/mark.ts';
import type { Findings } from '../findings.ts';
import type { PageFrame } from '../page-frame.ts';

export interface ContentRules {
  /** Per cent of all inks together that the paper takes. */
  readonly inkLimit: number;
  /** Millimetres from the trim that texts keep away. */
  readonly safe: number;
  /** Millimetres. */
  readonly bleed: number;
}

/** What a check is told about a mark. */
export interface Look {
  readonly mark: Mark;
  readonly frame: PageFrame;
  readonly rules: ContentRules;
  readonly findings: Findings;
}

/** Looks at one mark of a page. */
export type ContentCheck = (look: Look) => void;

/** Whether a mark is at least partly on what is printed; printer's marks lie outside. */
export function isWithin(box: Rect, limit: Rect): boolean {
  return box.left < limit.right && box.right > limit.left && box.bottom < limit.top && box.top > limit.bottom;
}

/** How far a box lies inside another, at the closest side; negative when it reaches out. Millimetres. */
export function insideBy(box: Rect, limit: Rect): number {
  return Math.min(box.left - limit.left, limit.right - box.right, box.bottom - limit.bottom, limit.top - box.top) / POINTS;
}

/** A mark in words. */
export function wordsFor(mark: Mark): string {
  const words: Readonly<Record<Mark['kind'], string>> = { fill: 'an area', stroke: 'a line', text: 'text', image: 'an image', shading: 'a gradient', trait: 'content' };
  return words[mark.kind];
}
