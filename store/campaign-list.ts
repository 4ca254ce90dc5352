import { sql } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { Store } from './connect.ts';
import type { Entries } from './schema.ts';

/** A campaign as it is listed. */
export interface ListedCampaign {
  readonly id: string;
  readonly scenario: string;
  readonly version: number;
  readonly clock: Clock;
  readonly createdAt: Date;
  /** Of a campaign that people enter by an event. */
  readonly entry: string | null;
  readonly entries: Entries | null;
  /** People entered, and those held out among them. */
  readonly people: number;
  readonly holdout: number;
  /** Journeys not started yet, under way, and ended; of those not held out. */
  readonly waiting: number;
  readonly running: number;
  readonly ended: number;
  /** Of the ended, those that reached the goal. */
  readonly converted: number;
  /** Print runs whose proof waits for somebody. */
  readonly toApprove: number;
}

/** Campaigns, newest first; 200 at most. */
export async function listCampaigns(store: Store): Promise<ListedCampaign[]> {
  const { rows } = await sql<ListedCampaign>`
    SELECT c.id, c.scenario, c.version, c.clock, c.created_at AS "createdAt", c.entry, c.entries,
           j.people, j.holdout, j.waiting, j.running, j.ended, j.converted,
           (SELECT count(*)::int FROM print_runs r WHERE r.campaign_id = c.id AND r.status = 'awaiting-approval' AND r.proof IS NOT NULL) AS "toApprove"
      FROM (SELECT * FROM campaigns ORDER BY created_at DESC, id LIMIT 200) c,
           LATERAL (SELECT count(*)::int AS people, count(*) FILTER (WHERE holdout)::int AS holdout,
                           count(*) FILTER (WHERE NOT holdout AND status = 'entered')::int AS waiting,
                           count(*) FILTER (WHERE NOT holdout AND status = 'started')::int AS running,
                           count(*) FILTER (WHERE NOT holdout AND status = 'ended')::int AS ended,
                           count(*) FILTER (WHERE NOT holdout AND status = 'ended' AND ended_by = 'goal')::int AS converted
                      FROM journeys WHERE campaign_id = c.id) j
     ORDER BY c.created_at DESC, c.id`.execute(store);
  return rows;
}

/** The ids of campaigns, newest first; 200 at most. */
export async function campaignIds(store: Store): Promise<string[]> {
  const rows = await store.selectFrom('campaigns').select('id').orderBy('created_at', 'desc').orderBy('id').limit(200).execute();
  return rows.map(({ id }) => id);
}
