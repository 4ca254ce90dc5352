import { colourSpaceOf, type Colour } from './colour-space.ts';
import { IDENTITY, isMatrix, times, type Rect } from './geometry.ts';
import type { Walk } from './walk.ts';

/** Paints a box with a pattern (ISO 32000-1, 8.7): a shading's colours, or a tile that is drawn over and over. */
export function paintPattern(walk: Walk, { pattern, space }: Colour, box: Rect): void {
  const { file } = walk;
  const dict = file.dict(pattern);
  if (!dict) return;
  if (file.number(dict.get('PatternType')) === 2) {
    const shading = file.dict(dict.get('Shading'));
    walk.emit({ kind: 'shading', box, space: colourSpaceOf(file, shading?.get('ColorSpace'), walk.resources) });
    return;
  }
  const tile = file.stream(pattern);
  if (!tile) return;
  const own = file.numbers(dict.get('Matrix'));
  const transformation = times(isMatrix(own) ? own : IDENTITY, walk.base);
  // An uncoloured tile is painted in the colour that stands beside it.
  const fill = space.base && file.number(dict.get('PaintType')) === 2 ? { space: space.base, values: walk.state.fill.values } : undefined;
  walk.forms.show(walk, { stream: tile, resources: file.dict(dict.get('Resources')), transformation, within: box, ...(fill && { fill }) });
}
