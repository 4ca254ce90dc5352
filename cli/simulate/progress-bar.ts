import { performance } from 'node:perf_hooks';
import { bar, count, padded } from '../report/index.ts';
import type { Screen } from '../stack/progress-line.ts';

const WIDTH = 32;
const EVERY = 100;

/**
 * Shows how far a simulation is, on a terminal's line that is rewritten; elsewhere nothing.
 *
 * @returns what to tell the number of people who are done, and what wipes the line.
 */
export function progressBar(total: number, screen: Screen): { show(done: number): void; clear(): void } {
  if (!screen.isTTY) return { show: () => {}, clear: () => {} };
  const began = performance.now();
  let shown = -Infinity;
  return {
    show(done) {
      const now = performance.now();
      if (now - shown < EVERY) return;
      shown = now;
      const perSecond = done / Math.max(0.001, (now - began) / 1_000);
      const left = perSecond === 0 ? '' : `, ${Math.ceil((total - done) / perSecond)} s left`;
      screen.write(`\r\x1b[2K${padded(bar(done / total, WIDTH), WIDTH)} ${count(done)} of ${count(total)} people${left}`);
    },
    clear: () => void screen.write('\r\x1b[2K'),
  };
}
