import type { ScenarioOptions } from '../../scenarios/vocabulary/index.ts';
import type { Counts } from './counts.ts';
import type { Sized } from './layout.ts';
import { frameWords } from './node-words.ts';
import type { Measure } from './svg.ts';
import { tag } from './tag.ts';

const PAD = 18;
const PILL = 26;

/** What may end a journey wherever it stands, once for the whole picture, in as many rows as the room asks for. */
export function drawFrame(frame: ScenarioOptions, { measure, room, counts }: { measure: Measure; room: number; counts?: Counts }): Sized & { readonly drawing: string } {
  const heading = 'At any moment';
  const left = PAD + measure(heading, { size: 13, weight: 'bold' }) + 18;
  const most = Math.max(room, 420);
  let [x, y, width] = [left, 11, left];
  const parts = frameWords(frame).map(({ when, outcome }) => {
    const ended = counts?.ended.get(outcome);
    const words = when === outcome ? '' : `${when} →`;
    const before = words ? measure(words, { size: 12, weight: 'regular' }) + 8 : 0;
    const said = `${outcome}${ended ? ` ${ended.toLocaleString('en')}` : ''}`;
    const pill = measure(said, { size: 12, weight: 'bold' }) + 22;
    if (x > left && x + before + pill + PAD > most) [x, y] = [left, y + PILL + 10];
    const at = x;
    x += before + pill + 18;
    width = Math.max(width, x - 18 + PAD);
    return [
      ...(words ? [tag('text', { class: 'label', x: at, y: y + 17 }, words)] : []),
      `<g class="end" transform="translate(${Math.round((at + before) * 10) / 10} ${y})">${tag('rect', { class: 'box', width: pill, height: PILL, rx: PILL / 2 })}${tag('text', { class: 'title', x: pill / 2, y: 17, 'text-anchor': 'middle', style: 'font-size:12px' }, said)}</g>`,
    ].join('');
  });
  const height = y + PILL + 11;
  const strip = tag('rect', { class: 'strip', width, height, rx: 12 });
  return { width, height, drawing: strip + tag('text', { class: 'heading', x: PAD, y: 28.5 }, heading) + parts.join('') };
}
