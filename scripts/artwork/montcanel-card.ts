import { Layer } from '../../activities/print/layer.ts';
import { mix } from '../../activities/print/motifs/index.ts';
import { disc, ellipse, ring } from '../../activities/print/motifs/path.ts';
import type { Typefaces } from '../../activities/print/typeface.ts';
import type { Cmyk } from '../../scenarios/content/index.ts';
import { brand } from '../../scenarios/win-back/brand.ts';

/** The roaster's A5 card, as a designer would hand it over: page 1 the shelf of the regulars, page 2 the address side's ground. */

const SHEET = { width: 210, height: 148, bleed: 3 };
const WHOLE = { x: -3, y: -3, width: 216, height: 154 };
const MINT: Cmyk = [0.26, 0, 0.2, 0];
const BEAN: Cmyk = [0.35, 0.68, 0.75, 0.62];
const LEAF: Cmyk = [0.84, 0.3, 0.7, 0.3];
const CREMA: Cmyk = [0.02, 0.46, 0.78, 0.06];
const FOAM: Cmyk = [0, 0.02, 0.06, 0];
const WHITE: Cmyk = [0, 0, 0, 0];

export function comeBackCard(faces: Typefaces): Layer[] {
  const [front, back] = [new Layer(SHEET), new Layer(SHEET)];
  front.rectangle(WHOLE, MINT).clipped(WHOLE, () => {
    [96, 74, 53].forEach((radius, index) => front.circle({ x: 158, y: 72, radius }, mix(MINT, FOAM, 0.16 * (index + 1))));
  });
  shelf(front, { y: 118 });
  ['espresso', 'glass', 'bowl', 'espresso'].forEach((kind, index) => vessel(front, { kind, x: 17 + index * 20, foot: 118, colour: [BEAN, LEAF, CREMA, LEAF][index]! }));
  stamp(front, faces, { x: 22, y: 20, radius: 8 });
  front.text({ x: 34, y: 21.8, text: brand.name, face: faces.bold, size: 13 });

  back.rectangle(WHOLE, WHITE).rectangle({ x: -3, y: -3, width: 109, height: 128 }, mix(WHITE, MINT, 0.42));
  back.rectangle({ x: -3, y: -3, width: 109, height: 6.2 }, LEAF);
  stamp(back, faces, { x: 113.6, y: 15, radius: 4.6 });
  return [front, back];
}

function stamp(layer: Layer, faces: Typefaces, { x, y, radius }: { x: number; y: number; radius: number }): void {
  layer.circle({ x, y, radius }, CREMA).circle({ x, y, radius: radius * 0.88 }, BEAN);
  layer.text({ x, y: y + radius * 0.42, text: 'M', face: faces.bold, size: radius * 3.3, colour: WHITE, align: 'middle' });
}

/** A plank on two brackets, the wall under it in its shadow. */
function shelf(layer: Layer, { y }: { y: number }): void {
  layer.rectangle({ x: -3, y: y + 4.6, width: 216, height: 30 }, mix(MINT, LEAF, 0.13));
  layer.rectangle({ x: -3, y: y + 4.6, width: 216, height: 2.2 }, mix(MINT, LEAF, 0.34));
  layer.rectangle({ x: -3, y, width: 216, height: 4.6 }, LEAF);
  layer.rectangle({ x: -3, y, width: 216, height: 1 }, mix(LEAF, MINT, 0.3));
  for (const x of [26, 178]) layer.path(`M ${x} ${y + 4.6} L ${x + 8} ${y + 4.6} L ${x + 5.2} ${y + 15} L ${x + 2.8} ${y + 15} Z`, { colour: LEAF });
}

/** The cups of the other regulars. */
function vessel(layer: Layer, { kind, x, foot, colour }: { kind: string; x: number; foot: number; colour: Cmyk }): void {
  const shade = mix(colour, BEAN, 0.3);
  if (kind === 'glass') {
    layer.path(`M ${x} ${foot - 17} L ${x + 10} ${foot - 17} L ${x + 8.6} ${foot} L ${x + 1.4} ${foot} Z`, { colour: mix(FOAM, MINT, 0.3) });
    layer.path(`M ${x + 0.6} ${foot - 9.5} L ${x + 9.4} ${foot - 9.5} L ${x + 8.6} ${foot} L ${x + 1.4} ${foot} Z`, { colour: mix(CREMA, FOAM, 0.25) });
    layer.path(`M ${x + 0.9} ${foot - 6} L ${x + 9.1} ${foot - 6} L ${x + 8.6} ${foot} L ${x + 1.4} ${foot} Z`, { colour: BEAN });
    return;
  }
  const [width, height] = kind === 'bowl' ? [14, 8.5] : [10, 9.5];
  layer.path(ring(x + width + 0.3, foot - height * 0.56, { radius: height * 0.3, thickness: 1.3 }), { colour });
  layer.path(`M ${x} ${foot - height} L ${x + width} ${foot - height} C ${x + width} ${foot - height * 0.3} ${x + width * 0.8} ${foot} ${x + width / 2} ${foot} C ${x + width * 0.2} ${foot} ${x} ${foot - height * 0.3} ${x} ${foot - height} Z`, { colour });
  layer.path(ellipse(x + width / 2, foot - height, { across: width / 2, up: 1.1 }), { colour: shade });
  layer.path(disc(x + width * 0.3, foot - height * 0.55, 0.8), { colour: mix(colour, WHITE, 0.5) });
}
