import { milliseconds, ScenarioError } from '../scenarios/vocabulary/index.ts';
import type { PolicySpec } from './policy-spec.ts';

const MOST_ARMS = 20;
const MOST_FACTS = 8;

/**
 * Sees to it that a policy can be followed with these arms.
 *
 * @throws ScenarioError `BadPolicy`, naming what is wrong
 */
export function assertPolicy(spec: PolicySpec, arms: readonly string[]): void {
  expected(arms.length > 0 && arms.length <= MOST_ARMS, `1 to ${MOST_ARMS} arms`, arms.length, 'Say them in choose.');
  expected(arms.every((arm) => typeof arm === 'string' && arm !== '') && new Set(arms).size === arms.length, 'arms with names that differ', arms.join(', '), 'Rename one.');
  expected(isPolicyKind(spec.kind), "a policy of kind 'split', 'test', 'thompson' or 'contextual'", String(spec.kind), 'Correct it in policies.ts.');
  milliseconds(spec.reward.within);
  expected(spec.reward.on === 'goal' || spec.reward.on.length > 0, "kinds of answers in reward.on, or 'goal'", 'none', 'Say what counts as an answer.');
  share('floor', spec.floor);
  share('guard.limit', spec.guard?.limit);
  share('guard.confidence', spec.guard?.confidence);
  if (spec.kind === 'split' && spec.weights) weights(spec.weights, arms);
  if (spec.kind === 'test') {
    share('confidence', spec.confidence);
    if (spec.control !== undefined) expected(arms.includes(spec.control), `a control among ${arms.join(', ')}`, spec.control, 'Correct it in policies.ts.');
  }
  if (spec.kind === 'contextual') expected(spec.facts.length > 0 && spec.facts.length <= MOST_FACTS, `1 to ${MOST_FACTS} facts`, spec.facts.length, 'Name those that the best arm may depend on.');
  if (spec.canary) {
    expected(arms.includes(spec.canary.arm), `a canary among ${arms.join(', ')}`, spec.canary.arm, 'Correct it in policies.ts.');
    expected(arms.length > 1, 'another arm beside the canary', 'none', 'A canary is compared with the others.');
    expected(spec.canary.share > 0 && spec.canary.share < 1, 'canary.share above 0 and below 1', spec.canary.share, 'A canary begins small: 0.05.');
    expected(spec.canary.step === undefined || spec.canary.step >= 1, 'canary.step of at least 1', spec.canary.step, 'It counts outcomes known of the new arm.');
    share('canary.confidence', spec.canary.confidence);
  }
}

/** Relative weights, of arms that there are. */
export function weights(said: Readonly<Record<string, number>>, arms: readonly string[]): void {
  for (const [arm, weight] of Object.entries(said)) {
    expected(arms.includes(arm), `weights of ${arms.join(', ')}`, arm, 'Correct its name.');
    expected(Number.isFinite(weight) && weight >= 0, `a weight of '${arm}' that is 0 or more`, weight, 'Weights are relative: 1 and 3 are a quarter and three quarters.');
  }
  expected(Object.values(said).some((weight) => weight > 0), 'a weight above 0', 'none', 'Give it to the arm that is to be chosen.');
}

function share(name: string, value: number | undefined): void {
  expected(value === undefined || (value >= 0 && value < 1), `${name} from 0 up to 1`, value, 'It is a share: 0.05 is 5 %.');
}

function isPolicyKind(kind: string): boolean {
  return ['split', 'test', 'thompson', 'contextual'].includes(kind);
}

function expected(holds: boolean, what: string, got: unknown, todo: string): void {
  if (!holds) throw new ScenarioError('BadPolicy', `Expected ${what}, got ${String(got)}. ${todo}`);
}
