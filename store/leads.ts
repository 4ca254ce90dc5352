import { sql } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { Store } from './connect.ts';

/** A lead form that was filled in, as the network announces it. */
export interface AnnouncedLead {
  readonly id: string;
  readonly formId: string;
  readonly pageId: string;
  readonly at: Date;
}

/** A lead whose answers are to be fetched. */
export interface LeadToFetch extends AnnouncedLead {
  /** This attempt included. */
  readonly attempts: number;
}

/** Keeps what was announced, once a lead. When this returns it is committed. */
export async function recordLeads(store: Store, leads: readonly AnnouncedLead[]): Promise<void> {
  if (leads.length === 0) return;
  await store
    .insertInto('leads')
    .values(leads.map(({ id, formId, pageId, at }) => ({ id, form_id: formId, page_id: pageId, at })))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Claims leads whose answers are to be fetched, oldest first. A claimed one is not given out again for 5 s, twice as long after every attempt and at most an hour. */
export async function claimLeads(store: Store, { limit }: { readonly limit: number }): Promise<LeadToFetch[]> {
  const { rows } = await sql<LeadToFetch>`
    UPDATE leads SET attempts = attempts + 1, fetch_after = now() + least(3600, 5 * power(2, least(attempts, 10))) * interval '1 second'
     WHERE id IN (SELECT id FROM leads WHERE status = 'new' AND fetch_after <= now() ORDER BY fetch_after, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id, form_id AS "formId", page_id AS "pageId", at, attempts`.execute(store);
  return rows;
}

/** What became of a lead; one that could not be fetched yet stays new, with the problem for the operator. */
export async function settleLead(store: Store, { id, status, problem }: { readonly id: string; readonly status: 'new' | 'done' | 'unknown' | 'failed'; readonly problem?: string }): Promise<void> {
  await store.updateTable('leads').set({ status, problem: problem?.slice(0, 500) ?? null }).where('id', '=', id).execute();
}

/** The journey under way of the person with this email, begun last; for a lead that says who they are and not by which touch they came. */
export async function findJourneyByEmail(store: Store, email: string): Promise<{ journeyId: string; prospectId: string; clock: Clock; scenario: string; version: number } | undefined> {
  const { rows } = await sql<{ journeyId: string; prospectId: string; clock: Clock; scenario: string; version: number }>`
    SELECT j.id AS "journeyId", j.prospect_id AS "prospectId", c.clock, c.scenario, coalesce(j.version, c.version) AS version
      FROM identities i JOIN journeys j ON j.prospect_id = i.prospect_id JOIN campaigns c ON c.id = j.campaign_id
     WHERE lower(i.email) = ${email.trim().toLowerCase()} AND j.status <> 'ended' AND NOT j.holdout ORDER BY j.entered_at DESC, j.id LIMIT 1`.execute(store);
  return rows[0];
}
