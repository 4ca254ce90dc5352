import { compared, type Sides } from '../learning/compare-arms.ts';
import type { ChoiceSeen, PointSeen } from './campaign-seen.ts';
import type { Interval } from './confidence.ts';

/** How often something came of choices. */
export interface Rate {
  /** Choices and successes, counted plainly. */
  readonly of: number;
  readonly count: number;
  /** 0 to 1, each choice weighted by how unlikely it was: a policy that moved towards an arm while people changed does not favour it (Hájek's estimator). */
  readonly value: number;
}

/** What came of a choice: that it succeeded, or that it did harm. */
export type Outcome = 'success' | 'harm';

/** The rate at which some arms had an outcome. */
export function rateOf(choices: readonly ChoiceSeen[], arms: readonly string[], outcome: Outcome): Rate {
  let [of, count, weights, weighted] = [0, 0, 0, 0];
  for (const choice of choices) {
    if (!arms.includes(choice.arm)) continue;
    const weight = 1 / (choice.propensities[choice.arm] ?? 1);
    of += 1;
    weights += weight;
    if (!choice[outcome]) continue;
    count += 1;
    weighted += weight;
  }
  return { of, count, value: of === 0 ? 0 : weighted / weights };
}

/** Choices in which an arm was on offer: only these tell it from the others. A version of the path may offer arms that another does not. */
export function offered({ choices }: PointSeen, arm: string): readonly ChoiceSeen[] {
  return choices.filter(({ propensities }) => Object.hasOwn(propensities, arm));
}

/** For the record of what a lesson rests on. */
export const METHOD = 'ratio of rates by propensities, always-valid interval, Bonferroni';

/** How many times as often one side has an outcome as the other. */
export interface Contrast extends Interval {
  /** None as long as one of them has had it never. */
  readonly value?: number;
}

/** Compares two sides by an interval that holds at all times at once, however their chances changed on the way (`rateRatio` of `learning/`). */
export function contrastOf(choices: readonly ChoiceSeen[], sides: Sides, { outcome, alpha }: { readonly outcome: Outcome; readonly alpha: number }): Contrast {
  const { estimate, low, high } = compared(choices.filter((choice) => choice[outcome]).map(({ arm, propensities }) => ({ arm, propensities, at: 0 })), sides, alpha);
  return { low, high, ...(estimate === undefined ? {} : { value: estimate }) };
}

/**
 * The bounds of a share, right at all times at once, exactly, however few successes there are: shares under which the counts are not less likely, by a factor of `alpha`, than
 * under all shares alike (the mixture martingale of J. Ville, 1939, and H. Robbins, 1970, with a uniform mixture).
 *
 * @example boundsOf({ of: 2_400, count: 1 }, 0.05).high // 0.005
 */
export function boundsOf({ of, count }: Pick<Rate, 'of' | 'count'>, alpha: number): Interval {
  const limit = logMixture(of, count) + Math.log(alpha);
  const isLikely = (share: number): boolean => count * Math.log(share) + (of - count) * Math.log(1 - share) > limit;
  return { low: count === 0 ? 0 : edge(0, count / of, isLikely), high: count === of ? 1 : edge(1, count / of, isLikely) };
}

/** Logarithm of the likelihood averaged over all shares: of B(count + 1, of - count + 1). */
function logMixture(of: number, count: number): number {
  const fewer = Math.min(count, of - count);
  let ways = 0;
  for (let index = 1; index <= fewer; index += 1) ways += Math.log((of - fewer + index) / index);
  return -ways - Math.log(of + 1);
}

/** Where between an unlikely and a likely share the one becomes the other. */
function edge(unlikely: number, likely: number, isLikely: (share: number) => boolean): number {
  let [out, within] = [unlikely, likely];
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (out + within) / 2;
    if (isLikely(middle)) within = middle;
    else out = middle;
  }
  return out;
}
