import type { TextSetting } from '../../../scenarios/content/index.ts';
import type { Layer } from '../layer.ts';
import { setBlock, type SetBlock } from '../text-block.ts';
import type { Typeface, Typefaces } from '../typeface.ts';
import { UnprintableError } from '../unprintable-error.ts';

/** Points by which a text shrinks at a time. */
const STEP = 0.25;
/** Leading of a text that does not say its own. */
const LEADING = 1.35;

/** A text in its place, at the size in which it fits. */
export interface FittedText extends SetBlock {
  readonly size: number;
  readonly face: Typeface;
}

/** A text setting's leading at full size, in points. */
export function leadingOf({ size, leading = size * LEADING }: TextSetting): number {
  return leading;
}

/**
 * Sets a text in the largest size, from the setting's own down to its smallest, at which it fits. Leading shrinks along.
 *
 * @throws UnprintableError as `setBlock` does, for the smallest size.
 */
export function fitText({ field, text, setting, faces }: { field: string; text: string; setting: TextSetting; faces: Typefaces }): FittedText {
  const { size, least = size, width, height, lines } = setting;
  const face = faces[setting.face ?? 'regular'];
  for (let trial = size; ; trial = Math.max(least, trial - STEP)) {
    try {
      const leading = leadingOf(setting) * (trial / size);
      return { ...setBlock({ field, text, face, size: trial, leading, width, height, ...(lines === undefined ? {} : { most: lines }) }), size: trial, face };
    } catch (error) {
      if (!(error instanceof UnprintableError && error.type === 'TextTooLong') || trial <= least) throw error;
    }
  }
}

/** Draws a fitted text where its setting says. */
export function drawText(layer: Layer, { lines, height, size, face }: FittedText, { x, y, width, height: room, align = 'left', stand = 'top', colour }: TextSetting): void {
  const top = y + { top: 0, middle: (room - height) / 2, bottom: room - height }[stand];
  const edge = x + { left: 0, middle: width / 2, right: width }[align];
  for (const { text, baseline } of lines) {
    if (text !== '') layer.text({ x: edge, y: top + baseline, text, face, size, align, ...(colour ? { colour } : {}) });
  }
}
