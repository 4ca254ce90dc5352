import type { PostcardContent } from '../../scenarios/content/index.ts';
import type { Layer } from './layer.ts';
import { CARD, WHITE } from './measures.ts';
import { MOTIFS, mix } from './motifs/index.ts';
import { setBlock } from './text-block.ts';
import type { Typefaces } from './typeface.ts';

/** What the front shows: pieces with the same have one front page between them. */
export type FrontContent = Pick<PostcardContent, 'brand' | 'claim' | 'front'>;

const MARGIN = 10;
const TEXT_WIDTH = 80;
const PICTURE = { x: 115, y: 54 };

/** Draws the picture side: the headline on the left, the motif in rings of warmth on the right. */
export function drawFront(layer: Layer, faces: Typefaces, { brand, claim, front }: FrontContent): void {
  const { theme } = front;
  const { background, text: colour } = theme;
  const whole = { x: -CARD.bleed, y: -CARD.bleed, width: CARD.width + 2 * CARD.bleed, height: CARD.height + 2 * CARD.bleed };
  layer.rectangle(whole, background).clipped(whole, () => {
    [74, 56, 40].forEach((radius, ring) => layer.circle({ ...PICTURE, radius }, mix(background, theme.accent, 0.07 * (ring + 1))));
  });
  const motif = MOTIFS[theme.motif];
  motif.draw(layer, theme, { x: PICTURE.x, ...motif.front });

  layer.rectangle({ x: MARGIN, y: 12.2, width: 2.2, height: 5.6 }, theme.accent);
  layer.text({ x: MARGIN + 4.4, y: 16.9, text: brand, face: faces.bold, size: 15, colour });
  const headline = setBlock({ field: 'front.headline', text: front.headline, face: faces.bold, size: 27, leading: 31, width: TEXT_WIDTH, height: 45 });
  const subline = setBlock({ field: 'front.subline', text: front.subline, face: faces.regular, size: 11.5, leading: 16, width: TEXT_WIDTH - 4, height: 24 });
  const top = 56 - (headline.height + subline.height + 4) / 2;
  for (const { text, baseline } of headline.lines) layer.text({ x: MARGIN, y: top + baseline, text, face: faces.bold, size: 27, colour });
  for (const { text, baseline } of subline.lines) layer.text({ x: MARGIN, y: top + headline.height + 4 + baseline, text, face: faces.regular, size: 11.5, colour });
  layer.text({ x: MARGIN, y: 95, text: claim, face: faces.regular, size: 8.5, colour });
  if (front.badge) drawBadge(layer, faces, { text: front.badge, x: 133, y: 87, radius: 13, theme });
}

interface Badge {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly theme: PostcardContent['front']['theme'];
}

/** A disc with a figure and, smaller under it, what the figure is about. */
export function drawBadge(layer: Layer, faces: Typefaces, { text, x, y, radius, theme }: Badge): void {
  const [figure = '', ...rest] = text.split('\n');
  const size = radius * 1.3;
  const note = rest.length > 0 ? setBlock({ field: 'front.badge', text: rest.join(' '), face: faces.regular, size: radius * 0.5, leading: radius * 0.6, width: radius * 1.45, height: radius * 0.7 }) : undefined;
  const block = setBlock({ field: 'front.badge', text: figure, face: faces.bold, size, leading: size * 1.1, width: radius * 1.75, height: radius });
  const top = y - (block.height + (note?.height ?? 0)) / 2;
  const colour = theme.onAccent ?? WHITE;
  layer.circle({ x, y, radius: radius + 0.7 }, theme.background).circle({ x, y, radius }, theme.accent);
  for (const line of block.lines) layer.text({ x, y: top + line.baseline, text: line.text, face: faces.bold, size, colour, align: 'middle' });
  for (const line of note?.lines ?? []) layer.text({ x, y: top + block.height + line.baseline, text: line.text, face: faces.regular, size: radius * 0.5, colour, align: 'middle' });
}
