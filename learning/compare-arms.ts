import type { AnswerTally } from './answer-tally.ts';
import type { Observation } from './observation.ts';
import { rateRatio, type RateRatio, type Tosses } from './rate-ratio.ts';

/** One arm, or several taken together, against others. */
export interface Sides {
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/** Compares by the answers that came while both sides could be chosen. */
export function compared(answers: readonly Observation[], { first, second }: Sides, alpha: number): RateRatio {
  const tosses = new Map<number, { chance: number; first: number; both: number }>();
  for (const { arm, propensities } of answers) {
    const isFirst = first.includes(arm);
    if (!isFirst && !second.includes(arm)) continue;
    const [ours, theirs] = [partOf(propensities, first), partOf(propensities, second)];
    if (!(ours > 0 && theirs > 0)) continue;
    const chance = Number((ours / (ours + theirs)).toPrecision(6));
    const toss = tosses.get(chance) ?? { chance, first: 0, both: 0 };
    tosses.set(chance, toss);
    toss.both += 1;
    if (isFirst) toss.first += 1;
  }
  return rateRatio([...tosses.values()] satisfies Tosses[], alpha);
}

function partOf(propensities: Readonly<Record<string, number>>, arms: readonly string[]): number {
  return arms.reduce((sum, arm) => sum + (Object.hasOwn(propensities, arm) ? propensities[arm]! : 0), 0);
}

/** The answers a test may look at: all, or those to decisions whose window is over. */
export function answersToCompare({ answers }: AnswerTally, { matured, within, now }: { matured: boolean; within: number; now: number }): readonly Observation[] {
  return matured ? answers.filter(({ at }) => at + within <= now) : answers;
}

/** All pairs of arms. */
export function pairsOf(arms: readonly string[]): [string, string][] {
  return arms.flatMap((one, index) => arms.slice(index + 1).map((other): [string, string] => [one, other]));
}
