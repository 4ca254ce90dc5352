import type { CurrentPolicy } from '../../store/index.ts';
import { count, percent } from './figures.ts';
import { bar, padded, type Colours } from './panel.ts';

const KINDS = { split: 'fixed split', test: 'experiment', thompson: 'Thompson sampling', contextual: 'Thompson sampling by facts' } as const;
const BAR = 24;

/**
 * The policies of a campaign, a block of lines for each point: what chooses, and by arm its weight, how often it was chosen, and why it is stopped. A pure
 * function.
 */
export function policyLines(policies: readonly CurrentPolicy[], c: Colours): string[] {
  const longest = Math.max(...policies.flatMap(({ arms }) => arms.map((arm) => arm.length)));
  return policies.flatMap((policy, index) => [...(index === 0 ? [] : ['']), ...blockOf(policy, { longest, c })]);
}

function blockOf({ point, arms, snapshot, decided, overrides }: CurrentPolicy, { longest, c }: { longest: number; c: Colours }): string[] {
  const { spec, weights, stopped, hash } = snapshot;
  const by = 'facts' in spec ? ` (${spec.facts.join(', ')})` : '';
  const rows = arms.map((arm) => {
    const share = weights[arm] ?? 0;
    const chosen = padded(count(decided[arm] ?? 0), 8, 'before');
    return `  ${padded(arm, longest)}  ${c.cyan(padded(bar(share, BAR), BAR))} ${padded(percent(share), 8, 'before')} ${c.dim('chosen')}${chosen}${stopped[arm] === undefined ? '' : `  ${c.red('stopped')}: ${stopped[arm]}`}`;
  });
  const set = overrides.map(({ override, by: who, because }) => `  ${c.yellow('set')} by ${who}: ${overrideWords(override)}, because ${because}`);
  return [`${c.bold(point)}  ${KINDS[spec.kind]}${by} ${c.dim(`· policy ${hash.slice(0, 8)}`)}`, ...rows, ...set];
}

function overrideWords(override: CurrentPolicy['overrides'][number]['override']): string {
  if ('weights' in override) return Object.entries(override.weights).map(([arm, weight]) => `${arm} ${weight}`).join(', ');
  return 'stop' in override ? `stop ${override.stop}` : 'start' in override ? `start ${override.start}` : 'learn again';
}
