import type { Layout } from './layout.ts';
import { tag, tenth } from './tag.ts';

const CORNER = 10;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What an edge says; one that is taken only when a touch was not sent is drawn fainter. */
export interface EdgeWords {
  readonly lines: readonly string[];
  /** How many people have gone along it. */
  readonly taken?: string;
  readonly isUnsent: boolean;
  readonly lineHeight: number;
}

/** A line with rounded corners and a tip, and its label on it. */
export function drawEdge({ points, label }: Layout['edges'][number], { lines, taken, isUnsent, lineHeight }: EdgeWords): string {
  const end = points.at(-1)!;
  const before = points.at(-2)!;
  const down = end.y >= before.y;
  const path = tag('path', { class: isUnsent ? 'edge unsent' : 'edge', d: rounded(points) });
  const tip = tag('path', { class: 'tip', d: `M${tenth(end.x)} ${tenth(end.y)}l-4.5 ${down ? '-8' : '8'}h9z` });
  if (!label) return path + tip;
  const middle = label.x + label.width / 2;
  const texts = [...lines.map((line) => ({ line, look: isUnsent ? 'soft' : 'label' })), ...(taken ? [{ line: taken, look: 'flow' }] : [])];
  return [
    ...[path, tip],
    tag('rect', { class: 'halo', x: label.x, y: label.y, width: label.width, height: label.height, rx: 6 }),
    ...texts.map(({ line, look }, index) => tag('text', { class: look, x: middle, y: label.y + 15 + index * lineHeight, 'text-anchor': 'middle' }, line)),
  ].join('');
}

function rounded(points: readonly Point[]): string {
  const parts = points.slice(1, -1).map((corner, index) => {
    const [before, after] = [points[index]!, points[index + 2]!];
    const radius = Math.min(CORNER, distance(before, corner) / 2, distance(corner, after) / 2);
    const [enter, leave] = [towards(corner, before, radius), towards(corner, after, radius)];
    return `L${tenth(enter.x)} ${tenth(enter.y)}Q${tenth(corner.x)} ${tenth(corner.y)} ${tenth(leave.x)} ${tenth(leave.y)}`;
  });
  const [first, last] = [points[0]!, points.at(-1)!];
  return `M${tenth(first.x)} ${tenth(first.y)}${parts.join('')}L${tenth(last.x)} ${tenth(last.y - Math.sign(last.y - points.at(-2)!.y) * 4)}`;
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function towards(from: Point, to: Point, by: number): Point {
  const share = by / (distance(from, to) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
