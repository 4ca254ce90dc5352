import type { ImageField } from '../../../scenarios/content/index.ts';
import type { Picture } from '../images/picture.ts';
import type { Layer } from '../layer.ts';
import { UnprintableError } from '../unprintable-error.ts';

/** Pixels per inch: under the first a picture is refused, under the second it is warned of. */
const DPI = { least: 150, wanted: 250 };

/**
 * Places a picture in its field.
 *
 * @returns a warning when it is coarser than wanted.
 * @throws UnprintableError `ImageTooCoarse` when it has too few pixels for its size.
 */
export function placePicture(layer: Layer, { name, resource, field, picture }: { name: string; resource: string; field: Omit<ImageField, 'kind'>; picture: Picture }): string | undefined {
  const { x, y, width, height, fit = 'cover', radius = 0 } = field;
  const [across, down] = [width / picture.width, height / picture.height];
  const scale = fit === 'cover' ? Math.max(across, down) : Math.min(across, down);
  const placed = { width: picture.width * scale, height: picture.height * scale };
  const box = { ...placed, x: x + (width - placed.width) / 2, y: y + (height - placed.height) / 2 };

  const dpi = Math.round(25.4 / scale);
  // No design goes under what a press takes: the whole file would be refused for it.
  const least = Math.max(DPI.least, field.dpi?.least ?? 0);
  const wanted = field.dpi?.wanted ?? DPI.wanted;
  const coarse = (limit: number): string =>
    `Expected at least ${limit} pixels per inch for ${name}, got ${dpi}: ${picture.width} × ${picture.height} pixels on ${placed.width.toFixed(1)} × ${placed.height.toFixed(1)} mm. Give it a larger picture.`;
  if (dpi < least) throw new UnprintableError('ImageTooCoarse', name, coarse(least));
  layer.clipped({ x, y, width, height, radius }, (clip) => clip.image(resource, box));
  return dpi < wanted ? coarse(wanted) : undefined;
}
