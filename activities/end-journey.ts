import type { Ending } from '../engine/index.ts';
import type { Store } from '../store/connect.ts';
import { partsOfJourneyId } from '../store/journey-id.ts';
import { markEnded } from '../store/journeys.ts';
import { learnFacts } from '../store/prospects.ts';
import { recallQueued } from './print/recall.ts';

/** Records how a journey ended and what was learned, and recalls what still waits to be printed. Each step may be repeated, so they need no transaction. */
export async function endJourney(store: Store, { journeyId, ending }: { journeyId: string; ending: Ending }): Promise<{ recalled: string[] }> {
  const { outcome, by, learned: facts } = ending;
  const [recalled] = await Promise.all([
    recallQueued(store, journeyId),
    markEnded(store, { id: journeyId, outcome, by }),
    Object.keys(facts).length > 0 ? learnFacts(store, { prospectId: partsOfJourneyId(journeyId).prospectId, facts }) : undefined,
  ]);
  return { recalled };
}
