import { ICONS } from './look.ts';
import type { Placed, Sized } from './layout.ts';
import type { NodeWords } from './node-words.ts';
import type { Measure } from './svg.ts';
import { tag } from './tag.ts';

const ICON = 18;
const SIDE = 14;
const GAP = 11;

/** How large a node's box must be for its words. */
export function sizeOfNode({ look, kind, title, details }: NodeWords, measure: Measure): Sized {
  const heading = measure(title, { size: 14, weight: 'bold' });
  if (look === 'start' || look === 'end') return { width: Math.max(heading + 36, 84), height: 34 };
  const text = Math.max(heading, measure(kind.toUpperCase(), { size: 10.5, weight: 'bold' }) + kind.length * 0.6, ...details.map((line) => measure(line, { size: 12, weight: 'regular' })));
  return { width: text + ICON + GAP + 2 * SIDE, height: 50 + details.length * 17 };
}

/** A node: an icon, its kind, title and details; or a pill where the path begins and ends. `here` is how many people stand there. */
export function drawNode({ look, kind, title, details }: NodeWords, { x, y, width, height, here, measure }: Placed & { here?: number; measure: Measure }): string {
  const isPill = look === 'start' || look === 'end';
  const left = SIDE + ICON + GAP;
  const texts = isPill
    ? [tag('text', { class: 'title', x: width / 2, y: 22, 'text-anchor': 'middle' }, title)]
    : [
        tag('path', { class: 'icon', d: ICONS[look], transform: `translate(${SIDE} 13)` }),
        tag('text', { class: 'kind', x: left, y: 18.5 }, kind.toUpperCase()),
        tag('text', { class: 'title', x: left, y: 36.5 }, title),
        ...details.map((line, index) => tag('text', { class: 'detail', x: left, y: 54.5 + index * 17 }, line)),
      ];
  return `<g class="${look}" transform="translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})">${tag('rect', { class: 'box', width, height, rx: isPill ? height / 2 : 9 })}${texts.join('')}${here === undefined ? '' : badge(here, { x: width, measure })}</g>`;
}

function badge(here: number, { x, measure }: { x: number; measure: Measure }): string {
  const text = here.toLocaleString('en');
  const width = measure(text, { size: 11.5, weight: 'bold' }) + 16;
  return tag('rect', { class: 'badge', x: x - width + 10, y: -11, width, height: 22, rx: 11 }) + tag('text', { class: 'badge-text', x: x - width / 2 + 10, y: 4, 'text-anchor': 'middle' }, text);
}
