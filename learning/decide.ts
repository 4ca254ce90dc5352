import { ScenarioError } from '../scenarios/vocabulary/index.ts';
import { contextualPropensities } from './contextual.ts';
import { factsUsed } from './encode-facts.ts';
import type { PolicySnapshot } from './snapshot.ts';

export interface PolicyDecision {
  readonly arm: string;
  /** How likely each arm was, for this person; sums to 1. */
  readonly propensities: Readonly<Record<string, number>>;
  /** The facts that made a difference to them; to be recorded, for learning. */
  readonly factsUsed: Readonly<Record<string, unknown>>;
}

/**
 * Chooses an arm: the draw goes through the arms in their order. The propensities are true of this decision, so that what is learnt from it is.
 *
 * @param draw 0 up to, not with, 1; a hash of seed and touch, so that a second try chooses the same.
 * @throws ScenarioError `BadDraw`
 * @example decide(firstPolicy(EVEN_SPLIT, ['warm', 'factual']), { facts: {}, draw: 0.7 }).arm // 'factual'
 */
export function decide(snapshot: PolicySnapshot, { facts, draw }: { facts: Readonly<Record<string, unknown>>; draw: number }): PolicyDecision {
  if (!(draw >= 0 && draw < 1)) throw new ScenarioError('BadDraw', `Expected a draw from 0 up to 1, got ${draw}. Make it from a hash of seed and touch.`);
  const { spec, arms, weights, model } = snapshot;
  const propensities = model ? contextualPropensities(model, facts) : weights;
  return { arm: drawn(arms, propensities, draw), propensities, factsUsed: spec.kind === 'contextual' ? factsUsed(spec.facts, facts) : {} };
}

function drawn(arms: readonly string[], propensities: Readonly<Record<string, number>>, draw: number): string {
  let before = 0;
  let last: string | undefined;
  for (const arm of arms) {
    const propensity = propensities[arm]!;
    if (propensity <= 0) continue;
    before += propensity;
    last = arm;
    if (draw < before) return arm;
  }
  // Sums of fractions may miss 1 by a hair.
  if (last !== undefined) return last;
  throw new ScenarioError('NoArm', `Expected an arm with a propensity above 0, got none of ${arms.join(', ')}. Weights of a policy must not all be 0.`);
}
