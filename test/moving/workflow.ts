import { ScenarioError, workflowTypeOf } from '../../scenarios/vocabulary/index.ts';
import type { JourneyInput, JourneyResult } from '../../workflows/journey-input.ts';
import { runJourney } from '../../workflows/journey.ts';
import { VERSIONS } from './versions.ts';

/** The product's own journey workflow over the versions of this test. */
export default function journey(input: JourneyInput): Promise<JourneyResult> {
  return runJourney((workflowType) => {
    const found = VERSIONS.find((version) => workflowTypeOf(version) === workflowType);
    if (!found) throw new ScenarioError('UnknownScenario', `Expected a version, got '${workflowType}'.`);
    return found;
  }, input);
}
