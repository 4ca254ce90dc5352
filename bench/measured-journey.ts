import type { JourneyInput, JourneyResult } from '../workflows/journey-input.ts';
import { runJourney } from '../workflows/journey.ts';
import { measuredPath } from './measured-path.ts';

/** The product's own journey workflow over the measured path. */
export function measuredJourney(input: JourneyInput): Promise<JourneyResult> {
  return runJourney(() => measuredPath, input);
}
