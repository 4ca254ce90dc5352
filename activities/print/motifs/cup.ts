import type { Cmyk } from '../../../scenarios/content/index.ts';
import { mix, stand, type Motif } from './motif.ts';
import { ellipse, line, ring, type Point } from './path.ts';

const FIELD = { width: 140, height: 132 };
const COFFEE: Cmyk = [0.4, 0.7, 0.8, 0.62];
const CREMA: Cmyk = [0.12, 0.42, 0.7, 0.12];
const CHINA: Cmyk = [0, 0.02, 0.06, 0];

/** A waft of steam: a line that sways, drawn through enough points to look round. */
function steam(x: number): string {
  const points: Point[] = Array.from({ length: 19 }, (_, index) => [x + Math.sin(index / 3) * 4.5, 44 - index * 2.3] as const);
  return line(points, 3.2);
}

/** A cup of coffee on its saucer, steaming; a band of the theme's accent around it. */
export const cup: Motif = {
  front: { foot: 82, height: 57 },
  small: { x: 60, foot: 25, height: 19 },
  draw(layer, { accent, background }, place) {
    const at = stand(place, FIELD);
    const draw = (path: string, colour: Cmyk): unknown => layer.path(path, { ...at, colour });
    const shade = mix(CHINA, background, 0.22);
    for (const x of [48, 66, 84]) draw(steam(x), mix(background, CHINA, 0.55));
    draw(ellipse(66, 119, { across: 64, up: 12 }), shade);
    draw(ellipse(66, 116.5, { across: 64, up: 11.5 }), CHINA);
    draw(ellipse(66, 117, { across: 36, up: 6 }), shade);
    draw(ring(112, 76, { radius: 19, thickness: 7 }), CHINA);
    draw('M 22 60 L 110 60 C 110 92 98 117 66 117 C 34 117 22 92 22 60 Z', CHINA);
    draw('M 96 60 L 110 60 C 110 92 98 117 66 117 C 84 115 96 96 96 60 Z', shade);
    draw('M 24.400 80 L 107.600 80 C 106.600 85 105.200 89 103.600 93 L 28.400 93 C 26.800 89 25.400 85 24.400 80 Z', accent);
    draw(ellipse(66, 60, { across: 44, up: 10 }), CHINA);
    draw(ellipse(66, 61, { across: 39.5, up: 7.8 }), COFFEE);
    draw(ellipse(62, 62, { across: 26, up: 4.6 }), CREMA);
    draw(ellipse(66, 62.6, { across: 16, up: 2.6 }), mix(CREMA, CHINA, 0.55));
  },
};
