/** An estimate that is about normal, with its variance. */
export interface Estimate {
  readonly value: number;
  readonly variance: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * An interval that holds at all times at once: however often the data are looked at, and whenever one stops, it misses with a probability of at most `alpha`. That of the
 * mixture sequential probability ratio test with a normal mixture (H. Robbins, Annals of Mathematical Statistics 41, 1970; R. Johari, L. Pekelis, D. Walsh, "Always valid
 * inference", 2015), for estimates that are normal in the limit (I. Waudby-Smith et al., "Time-uniform central limit theory", 2021).
 *
 * @param scale of the effects for which it is narrowest, in units of the estimate
 * @example alwaysValid({ value: 0.17, variance: 0.001 }, { alpha: 0.05, scale: 0.3 }) // { low: 0.08, high: 0.26 }
 */
export function alwaysValid({ value, variance }: Estimate, { alpha, scale }: { readonly alpha: number; readonly scale: number }): Interval {
  const mixture = scale ** 2;
  const half = Math.sqrt(((variance * (variance + mixture)) / mixture) * (2 * Math.log(1 / alpha) + Math.log((variance + mixture) / variance)));
  return { low: value - half, high: value + half };
}

/** The value below which a share of sorted values lies, between two of them by proportion. */
export function quantileOf(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959964;

/**
 * A two-sided 95 % interval of a quantile by order statistics, which needs no assumption about the distribution (W. J. Conover, Practical Nonparametric Statistics, 3.2): the values between which
 * the quantile lies, by the binomial distribution's normal approximation.
 */
export function quantileInterval(sorted: readonly number[], share: number): Interval {
  const half = Z * Math.sqrt(sorted.length * share * (1 - share));
  const at = (place: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, place))]!;
  return { low: at(Math.floor(sorted.length * share - half) - 1), high: at(Math.ceil(sorted.length * share + half)) };
}
