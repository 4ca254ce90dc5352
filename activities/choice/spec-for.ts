import { firstPolicy, type PolicySpec } from '../../learning/index.ts';
import { policyOf, type ScenarioContent } from '../../scenarios/content/index.ts';
import { ScenarioError } from '../../scenarios/vocabulary/index.ts';

/**
 * The policy declared for a point, if it can be followed with the arms that the path offers there. One that was written for another version's arms must not hold up
 * journeys that are under way: they are chosen for evenly, and `parcours check` says what does not fit.
 */
export function specFor(content: Pick<ScenarioContent, 'policies'>, { point, arms }: { point: string; arms: readonly string[] }): PolicySpec {
  const spec = policyOf(content, point);
  try {
    firstPolicy(spec, arms);
    return spec;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { kind: 'split', reward: spec.reward };
  }
}
