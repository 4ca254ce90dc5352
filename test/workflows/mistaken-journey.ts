import { scenario } from '../../scenarios/vocabulary/index.ts';
import { runJourney } from '../../workflows/journey.ts';
import type { JourneyInput, JourneyResult } from '../../workflows/journey-input.ts';

let runs = 0;

/** A scenario with a mistake in it, and with a variable in its module, which is another. */
const mistaken = scenario({ name: 'mistaken', version: 1, goal: ['purchase'], exit: [], within: '90 days' }, async (journey) => {
  runs += 1;
  journey.note(`run ${runs}`);
  await journey.waitFor(journey.on.visit, { for: '7 days' });
  throw new TypeError('a mistake');
});

export default function mistakenJourney(input: JourneyInput): Promise<JourneyResult> {
  return runJourney(() => mistaken, input);
}
