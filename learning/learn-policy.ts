import { milliseconds, ScenarioError } from '../scenarios/vocabulary/index.ts';
import { knownByArm, tallyOf } from './answer-tally.ts';
import { assertPolicy, weights as assertWeights } from './arms.ts';
import { canaryOf } from './canary.ts';
import { answersToCompare } from './compare-arms.ts';
import { contentHash } from './content-hash.ts';
import { contextualModel, contextualPropensities } from './contextual.ts';
import { harmful } from './guard.ts';
import type { Observation } from './observation.ts';
import { POLICY_DEFAULTS, type PolicySpec } from './policy-spec.ts';
import { chancesOfBest, type Posterior } from './posterior.ts';
import { complete, floored, floorOf, shares } from './propensities.ts';
import { rounded } from './round.ts';
import { sequentialTest } from './sequential-test.ts';
import type { PolicySnapshot } from './snapshot.ts';
import { posteriorsOf, standingOf } from './standings.ts';
import { Stops } from './stops.ts';

/** What an operator has said; it goes before what was learnt. */
export interface PolicyOverrides {
  /** Relative; arms that are left out get none. Held until it is taken back; an arm that the guard stops gets none all the same, unless it is kept. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Arms that get nobody any more. */
  readonly stop?: readonly string[];
  /** Arms that go on although the policy would stop them. */
  readonly keep?: readonly string[];
}

export interface LearnOptions {
  readonly spec: PolicySpec;
  /** In the order of `choose`; up to 20. */
  readonly arms: readonly string[];
  /** All decisions of the campaign at this point. */
  readonly observations: Iterable<Observation>;
  /** Milliseconds on the campaign's clock. */
  readonly now: number;
  /** The snapshot in force until now: what it has stopped stays stopped, and its canary goes on. */
  readonly previous?: PolicySnapshot;
  readonly overrides?: PolicyOverrides;
}

/**
 * The policy before anything is known.
 *
 * @throws ScenarioError `BadPolicy` when it can't be followed with these arms
 * @example firstPolicy({ kind: 'thompson', reward: { on: ['click'], within: '7 days' } }, ['warm', 'factual'])
 */
export function firstPolicy(spec: PolicySpec, arms: readonly string[]): PolicySnapshot {
  return learnPolicy({ spec, arms, observations: [], now: 0 });
}

/**
 * The policy after what was observed. The same input gives the same snapshot: nothing is drawn.
 *
 * @throws ScenarioError `BadPolicy`, `BadObservation`
 * @example learnPolicy({ spec, arms: ['warm', 'factual'], observations, now: Date.now(), previous })
 */
export function learnPolicy({ spec, arms, observations, now, previous, overrides = {} }: LearnOptions): PolicySnapshot {
  assertPolicy(spec, arms);
  if (overrides.weights) assertWeights(overrides.weights, arms);
  if (overrides.stop && arms.every((arm) => overrides.stop!.includes(arm))) throw new ScenarioError('BadPolicy', `Expected an arm to be left, got all of ${arms.join(', ')} stopped. Pause the campaign instead.`);
  const within = milliseconds(spec.reward.within);
  const tally = tallyOf(observations, { arms, within, now });
  const { byArm: known, medianDelay } = knownByArm(tally, within);
  const posteriors = posteriorsOf(known);

  const stops = new Stops(arms, overrides.keep ?? []);
  for (const arm of overrides.stop ?? []) stops.stop(arm, { because: 'operator', why: 'stopped by an operator' });
  for (const [arm, stopped] of Object.entries(previous?.stopped ?? {})) if (stopped.because !== 'operator') stops.stop(arm, stopped);
  if (spec.guard) for (const { arm, why } of harmful(known, spec.guard)) stops.stop(arm, { because: 'harm', why });
  const answers = answersToCompare(tally, { matured: spec.kind === 'test' && spec.matured === true, within, now });
  const test = spec.kind === 'test' ? sequentialTest(answers, { arms, control: spec.control ?? arms[0]!, confidence: spec.confidence ?? POLICY_DEFAULTS.confidence }) : undefined;
  for (const { arm, why } of test?.worse ?? []) stops.stop(arm, { because: 'worse', why });

  const canary = canaryNow();
  if (canary?.state === 'rolled-back') stops.stop(canary.arm, { because: 'rolled-back', why: canary.why ?? '' });

  const live = stops.live;
  const onTrial = canary?.state === 'trial' && live.length > 1 && live.includes(canary.arm) ? canary : undefined;
  const among = live.filter((arm) => arm !== onTrial?.arm);
  const whole = 1 - (onTrial?.share ?? 0);
  const trial: [string, number][] = onTrial ? [[onTrial.arm, onTrial.share]] : [];
  const model = spec.kind === 'contextual' && !overrides.weights && tally.counted.length > 0 ? contextualModel({ facts: spec.facts, tally, known, among, floor: floors() }) : undefined;

  const content = {
    spec,
    arms: [...arms],
    weights: overrides.weights ? complete(arms, shares(live, overrides.weights)) : model ? contextualPropensities(model, {}) : complete(arms, new Map([...trial, ...base()])),
    ...(model && { model }),
    stopped: stops.all,
    standing: Object.fromEntries(arms.map((arm) => [arm, standingOf(known.get(arm)!, posteriors.get(arm)!, test?.against.get(arm))])),
    ...(canary && { canary }),
    ...(spec.kind === 'test' && live.length === 1 && Object.values(stops.all).some(({ because }) => because === 'worse') && { winner: live[0]! }),
    ...((overrides.weights || overrides.stop?.length || overrides.keep?.length) && { overridden: true }),
    learnedFrom: { decisions: tally.counted.length, answers: tally.answers.length, pending: tally.pending, ignored: tally.ignored, ...(tally.counted.length > 0 && { until: now }), ...(medianDelay !== undefined && { medianDelay: Math.round(medianDelay) }) },
  };
  return { ...content, hash: contentHash(content) };

  function canaryNow() {
    if (!spec.canary || !stops.live.includes(spec.canary.arm) || stops.live.length === 1) return previous?.canary;
    const fair = spec.kind === 'split' ? shares(stops.live, spec.weights).get(spec.canary.arm)! : 1 / stops.live.length;
    return canaryOf({ spec: spec.canary, previous: previous?.canary, live: stops.live, known, answers, fair });
  }

  /** What the policy gives the arms that are not on trial. */
  function base(): Map<string, number> {
    if (spec.kind === 'split') return new Map([...shares(among, spec.weights)].map(([arm, share]) => [arm, share * whole]));
    if (spec.kind === 'test') return new Map(among.map((arm) => [arm, whole / among.length]));
    return floored(chancesAmong(among, posteriors), { floor: spec.floor, whole });
  }

  function floors(): Record<string, number> {
    const { least } = floorOf(among.length, { floor: spec.floor, whole });
    const parts = new Map([...trial, ...among.map((arm): [string, number] => [arm, least])]);
    return Object.fromEntries(arms.map((arm) => [arm, rounded(parts.get(arm) ?? 0)]));
  }
}

/** Thompson sampling's chances. */
function chancesAmong(arms: readonly string[], posteriors: ReadonlyMap<string, Posterior>): Map<string, number> {
  const chances = chancesOfBest(arms.map((arm) => posteriors.get(arm)!));
  return new Map(arms.map((arm, index) => [arm, chances[index]!]));
}
