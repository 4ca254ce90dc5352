import { sql } from 'kysely';
import { campaignTime, type Ending } from '../engine/index.ts';
import { leaveAudiences } from '../store/audiences.ts';
import type { Store } from '../store/connect.ts';
import { partsOfJourneyId } from '../store/journey-id.ts';
import { learnFacts } from '../store/prospects.ts';
import { togetherIn } from '../store/together.ts';
import type { CampaignLookup } from './campaign-lookup.ts';
import { cancelPrinted, recallingQueued, type RecallDeps } from './print/recall.ts';

interface End {
  readonly journeyId: string;
  readonly ending: Ending;
}

/**
 * Records how a journey ended, once, and what was learned, recalls what still waits to be printed for it, and takes who reached the goal or an exit out of audiences. Each step may be repeated, so
 * they need no transaction.
 *
 * @returns the touches whose pieces were recalled.
 */
export async function endJourney(store: Store, { journeyId, ending }: End): Promise<{ recalled: string[] }> {
  const { by, learned: facts } = ending;
  const [recalled] = await Promise.all([
    recordEnd(store, { journeyId, ending }),
    // Who has bought, or wants no more of it, is advertised to no more; who was merely silent stays for as long as the audience allows.
    by === 'goal' || by === 'exit' ? leaveAudiences(store, { journeyId }, by) : undefined,
    Object.keys(facts).length > 0 ? learnFacts(store, { prospectId: partsOfJourneyId(journeyId).prospectId, facts, source: 'path' }) : undefined,
  ]);
  return { recalled };
}

const recordEnd = togetherIn(recordEnds, { every: 50 });

async function recordEnds(store: Store, ends: readonly End[]): Promise<string[][]> {
  const column = (of: (end: End) => string) => sql`${ends.map(of)}::text[]`;
  const ids = column(({ journeyId }) => journeyId);
  const { rows } = await sql<{ id: string; journeyId: string }>`
    WITH ${recallingQueued(ids)}, ended AS (
      UPDATE journeys j SET status = 'ended', outcome = e.outcome, ended_by = e.by, ended_at = now(), started_at = coalesce(started_at, now())
        FROM unnest(${ids}, ${column(({ ending }) => ending.outcome)}, ${column(({ ending }) => ending.by)}) AS e (id, outcome, by)
       WHERE j.id = e.id AND j.status <> 'ended'
    )
    SELECT id, journey_id AS "journeyId" FROM spared`.execute(store);
  return ends.map(({ journeyId }) => rows.filter((row) => row.journeyId === journeyId).map(({ id }) => id));
}

export interface EndJourneyDeps extends RecallDeps {
  readonly campaigns: CampaignLookup;
}

/** The same, and asks the printers that can to take back what they were given for it and is not in the letter box yet. */
export async function endJourneyAndRecall(deps: EndJourneyDeps, end: End): Promise<{ recalled: string[] }> {
  const { recalled } = await endJourney(deps.store, end);
  if (!Object.values(deps.printers).some(({ cancel }) => cancel !== undefined)) return { recalled };
  const { clock } = await deps.campaigns(partsOfJourneyId(end.journeyId).campaignId);
  const taken = await cancelPrinted(deps, { journeyId: end.journeyId, at: new Date(campaignTime(clock, Date.now())) });
  return { recalled: [...recalled, ...taken] };
}
