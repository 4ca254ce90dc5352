import type { Ending } from '../engine/index.ts';
import type { Store } from '../store/connect.ts';
import { markEnded } from '../store/journeys.ts';
import { learnFacts } from '../store/prospects.ts';
import { recallQueued } from './print/recall.ts';

/** Records how a journey ended and what was learned, and recalls what still waits to be printed. Safe to repeat. */
export async function endJourney(store: Store, { journeyId, ending }: { journeyId: string; ending: Ending }): Promise<{ recalled: string[] }> {
  const { outcome, by, learned } = ending;
  return store.transaction().execute(async (transaction) => {
    await markEnded(transaction, { id: journeyId, outcome, by });
    if (Object.keys(learned).length > 0) await learnFacts(transaction, { prospectId: journeyId.slice(journeyId.indexOf('/') + 1), facts: learned });
    return { recalled: await recallQueued(transaction, journeyId) };
  });
}
