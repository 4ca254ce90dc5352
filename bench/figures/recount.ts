import { sql } from 'kysely';
import type { Store } from '../../store/connect.ts';
import { median } from '../median.ts';
import { CAMPAIGN } from './campaign.ts';

const EVENTS_WITH_JOURNEY = sql`events e JOIN journeys j ON j.id = coalesce(e.journey_id, e.campaign_id || '/' || e.prospect_id)`;

/** How long one of the figures takes without being kept up: the funnel, counted from the events in one query, as the report did until figures were kept. */
export async function recountMilliseconds(store: Store, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < Math.min(5, rounds); round++) {
    const began = performance.now();
    await countSteps(store);
    times.push(performance.now() - began);
  }
  return median(times);
}

async function countSteps(store: Store): Promise<void> {
  const people = (condition: string) => sql`count(DISTINCT j.id) FILTER (WHERE ${sql.raw(condition)})::int`;
  await sql`
    SELECT ${people(`e.kind = 'scan' AND e.evidence = 'human'`)} AS "scanned",
           ${people(`e.kind IN ('scan', 'visit') AND e.evidence = 'human'`)} AS "visited",
           ${people(`e.kind = 'reply' AND e.evidence <> 'bot'`)} AS "replied",
           ${people(`t.medium = 'email' AND e.kind IN ('click', 'visit') AND e.evidence = 'human'`)} AS "clicked",
           ${people(`t.medium = 'social' AND e.kind = 'click' AND e.evidence = 'human'`)} AS "invitationClicked",
           ${people(`e.kind = 'purchase' AND e.evidence <> 'bot'`)} AS "purchased",
           ${people(`e.kind = 'redeem' AND e.evidence <> 'bot'`)} AS "redeemed",
           ${people(`e.kind = 'unsubscribe' AND e.evidence <> 'bot'`)} AS "unsubscribed",
           ${people(`e.kind = 'returned'`)} AS "returned",
           ${people(`e.kind = 'bounced'`)} AS "bounced",
           count(*) FILTER (WHERE e.kind IN ('scan', 'visit', 'click') AND e.evidence = 'bot')::int AS "botHits"
    FROM ${EVENTS_WITH_JOURNEY} LEFT JOIN touches t ON t.id = j.id || '/' || e.touch
    WHERE e.campaign_id = ${CAMPAIGN} AND NOT j.holdout`.execute(store);
}
