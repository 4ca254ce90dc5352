import { alwaysValid, type Estimate, type Interval } from './confidence.ts';

/** How often something came of trials, each weighted. */
export interface Rate extends Estimate {
  /** Trials and successes, counted plainly. */
  readonly of: number;
  readonly count: number;
}

/** A trial: whether it succeeded, and how likely it was to be made so. */
export interface Trial {
  readonly success: boolean;
  /** Chance of the arm that it got, 0 to 1. */
  readonly propensity: number;
}

/**
 * The rate of success, each trial weighted by how unlikely it was, so that a policy which moved towards an arm while people changed does not favour it (Hájek's estimator). Half a
 * success and half a failure are added, so that a rate of nothing is one that may be compared (J. B. S. Haldane, F. J. Anscombe, 1956).
 */
export function rateOf(trials: readonly Trial[]): Rate {
  const of = trials.length;
  const count = trials.filter(({ success }) => success).length;
  let [weights, successes] = [0, 0];
  for (const { success, propensity } of trials) {
    weights += 1 / propensity;
    if (success) successes += 1 / propensity;
  }
  const mean = of === 0 ? 1 : weights / of;
  const value = (successes + mean / 2) / (weights + mean);
  let spread = 0;
  for (const { success, propensity } of trials) spread += ((Number(success) - value) / propensity) ** 2;
  // Of the half trials.
  spread += (mean ** 2 * ((1 - value) ** 2 + value ** 2)) / 2;
  return { of, count, value, variance: spread / (weights + mean) ** 2 };
}

/** By how much a rate is higher than another: as a ratio, or where the other is of too few successes for one, as a difference (0.05 is five points). */
export interface Contrast extends Interval {
  readonly value: number;
  readonly scale: 'ratio' | 'difference';
  /** The interval holds nothing but more. */
  readonly isMore: boolean;
}

/** Below so many successes a logarithm is far from normal, and a ratio says little. */
const ENOUGH = 10;
/** Effects of a fifth to a half are what campaigns see, or of some points: the mixtures of the intervals are made for them. */
const RATIO_SCALE = 0.3;
const DIFFERENCE_SCALE = 0.05;

/** How a rate compares with another, with an interval that holds at all times at once. Each of the two scales has half of `alpha`, since the data choose between them. */
export function contrastOf(one: Rate, other: Rate, alpha: number): Contrast {
  if (other.count < ENOUGH) {
    const difference = { value: one.value - other.value, variance: one.variance + other.variance };
    const interval = alwaysValid(difference, { alpha: alpha / 2, scale: DIFFERENCE_SCALE });
    return { value: difference.value, ...interval, scale: 'difference', isMore: interval.low > 0 };
  }
  const log: Estimate = { value: Math.log(one.value / other.value), variance: one.variance / one.value ** 2 + other.variance / other.value ** 2 };
  const { low, high } = alwaysValid(log, { alpha: alpha / 2, scale: RATIO_SCALE });
  return { value: Math.exp(log.value), low: Math.exp(low), high: Math.exp(high), scale: 'ratio', isMore: low > 0 };
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
