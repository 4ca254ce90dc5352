import { sql } from 'kysely';
import { campaignTime, type Ending } from '../engine/index.ts';
import { leaveAudiences } from '../store/audiences.ts';
import type { Store } from '../store/connect.ts';
import { partsOfJourneyId } from '../store/journey-id.ts';
import { journeysHeld } from '../store/journeys.ts';
import { learnFacts } from '../store/prospects.ts';
import { togetherIn, UNHURRIED } from '../store/together.ts';
import type { CampaignLookup } from './campaign-lookup.ts';
import { cancelPrinted, recallQueued, type RecallDeps } from './print/recall.ts';

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
    // A recall may wait for a run that is closing: no other journey's end waits with it.
    recordEnd(store, { journeyId, ending }).then((isQueued) => (isQueued ? recallQueued(store, journeyId) : [])),
    // Who has bought, or wants no more of it, is advertised to no more; who was merely silent stays for as long as the audience allows.
    by === 'goal' || by === 'exit' ? leaveAudiences(store, { journeyId }, by) : undefined,
    Object.keys(facts).length > 0 ? learnFacts(store, { prospectId: partsOfJourneyId(journeyId).prospectId, facts, source: 'path' }) : undefined,
  ]);
  return { recalled };
}

/** Answers whether a mailpiece still waits to be printed for the journey. */
const recordEnd = togetherIn(recordEnds, UNHURRIED);

async function recordEnds(store: Store, ends: readonly End[]): Promise<boolean[]> {
  const column = (of: (end: End) => string) => sql`${ends.map(of)}::text[]`;
  const ids = column(({ journeyId }) => journeyId);
  const { rows } = await sql<{ journeyId: string }>`
    WITH ${journeysHeld(ids)}, ended AS (
      UPDATE journeys j SET status = 'ended', outcome = e.outcome, ended_by = e.by, ended_at = now(), started_at = coalesce(started_at, now())
        FROM held JOIN unnest(${ids}, ${column(({ ending }) => ending.outcome)}, ${column(({ ending }) => ending.by)}) AS e (id, outcome, by) ON e.id = held.id
       WHERE j.id = held.id AND j.status <> 'ended'
    )
    SELECT DISTINCT t.journey_id AS "journeyId" FROM touches t JOIN mailpieces m ON m.touch_id = t.id WHERE t.journey_id = ANY(${ids}) AND m.status = 'queued'`.execute(store);
  const queued = new Set(rows.map((row) => row.journeyId));
  return ends.map(({ journeyId }) => queued.has(journeyId));
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
