import { sql } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { Store } from './connect.ts';

/** The journeys to which an order was told, in whichever campaigns, in order of id; only of one prospect where that is said. */
export async function journeysOfOrder(store: Store, { order, prospectId }: { readonly order: string; readonly prospectId?: string }): Promise<{ journeyId: string; prospectId: string; clock: Clock }[]> {
  const { rows } = await sql<{ journeyId: string; prospectId: string; clock: Clock }>`
    SELECT DISTINCT j.id AS "journeyId", j.prospect_id AS "prospectId", c.clock
      FROM events e JOIN journeys j ON j.id = coalesce(e.journey_id, e.campaign_id || '/' || e.prospect_id) JOIN campaigns c ON c.id = j.campaign_id
     WHERE e.kind = 'purchase' AND e.data->>'order' = ${order} AND (${prospectId ?? null}::text IS NULL OR j.prospect_id = ${prospectId ?? null})
     ORDER BY j.id`.execute(store);
  return rows;
}
