/**
 * Policies and how they learn. This is the fixed split alone, so that what chooses can run; the statistics come with branch `proof`, which replaces this file.
 */
import { createHash } from 'node:crypto';
import type { Duration, Kind } from '../scenarios/vocabulary/index.ts';

export type PolicySpec = (
  | { readonly kind: 'split'; readonly weights?: Readonly<Record<string, number>> }
  | { readonly kind: 'test'; readonly control?: string; readonly confidence?: number }
  | { readonly kind: 'thompson' }
  | { readonly kind: 'contextual'; readonly facts: readonly string[] }
) & {
  readonly reward: { readonly on: readonly Kind[] | 'goal'; readonly within: Duration };
  readonly floor?: number;
  readonly guard?: { readonly stopOn?: readonly Kind[]; readonly limit?: number };
  readonly canary?: { readonly arm: string; readonly share: number };
};

export interface Observation {
  readonly arm: string;
  readonly at: number;
  readonly propensity: number;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly reward?: { readonly at: number };
  readonly harm?: boolean;
  readonly batch?: string;
}

export interface PolicySnapshot {
  readonly spec: PolicySpec;
  readonly arms: readonly string[];
  readonly weights: Readonly<Record<string, number>>;
  readonly stopped: Readonly<Record<string, string>>;
  readonly hash: string;
}

type Override = { readonly weights: Readonly<Record<string, number>> } | { readonly stop: string } | { readonly start: string } | { readonly learn: true };

export interface LearnOptions {
  readonly spec: PolicySpec;
  readonly arms: readonly string[];
  readonly observations: readonly Observation[];
  readonly now: number;
  readonly previous: PolicySnapshot;
  readonly overrides: readonly Override[];
}

export function firstPolicy(spec: PolicySpec, arms: readonly string[]): PolicySnapshot {
  return split(spec, arms, []);
}

export function learnPolicy({ spec, arms, overrides }: LearnOptions): PolicySnapshot {
  return split(spec, arms, overrides);
}

export function decide({ arms, weights }: PolicySnapshot, { draw }: { facts: Readonly<Record<string, unknown>>; draw: number }): { arm: string; propensities: Record<string, number>; factsUsed: Record<string, unknown> } {
  let left = draw;
  const arm = arms.find((one) => (left -= weights[one] ?? 0) < 0) ?? arms.findLast((one) => (weights[one] ?? 0) > 0)!;
  return { arm, propensities: { ...weights }, factsUsed: {} };
}

function split(spec: PolicySpec, arms: readonly string[], overrides: readonly Override[]): PolicySnapshot {
  let set = spec.kind === 'split' ? spec.weights : undefined;
  const stopped = new Set<string>();
  for (const override of overrides) {
    if ('weights' in override) set = override.weights;
    else if ('stop' in override) stopped.add(override.stop);
    else if ('start' in override) stopped.delete(override.start);
  }
  const raw = arms.map((arm) => (stopped.has(arm) ? 0 : (set ? (set[arm] ?? 0) : 1)));
  const sum = raw.reduce((one, other) => one + other, 0);
  const weights = Object.fromEntries(arms.map((arm, index) => [arm, raw[index]! / sum]));
  const content = { spec, arms, weights, stopped: Object.fromEntries([...stopped].map((arm) => [arm, 'operator'])) };
  return { ...content, hash: createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16) };
}
