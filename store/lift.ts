import { wilson } from '../learning/index.ts';

/** How many of how many. */
export interface Proportion {
  readonly of: number;
  readonly converted: number;
}

/** Conversion of the treated against the holdout, and what may be concluded. */
export interface Lift {
  readonly treated: Proportion & { readonly rate: number };
  readonly holdout: Proportion & { readonly rate: number };
  /** Difference of the two rates, 0 to 1: 0.04 is four points. */
  readonly absolute: number;
  /** Difference over the holdout's rate; undefined when nobody of the holdout converted, since then it is infinite. */
  readonly relative?: number;
  /** 95 % interval of the absolute lift. */
  readonly interval: { readonly low: number; readonly high: number };
  /** `unclear` when the interval holds zero: the groups are too small, or the lift is. */
  readonly verdict: 'positive' | 'negative' | 'unclear';
}

/**
 * The lift, with Newcombe's hybrid score interval for a difference of two proportions (his method 10: R. G. Newcombe, Statistics in
 * Medicine 17, 1998, 873-890), which joins the Wilson intervals of both. It keeps its promise at the small groups and rare conversions that holdouts
 * have, where the textbook (Wald) interval is far too narrow.
 *
 * @returns undefined when either group is empty: nothing can be compared.
 * @example liftOf({ of: 180, converted: 27 }, { of: 20, converted: 1 })?.verdict // 'unclear'
 */
export function liftOf(treated: Proportion, holdout: Proportion): Lift | undefined {
  if (treated.of === 0 || holdout.of === 0) return undefined;
  const [a, b] = [rated(treated), rated(holdout)];
  const absolute = a.rate - b.rate;
  const interval = {
    low: absolute - Math.hypot(a.rate - a.low, b.high - b.rate),
    high: absolute + Math.hypot(a.high - a.rate, b.rate - b.low),
  };
  return {
    treated: { ...treated, rate: a.rate },
    holdout: { ...holdout, rate: b.rate },
    absolute,
    ...(holdout.converted > 0 && { relative: absolute / b.rate }),
    interval,
    verdict: interval.low > 0 ? 'positive' : interval.high < 0 ? 'negative' : 'unclear',
  };
}

function rated({ of, converted }: Proportion): { rate: number; low: number; high: number } {
  const rate = converted / of;
  return { rate, ...wilson({ of, rate }) };
}
