import { decide, firstPolicy, learnPolicy, type Observation, type PolicySnapshot, type PolicySpec } from '../index.ts';
import { chance } from './chance.ts';

export const DAY = 86_400_000;

/** How an arm is answered, in truth. */
export interface TrueArm {
  /** Share that answers in the end, 0 to 1. */
  readonly rate: (facts: Readonly<Record<string, unknown>>) => number;
  /** Log-logistic: days by which half have answered, and how sharp the peak is. */
  readonly delay: { readonly median: number; readonly shape: number };
  /** Share that complains, 0 to 1. */
  readonly harm?: number;
}

/** A campaign whose truth is known: people come in waves, a wave a day, and answer late. */
export interface TrueWorld {
  readonly arms: Readonly<Record<string, TrueArm>>;
  readonly waves: number;
  readonly perWave: number;
  readonly person?: (draw: () => number) => Record<string, unknown>;
}

/** What a policy is told of the world. */
export type Telling = (observations: readonly Observation[], now: number) => readonly Observation[];

export interface WorldRun {
  /** Answers lost by now against the best arm for each person, after each wave. */
  readonly regret: readonly number[];
  readonly observations: readonly Observation[];
  readonly snapshots: readonly PolicySnapshot[];
}

/** Runs a policy through a world: it learns before each wave. The same seed gives every policy the same people, who answer an arm alike whichever policy chose it. */
export function runCampaign({ world, spec, seed, tell = (observations) => observations }: { world: TrueWorld; spec: PolicySpec; seed: number; tell?: Telling }): WorldRun {
  const arms = Object.keys(world.arms);
  const draw = chance(seed);
  const observations: Observation[] = [];
  const regret: number[] = [];
  const snapshots: PolicySnapshot[] = [];
  let snapshot = firstPolicy(spec, arms);
  let lost = 0;
  for (let wave = 0; wave < world.waves; wave++) {
    const now = wave * DAY;
    if (wave > 0 && spec.kind !== 'split') snapshot = learnPolicy({ spec, arms, observations: tell(observations, now), now, previous: snapshot });
    snapshots.push(snapshot);
    for (let i = 0; i < world.perWave; i++) {
      const facts = world.person?.(draw) ?? {};
      const [which, answers, late, harms] = [draw(), draw(), draw(), draw()];
      const { arm, propensities, factsUsed } = decide(snapshot, { facts, draw: which });
      const { rate, delay, harm = 0 } = world.arms[arm]!;
      const rates = arms.map((each) => world.arms[each]!.rate(facts));
      // Expected, not drawn: the same truth with less noise.
      lost += Math.max(...rates) - arms.reduce((sum, each, index) => sum + propensities[each]! * rates[index]!, 0);
      const takes = delay.median * DAY * (late / (1 - late)) ** (1 / delay.shape);
      observations.push({ arm, at: now, propensities, facts: factsUsed, ...(answers < rate(facts) && { reward: { at: now + takes } }), ...(harms < harm && { harm: true }) });
    }
    regret.push(lost);
  }
  return { regret, observations, snapshots };
}

/** Takes "not yet" for "no": every window is over at once. */
export function takesNotYetForNo(within: number): Telling {
  return (observations, now) =>
    observations.map(({ arm, at, propensities, reward }) => {
      const long = Math.min(at, now - within);
      return { arm, at: long, propensities, ...(reward && reward.at <= now && reward.at <= at + within && { reward: { at: long } }) };
    });
}

/** Looks only at decisions whose window is over. */
export function waitsForWindows(within: number): Telling {
  return (observations, now) => observations.filter(({ at }) => at + within <= now);
}
