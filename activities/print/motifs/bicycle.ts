import type { Cmyk } from '../../../scenarios/content/index.ts';
import { mix, stand, type Motif } from './motif.ts';
import { disc, line, ring, type Point } from './path.ts';

const FIELD = { width: 172, height: 110 };
const RUBBER: Cmyk = [0.6, 0.4, 0.4, 0.85];
const LEATHER: Cmyk = [0.2, 0.55, 0.75, 0.3];
const CREAM: Cmyk = [0, 0.03, 0.12, 0];

const REAR: Point = [36, 72];
const FRONT: Point = [136, 72];
const CRANK: Point = [78, 74];
const SEAT: Point = [66, 28];
const HEAD: Point = [116, 26];

/** A town bicycle, its frame in the theme's accent. */
export const bicycle: Motif = {
  front: { foot: 72, height: 37 },
  small: { x: 57, foot: 24, height: 15 },
  draw(layer, { accent, background }, place) {
    const at = stand(place, FIELD);
    const draw = (path: string, colour: Cmyk): unknown => layer.path(path, { ...at, colour });
    const spokes = mix(CREAM, background, 0.45);
    for (const [x, y] of [REAR, FRONT]) {
      for (let spoke = 0; spoke < 8; spoke += 1) {
        const angle = (spoke * Math.PI) / 8 + 0.2;
        const [dx, dy] = [Math.cos(angle) * 31, Math.sin(angle) * 31];
        draw(line([[x - dx, y - dy], [x + dx, y + dy]], 0.7), spokes);
      }
      draw(ring(x, y, { radius: 36, thickness: 4 }), RUBBER);
      draw(ring(x, y, { radius: 32, thickness: 1.6 }), CREAM);
      draw(disc(x, y, 3.6), CREAM);
    }
    draw(line([REAR, CRANK, SEAT, REAR], 4.2), accent);
    draw(line([CRANK, HEAD, [SEAT[0] + 2, SEAT[1] + 7]], 4.6), accent);
    draw(line([[HEAD[0] - 1.6, HEAD[1] - 6], [HEAD[0] + 2, HEAD[1] + 7], FRONT], 4.4), accent);
    draw(line([[64, 22], SEAT], 3), CREAM);
    draw('M 48 17 C 50 13 60 14 76 14.500 C 82 15 82 19 77 19.500 C 68 20.500 62 23 56 23 C 50 23 46.500 20 48 17 Z', LEATHER);
    draw(line([[112, 14], HEAD], 3), CREAM);
    draw(line([[112, 14], [119, 9], [127, 11], [128, 17]], 3.4), CREAM);
    draw(line([[126, 11.5], [128.5, 18]], 5), LEATHER);
    draw(ring(CRANK[0], CRANK[1], { radius: 9.5, thickness: 2.4 }), CREAM);
    draw(line([CRANK, [87, 86]], 2.8), CREAM);
    draw(line([[82, 87.5], [93, 86]], 3), RUBBER);
    // A basket in front.
    draw('M 121 22 L 152 22 L 147.500 44 L 125.500 44 Z', LEATHER);
    for (const x of [129, 136.5, 144]) draw(line([[x, 24], [136.5 + (x - 136.5) * 0.75, 42]], 0.9), mix(LEATHER, CREAM, 0.6));
    for (const y of [29, 35.5]) draw(line([[123.5 + (y - 22) * 0.2, y], [149.5 - (y - 22) * 0.2, y]], 0.9), mix(LEATHER, CREAM, 0.6));
  },
};
