/** Answers of two arms that had the same odds of coming from the first, if both are answered alike. */
export interface Tosses {
  /** Chance that an answer is the first arm's if both are answered alike, 0 to 1: its part of the two propensities. */
  readonly chance: number;
  readonly first: number;
  readonly both: number;
}

/** The first arm's rate over the second's, with an interval that holds at every look. */
export interface RateRatio {
  /** None as long as one of them has no answer. */
  readonly estimate?: number;
  readonly low: number;
  /** Infinite as long as nothing speaks against it. */
  readonly high: number;
}

/** Ratios that are looked for: 95 % between a half and twice as many answers. */
const SPREAD = Math.log(2) / 1.96;
const FARTHEST = 12;

/**
 * How two arms compare, at any look. Each answer is a toss of a coin: from which of the two did it come? Where both are answered alike, the
 * coin's chance is known, for the arms were drawn by known propensities, whether or not other answers are still on their way. So nothing need
 * be known of delays, and "not yet" is never taken for "no". Over all ratios a normal mixture on the log scale is laid; a ratio is out once the
 * mixture explains the answers `1 / alpha` times as well as it does. By Ville's inequality the true ratio is ever out with a chance of at most alpha, however
 * often and long one looks.
 *
 * Sources: H. Robbins, Annals of Mathematical Statistics 41, 1970 (mixtures); R. Johari, P. Koomen, L. Pekelis, D. Walsh, "Always Valid
 * Inference", Operations Research 70, 2022; M. Lindon, A. Malek, "Anytime-Valid Inference for Multinomial Count Data", NeurIPS 2022 (answers as tosses).
 */
export function rateRatio(tosses: readonly Tosses[], alpha: number): RateRatio {
  const first = tosses.reduce((sum, toss) => sum + toss.first, 0);
  const both = tosses.reduce((sum, toss) => sum + toss.both, 0);
  if (both === 0) return { low: 0, high: Infinity };
  const likely = likeliest(tosses, first);
  const least = logMixture(tosses, likely) - Math.log(1 / alpha);
  const isOut = (ratio: number) => logLikelihood(tosses, ratio) <= least;
  const low = isOut(-FARTHEST) ? Math.exp(crossing(isOut, -FARTHEST, likely)) : 0;
  const high = isOut(FARTHEST) ? Math.exp(crossing(isOut, FARTHEST, likely)) : Infinity;
  return { ...(first > 0 && first < both && { estimate: Math.exp(likely) }), low, high };
}

function logLikelihood(tosses: readonly Tosses[], logRatio: number): number {
  let sum = 0;
  for (const { chance, first, both } of tosses) sum += first * (Math.log(chance) + logRatio) + (both - first) * Math.log1p(-chance) - both * Math.log(chance * Math.exp(logRatio) + 1 - chance);
  return sum;
}

/** Where the likelihood's slope is 0: expected firsts are as many as there were. */
function likeliest(tosses: readonly Tosses[], first: number): number {
  const isBelow = (logRatio: number) => tosses.reduce((sum, { chance, both }) => sum + (both * chance) / (chance + (1 - chance) * Math.exp(-logRatio)), 0) < first;
  return crossing((logRatio) => !isBelow(logRatio), FARTHEST, -FARTHEST);
}

/** Where something that is so at one end, and not at the other, begins. */
function crossing(holds: (x: number) => boolean, where: number, whereNot: number): number {
  for (let i = 0; i < 50; i++) {
    const middle = (where + whereNot) / 2;
    if (holds(middle)) where = middle;
    else whereNot = middle;
  }
  return where;
}

const PRIOR_POINTS = Array.from({ length: 49 }, (_, i) => ((i - 24) / 24) * 6 * SPREAD);

function logMixture(tosses: readonly Tosses[], likely: number): number {
  const information = tosses.reduce((sum, { chance, both }) => {
    const share = 1 / (1 + ((1 - chance) / chance) * Math.exp(-likely));
    return sum + both * share * (1 - share);
  }, 0);
  const deviation = 1 / Math.sqrt(information + 1 / SPREAD ** 2);
  const points = [...PRIOR_POINTS, ...Array.from({ length: 49 }, (_, i) => likely + ((i - 24) / 24) * 8 * deviation)].sort((one, other) => one - other);
  const logs = points.map((point) => logLikelihood(tosses, point) - 0.5 * (point / SPREAD) ** 2);
  const peak = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  let sum = 0;
  for (let i = 1; i < points.length; i++) sum += ((Math.exp(logs[i]! - peak) + Math.exp(logs[i - 1]! - peak)) / 2) * (points[i]! - points[i - 1]!);
  return peak + Math.log(sum / (SPREAD * Math.sqrt(2 * Math.PI)));
}
