import { EVEN_SPLIT, type PolicySpec } from '../../learning/index.ts';
import type { ScenarioContent } from './scenario-content.ts';

/**
 * How a scenario's choices are made, by choice point: the name of a message whose touch offers variants, or the name given to `journey.choose`. Plain data, in
 * `scenarios/<name>/policies.ts`.
 *
 * @example
 * export const policies: Policies = {
 *   'thank-you': { kind: 'thompson', reward: { on: ['click'], within: '7 days' } },
 * };
 */
export type Policies = Readonly<Record<string, PolicySpec>>;

/** The declaration of a choice point's policy; the even split where there is none. */
export function policyOf({ policies = {} }: Pick<ScenarioContent, 'policies'>, point: string): PolicySpec {
  return policies[point] ?? EVEN_SPLIT;
}
