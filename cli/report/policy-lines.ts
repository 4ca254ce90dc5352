import type { CurrentPolicy } from '../../store/index.ts';
import { count, percent, plural } from './figures.ts';
import { bar, padded, type Colours } from './panel.ts';

const KINDS = { split: 'fixed split', test: 'experiment', thompson: 'Thompson sampling', contextual: 'Thompson sampling by facts' } as const;
const BAR = 16;
const DAY = 86_400_000;

/**
 * The policies of a campaign, a block of lines for each point: what chooses; by arm its weight, how often it was chosen, how many answered, with the
 * interval that holds the truth at 95 %; what is stopped and why, and what operators set. A pure function.
 */
export function policyLines(policies: readonly CurrentPolicy[], c: Colours): string[] {
  const longest = Math.max(...policies.flatMap(({ arms }) => arms.map((arm) => arm.length)));
  return policies.flatMap((policy, index) => [...(index === 0 ? [] : ['']), ...blockOf(policy, { longest, c })]);
}

function blockOf(policy: CurrentPolicy, { longest, c }: { longest: number; c: Colours }): string[] {
  const { point, arms, overrides } = policy;
  const { spec, hash } = policy.snapshot;
  const by = 'facts' in spec ? ` (${spec.facts.join(', ')})` : '';
  const set = overrides.map(({ override, by: who, because }) => `  ${c.yellow('set')} by ${who}: ${overrideWords(override)}, because ${because}`);
  return [`${c.bold(point)}  ${KINDS[spec.kind]}${by} ${c.dim(`· policy ${hash.slice(0, 8)}`)}`, ...arms.flatMap((arm) => armLines(policy, { arm, longest, c })), ...notesOf(policy).map((note) => `  ${c.dim(note)}`), ...set];
}

function armLines({ snapshot: { weights, stopped, standing }, decided }: CurrentPolicy, { arm, longest, c }: { arm: string; longest: number; c: Colours }): string[] {
  const share = weights[arm] ?? 0;
  const known = standing[arm];
  const answered = known && known.known > 0 ? `  ${c.dim('answers')} ${padded(percent(known.rate), 7, 'before')} ${c.dim(`(${percent(known.low)} to ${percent(known.high)})`)}` : '';
  const lift = known?.lift?.estimate === undefined ? '' : `  ${c.dim('lift')} ${signed(known.lift.estimate)} ${c.dim(`(${signed(known.lift.low)} to ${known.lift.high === undefined ? 'open' : signed(known.lift.high)})`)}`;
  const why = stopped[arm]?.why;
  return [
    `  ${padded(arm, longest)}  ${c.cyan(padded(bar(share, BAR), BAR))} ${padded(percent(share), 8, 'before')}  ${c.dim('chosen')} ${padded(count(decided[arm] ?? 0), 6, 'before')}${answered}${lift}`,
    ...(why === undefined ? [] : [`  ${padded('', longest)}  ${c.red('stopped')}: ${why}`]),
  ];
}

/** What else is known of the policy as a whole. */
function notesOf({ snapshot: { learnedFrom, winner, canary } }: CurrentPolicy): string[] {
  const { pending, medianDelay } = learnedFrom;
  const waits = pending === 0 ? [] : [`${plural(pending, 'choice', 'choices')} may still be answered${medianDelay === undefined ? '' : `; half of all answers come within ${Math.round((medianDelay / DAY) * 10) / 10} days`}`];
  const tried = canary?.state === 'trial' ? [`${canary.arm} is on trial, with ${percent(canary.share)} at most`] : canary ? [`${canary.arm} was ${canary.state === 'promoted' ? 'promoted' : 'rolled back'} after its trial`] : [];
  return [...(winner === undefined ? [] : [`the experiment is over: ${winner}`]), ...tried, ...waits];
}

/** @example signed(0.184) // '+18.4 %' */
function signed(share: number): string {
  return `${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`;
}

function overrideWords(override: CurrentPolicy['overrides'][number]['override']): string {
  if ('weights' in override) return Object.entries(override.weights).map(([arm, weight]) => `${arm} ${weight}`).join(', ');
  return 'stop' in override ? `stop ${override.stop}` : 'start' in override ? `start ${override.start}` : 'learn again';
}
