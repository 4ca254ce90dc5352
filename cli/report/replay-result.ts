import picocolors from 'picocolors';
import type { Replay } from '../../worker/index.ts';
import { plural } from './figures.ts';

/** What a replay found, as text: how many break, and each with its place and the event at which history and code part. A pure function. */
export function renderReplay({ replayed, of }: Replay, { scenario, colours }: { scenario: string; colours: boolean }): string {
  const c = picocolors.createColors(colours);
  const broken = replayed.filter(({ breaks }) => breaks);
  const places = [...new Set(replayed.map(({ place }) => place))].sort();
  const sum = `${broken.length} of ${replayed.length} break`;
  return [
    `${broken.length === 0 ? c.green('✓') : c.red('✗')} ${c.bold(sum)}${c.dim(` · a sample of ${plural(of, 'journey')} of ${scenario}, from ${plural(places.length, 'place')}`)}`,
    ...places.map((place) => {
      const there = replayed.filter((one) => one.place === place);
      const breaking = there.filter(({ breaks }) => breaks).length;
      return `  ${String(there.length).padStart(4)}  ${place}${breaking === 0 ? '' : c.red(`  ${breaking} break`)}`;
    }),
    ...broken.flatMap(({ journeyId, breaks }) => ['', `  ${c.red(journeyId)}${breaks?.event ? ` at ${breaks.event}` : ''}`, `    ${breaks?.message}`]),
    ...(broken.length === 0 ? [] : ['', 'Guard the change by patched(), or freeze this version and make the change in a new one.']),
  ].join('\n');
}
