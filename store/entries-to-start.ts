import { sql } from 'kysely';
import type { Store } from './connect.ts';
import type { Startable } from './journeys.ts';

/** A journey that an event began and whose workflow is to be started. */
export interface EntryToStart extends Startable {
  readonly campaignId: string;
  /** Attempts so far, this one included. */
  readonly attempts: number;
}

/** Which to claim: one that has just entered, or those that are left, oldest first. */
export type Claim = { readonly journeyId: string } | { readonly limit: number; readonly olderThan: number };

/**
 * Claims journeys of entry campaigns that are to be started: entered, not held out, their campaign not paused. A claimed one is not given out again for
 * 2 s, twice as long after every attempt and at most a minute, so any number of trackers may ask, and what a killed one had claimed comes back.
 *
 * @example
 * for (const entry of await claimEntries(store, { limit: 100, olderThan: 1_000 })) await start(entry);
 */
export async function claimEntries(store: Store, claim: Claim): Promise<EntryToStart[]> {
  const [which, limit] = 'journeyId' in claim ? [sql`j.id = ${claim.journeyId}`, 1] : [sql`j.entered_at <= now() - ${claim.olderThan} * interval '1 millisecond'`, claim.limit];
  const { rows } = await sql<EntryToStart>`
    WITH due AS (
      SELECT j.id FROM journeys j JOIN campaigns c ON c.id = j.campaign_id
       WHERE j.status = 'entered' AND j.key IS NOT NULL AND NOT j.holdout AND j.start_after <= now() AND c.entries <> 'paused' AND ${which}
       ORDER BY j.start_after, j.id LIMIT ${limit} FOR UPDATE OF j SKIP LOCKED
    ), claimed AS (
      UPDATE journeys SET start_attempts = start_attempts + 1, start_after = now() + least(60, 2 * power(2, least(start_attempts, 5))) * interval '1 second'
       WHERE id IN (SELECT id FROM due) RETURNING *
    )
    SELECT j.id, j.campaign_id AS "campaignId", j.prospect_id AS "prospectId", p.facts || j.facts AS facts, i.country, i.postcode, j.start_attempts AS attempts
      FROM claimed j JOIN prospects p ON p.id = j.prospect_id LEFT JOIN identities i ON i.prospect_id = p.id
     ORDER BY j.entered_at, j.id`.execute(store);
  return rows;
}

/** Starting failed; it is tried again. `error` is for the operator and is cut to 500 characters. */
export async function startFailed(store: Store, { id, error }: { id: string; error: string }): Promise<void> {
  await store.updateTable('journeys').set({ start_error: error.slice(0, 500) }).where('id', '=', id).where('status', '=', 'entered').execute();
}
