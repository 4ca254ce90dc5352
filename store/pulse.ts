import { sql } from 'kysely';
import type { Store } from './connect.ts';

/**
 * A word that changes when something happens: an event, a touch, a journey's end, a print run's step, an operator's act. Events, touches, journeys and acts are one look into
 * an index each, so that it may be asked every second, however many there are; campaigns and print runs, of which there are few, are read.
 *
 * @param campaignId of one campaign; of all unless said
 */
export async function pulseOf(store: Store, campaignId?: string): Promise<string> {
  const mine = campaignId === undefined ? sql`true` : sql`campaign_id = ${campaignId}`;
  const { rows } = await sql<{ pulse: string }>`
    SELECT concat_ws(' ',
      (SELECT id FROM events WHERE ${mine} ORDER BY id DESC LIMIT 1),
      (SELECT extract(epoch FROM max(at)) FROM touches),
      (SELECT extract(epoch FROM max(ended_at)) FROM journeys),
      (SELECT count(*) FROM campaigns),
      (SELECT id FROM operator_acts WHERE act NOT IN ('look', 'search') ORDER BY id DESC LIMIT 1),
      (SELECT md5(string_agg(concat_ws(' ', id, status, proof, problem, reconciliation IS NULL), ',' ORDER BY id)) FROM print_runs WHERE ${mine} AND status <> 'rejected')) AS pulse`.execute(store);
  return rows[0]!.pulse;
}
