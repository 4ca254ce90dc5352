import { ScenarioError } from '../scenarios/vocabulary/index.ts';
import { contentHash } from './content-hash.ts';
import type { Observation } from './observation.ts';
import type { PolicySpec } from './policy-spec.ts';
import type { PolicySnapshot } from './snapshot.ts';

/** What an operator has said; it goes before what was learnt. */
export interface PolicyOverrides {
  /** Relative; arms that are left out get none. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Arms that get nobody any more. */
  readonly stop?: readonly string[];
  /** Arms that go on although the policy would stop them. */
  readonly keep?: readonly string[];
}

export interface LearnOptions {
  readonly spec: PolicySpec;
  readonly arms: readonly string[];
  readonly observations: Iterable<Observation>;
  /** Milliseconds on the campaign's clock. */
  readonly now: number;
  /** The snapshot in force until now: what it has stopped stays stopped. */
  readonly previous?: PolicySnapshot;
  readonly overrides?: PolicyOverrides;
}

/** The policy before anything is known. */
export function firstPolicy(spec: PolicySpec, arms: readonly string[]): PolicySnapshot {
  return learnPolicy({ spec, arms, observations: [], now: 0 });
}

/** The policy after what was observed. */
export function learnPolicy({ spec, arms, overrides = {} }: LearnOptions): PolicySnapshot {
  const said = overrides.weights ?? (spec.kind === 'split' ? spec.weights : undefined);
  const relative = arms.map((arm) => (overrides.stop?.includes(arm) ? 0 : said === undefined ? 1 : Object.hasOwn(said, arm) ? said[arm]! : 0));
  const sum = relative.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0)) throw new ScenarioError('BadPolicy', `Expected weights above 0 for some of ${arms.join(', ')}, got none.`);
  const content = {
    spec,
    arms,
    weights: Object.fromEntries(arms.map((arm, index) => [arm, relative[index]! / sum])),
    stopped: {},
    standing: {},
    learnedFrom: { decisions: 0, answers: 0, pending: 0, ignored: 0 },
  };
  return { ...content, hash: contentHash(content) };
}
