import { sql, type RawBuilder } from 'kysely';
import type { Store } from './connect.ts';

/** A journey that is to be started. */
export interface Startable {
  readonly id: string;
  readonly prospectId: string;
  /** What is known of the prospect, and over it what the journey itself knows. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Where the prospect lives, as far as a time zone needs it. */
  readonly country: string | null;
  readonly postcode: string | null;
}

/** Those of a campaign that have not been started yet, in order of id; holdouts never are. */
export async function journeysToStart(store: Store, campaignId: string, limit: number): Promise<Startable[]> {
  return store
    .selectFrom('journeys as j')
    .innerJoin('prospects as p', 'p.id', 'j.prospect_id')
    .leftJoin('identities as i', 'i.prospect_id', 'p.id')
    .select(['j.id', 'j.prospect_id as prospectId', sql<Startable['facts']>`p.facts || j.facts`.as('facts'), 'i.country', 'i.postcode'])
    .where('j.campaign_id', '=', campaignId)
    .where('j.status', '=', 'entered')
    .where('j.holdout', '=', false)
    .orderBy('j.id')
    .limit(limit)
    .execute();
}

export async function countToStart(store: Store, campaignId: string): Promise<number> {
  const { count } = await store
    .selectFrom('journeys')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('campaign_id', '=', campaignId)
    .where('status', '=', 'entered')
    .where('holdout', '=', false)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Part of a WITH: journeys that are to be changed, by the array of their ids, held in one order, so that two statements that change many don't wait for each other. */
export function journeysHeld(ids: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`held AS (SELECT id FROM journeys WHERE id = ANY(${ids}) ORDER BY id FOR NO KEY UPDATE)`;
}

/** Marks journeys as started; those that have ended meanwhile stay ended. */
export async function markStarted(store: Store, ids: readonly string[]): Promise<void> {
  await sql`WITH ${journeysHeld(sql`${[...ids]}::text[]`)} UPDATE journeys j SET status = 'started', started_at = now() FROM held WHERE j.id = held.id AND j.status = 'entered'`.execute(store);
}

/** Those of a campaign that are under way, in order of id. */
export async function journeysUnderWay(store: Store, campaignId: string): Promise<string[]> {
  const rows = await store.selectFrom('journeys').select('id').where('campaign_id', '=', campaignId).where('status', '=', 'started').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Records the version that leads a journey from now on. Safe to repeat. */
export async function markMoved(store: Store, { id, version }: { id: string; version: number }): Promise<void> {
  await store.updateTable('journeys').set({ version }).where('id', '=', id).execute();
}
