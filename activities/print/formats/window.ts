import type { Sheet } from '../measures.ts';
import type { Box } from '../shapes.ts';
import type { WindowEnvelope } from './format.ts';

/**
 * What shows in an envelope's window. A folded sheet slides to and fro in its envelope by what it is smaller: `always` is the part of the sheet that the
 * window shows wherever it lies, `ever` all that it may show.
 *
 * @example visibleThrough(FORMATS['dl-letter-din'].envelope, { width: 210, height: 297, bleed: 3 }).always // { x: 20, y: 50, width: 80, height: 40 }
 */
export function visibleThrough({ width, height, window, packet }: WindowEnvelope, sheet: Sheet): { always: Box; ever: Box } {
  const [playX, playY] = [width - sheet.width, height - packet.height];
  const [x, y] = [window.x, window.y + packet.top];
  return {
    always: { x, y, width: window.width - playX, height: window.height - playY },
    ever: { x: x - playX, y: y - playY, width: window.width + playX, height: window.height + playY },
  };
}
