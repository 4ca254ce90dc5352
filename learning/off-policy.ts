import { milliseconds, type Duration } from '../scenarios/vocabulary/index.ts';
import { ANSWERED, knownAt, knownByArm, tallyOf } from './answer-tally.ts';
import type { Observation } from './observation.ts';
import { wilson, Z } from './proportion.ts';

/** What a choice would have brought. */
export interface PolicyValue {
  /** Share that answers, 0 to 1. */
  readonly rate: number;
  /** 95 % interval, for one look. */
  readonly low: number;
  readonly high: number;
  /** As many evenly drawn decisions would tell as much. */
  readonly effective: number;
  readonly answers: number;
}

export interface ValueOptions {
  readonly observations: Iterable<Observation>;
  /** Answers later than this after the decision are none. */
  readonly within: Duration;
  /** Milliseconds on the campaign's clock. */
  readonly now: number;
}

/**
 * What each arm would bring if everybody got it, from decisions of any policy: answers and outcomes known are weighted by the inverse of
 * the propensity (self-normalised: A. Swaminathan, T. Joachims, "The Self-Normalized Estimator for Counterfactual Learning", NIPS 2015), so that a policy that
 * gave an arm to those who answer anyway does not flatter it. The interval is Wilson's at the effective number (L. Kish, Survey Sampling, 1965).
 *
 * @returns by arm; undefined for one of which nothing is known yet
 * @example valuesOf({ observations, arms: ['warm', 'factual'], within: '14 days', now }).get('warm')?.rate // 0.072
 */
export function valuesOf({ observations, arms, within, now }: ValueOptions & { readonly arms: readonly string[] }): Map<string, PolicyValue | undefined> {
  const parts = weighted({ observations, arms, within, now }, () => 1);
  return new Map(arms.map((arm) => [arm, valueOf(parts.get(arm) ? [parts.get(arm)!] : [])]));
}

/**
 * What another policy would have brought, such as fixed weights, by the same decisions.
 *
 * @param target how likely it would have chosen the arm of a decision, 0 to 1
 * @example valueOfPolicy({ observations, arms, within, now, target: ({ arm }) => (arm === 'warm' ? 0.8 : 0.2) })
 */
export function valueOfPolicy({ target, ...options }: ValueOptions & { readonly arms: readonly string[]; readonly target: (observation: Observation) => number }): PolicyValue | undefined {
  return valueOf([...weighted(options, target).values()]);
}

/** One arm against another. */
export interface RelativeLift {
  /** 0.18: 18 % more. */
  readonly estimate: number;
  /** 95 % interval, for one look. */
  readonly low: number;
  readonly high: number;
  readonly verdict: 'positive' | 'negative' | 'unclear';
}

/**
 * How much more an arm brings than another, in parts of the other, with Katz' interval of the logarithm of a ratio, half an answer added to
 * each (D. Katz et al., Biometrics 34, 1978; S. D. Walter, Biometrika 62, 1975), which has an end even where one has no answer.
 *
 * @returns undefined when nothing is known of one of them
 * @example relativeLift(values.get('offer-b'), values.get('offer-a')) // { estimate: 0.18, low: 0.07, high: 0.3, verdict: 'positive' }
 */
export function relativeLift(one: PolicyValue | undefined, other: PolicyValue | undefined): RelativeLift | undefined {
  if (!one || !other) return undefined;
  const [a, b] = [one, other].map(({ rate, effective }) => ({ yes: rate * effective + 0.5, of: effective + 0.5 }));
  const log = Math.log(a!.yes / a!.of) - Math.log(b!.yes / b!.of);
  const half = Z * Math.sqrt(Math.max(0, 1 / a!.yes - 1 / a!.of) + Math.max(0, 1 / b!.yes - 1 / b!.of));
  const [low, high] = [Math.exp(log - half) - 1, Math.exp(log + half) - 1];
  return { estimate: Math.exp(log) - 1, low, high, verdict: low > 0 ? 'positive' : high < 0 ? 'negative' : 'unclear' };
}

interface Sums {
  weights: number;
  squares: number;
  yes: number;
  answers: number;
}

/** Weighted outcomes by arm. */
function weighted({ observations, arms, within, now }: ValueOptions & { readonly arms: readonly string[] }, target: (observation: Observation) => number): Map<string, Sums> {
  const window = milliseconds(within);
  const tally = tallyOf(observations, { arms, within: window, now });
  const { byArm } = knownByArm(tally, window);
  const parts = new Map<string, Sums>();
  tally.counted.forEach((observation, index) => {
    const { arm, propensities } = observation;
    const cell = tally.cells[index]!;
    const propensity = Object.hasOwn(propensities, arm) ? propensities[arm]! : 0;
    const known = knownAt(byArm.get(arm)!.curve, cell);
    // An arm that could not be chosen was not: a decision that says so tells nothing.
    if (!(propensity > 0) || known === 0) return;
    const weight = target(observation) / propensity;
    const sums = parts.get(arm) ?? { weights: 0, squares: 0, yes: 0, answers: 0 };
    parts.set(arm, sums);
    sums.weights += weight * known;
    sums.squares += weight * weight * known;
    if (cell !== ANSWERED) return;
    sums.yes += weight;
    sums.answers += 1;
  });
  return parts;
}

function valueOf(parts: readonly Sums[]): PolicyValue | undefined {
  const sum = (of: (part: Sums) => number) => parts.reduce((total, part) => total + of(part), 0);
  const weights = sum((part) => part.weights);
  if (weights === 0) return undefined;
  const rate = sum((part) => part.yes) / weights;
  const effective = weights ** 2 / sum((part) => part.squares);
  return { rate, ...wilson({ of: effective, rate }), effective, answers: sum((part) => part.answers) };
}
