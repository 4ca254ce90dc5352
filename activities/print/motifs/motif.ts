import type { Cmyk, PostcardTheme } from '../../../scenarios/content/index.ts';
import type { Layer } from '../layer.ts';

/** Where a motif stands: the middle of its foot, and its height, in millimetres. */
export interface MotifPlace {
  readonly x: number;
  readonly foot: number;
  readonly height: number;
}

/** A drawn picture and the heights at which it looks well: on the front, and small beside the headline of the address side. */
export interface Motif {
  readonly front: Omit<MotifPlace, 'x'>;
  readonly small: MotifPlace;
  draw(layer: Layer, theme: PostcardTheme, place: MotifPlace): void;
}

/** A colour on the way from one to another; 0 is `from`. */
export function mix(from: Cmyk, to: Cmyk, share: number): Cmyk {
  const part = (index: 0 | 1 | 2 | 3): number => from[index] + (to[index] - from[index]) * share;
  return [part(0), part(1), part(2), part(3)];
}

/** Where a field of this size has its corner, and its scale, to stand at a place. */
export function stand({ x, foot, height }: MotifPlace, field: { width: number; height: number }): { x: number; y: number; scale: number } {
  const scale = height / field.height;
  return { x: x - (field.width / 2) * scale, y: foot - height, scale };
}
