import picocolors from 'picocolors';
import type { DroppedSegment } from '../../store/index.ts';
import { wrapped } from './panel.ts';
import { printable } from './printable.ts';

export interface DroppedLook {
  readonly campaignId: string;
  readonly columns: number;
  readonly colours: boolean;
}

/** Whom a campaign writes to no more, by whom and why, and how that is taken back; nothing where nobody was dropped. A pure function. */
export function droppedLines(dropped: readonly DroppedSegment[], { campaignId, columns, colours }: DroppedLook): string[] {
  const [first] = dropped;
  if (!first) return [];
  const c = picocolors.createColors(colours);
  const width = Math.min(100, Math.max(60, columns));
  const each = dropped.flatMap((segment) => {
    const because = `by ${printable(segment.by)} on ${segment.at.toISOString().slice(0, 10)}, because ${printable(segment.because)}`;
    return ['', `  ${c.dim('●')} ${c.bold(droppedWords(segment))}`, ...wrapped(because, width - 4).map((line) => c.dim(`    ${line}`))];
  });
  // Its value may be what somebody wrote: quoted for a shell, it stays one word.
  const rule = printable(first.rule).replaceAll("'", "'\\''");
  const medium = first.medium === undefined ? '' : ` --medium ${first.medium}`;
  return ['', c.bold('Dropped'), ...each, '', c.dim('To write to them again:'), c.dim(`  npx parcours lessons ${campaignId} --restore '${rule}'${medium} --by <name> --because <reason>`)];
}

/** @example droppedWords({ rule: 'boilerAge<5', medium: 'print' }) // 'no print to boilerAge<5' */
export function droppedWords({ rule, medium }: Pick<DroppedSegment, 'rule' | 'medium'>): string {
  return `${medium === undefined ? 'nothing' : `no ${medium}`} to ${printable(rule)}`;
}
