import { ScenarioError } from '../../scenarios/vocabulary/index.ts';
import type { JourneyInput, JourneyResult } from '../../workflows/journey-input.ts';
import { runJourney } from '../../workflows/journey.ts';
import { typeOf } from './case.ts';
import { EVERY_CASE } from './cases/index.ts';

const BY_TYPE = new Map(EVERY_CASE.map((one) => [typeOf(one), one.scenario]));

/** The product's own journey workflow over the suite's paths. */
export default function journey(input: JourneyInput): Promise<JourneyResult> {
  return runJourney((workflowType) => {
    const found = BY_TYPE.get(workflowType);
    if (!found) throw new ScenarioError('UnknownScenario', `Expected a case, got '${workflowType}'.`);
    return found;
  }, input);
}
