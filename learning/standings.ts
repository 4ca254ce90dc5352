import type { Known } from './answer-tally.ts';
import { beta, quantile, type Posterior } from './posterior.ts';
import type { RateRatio } from './rate-ratio.ts';
import { rounded } from './round.ts';
import type { ArmStanding } from './snapshot.ts';

/**
 * What is believed of each arm's rate: a beta posterior of its answers and of the "no"s known so far. The prior is worth one answer, at the rate
 * of all arms together: an arm nobody has seen is thought to be like the others.
 */
export function posteriorsOf(known: ReadonlyMap<string, Known>): Map<string, Posterior> {
  let [answers, all] = [0, 0];
  for (const arm of known.values()) {
    answers += arm.answers;
    all += arm.known;
  }
  const no = Math.min(999, Math.max(1, (all + 2) / (answers + 1) - 1));
  return new Map([...known].map(([arm, { answers: yes, known: outcomes, trust }]) => [arm, beta(1 + trust * yes, no + trust * (outcomes - yes))]));
}

export function standingOf({ decisions, answers, known, harmed }: Known, posterior: Posterior, against: RateRatio | undefined): ArmStanding {
  return {
    decisions,
    answers,
    known: rounded(known),
    rate: rounded(posterior.mean),
    low: rounded(quantile(posterior, 0.025)),
    high: rounded(quantile(posterior, 0.975)),
    harmed,
    ...(against && {
      lift: { ...(against.estimate !== undefined && { estimate: rounded(against.estimate - 1) }), low: rounded(against.low - 1), ...(against.high !== Infinity && { high: rounded(against.high - 1) }) },
    }),
  };
}
