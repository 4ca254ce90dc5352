import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { Kind } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';
import type { PrintPlan } from './print-plan.ts';
import type { Database, Entries } from './schema.ts';

/** One launch of a scenario version, to an audience or to whom an event lets in. Never changed once made; what may change is whether it is open to entries. */
export interface Campaign {
  readonly id: string;
  readonly scenario: string;
  readonly version: number;
  readonly goal: readonly Kind[];
  readonly clock: Clock;
  /** Share of the audience that gets nothing, 0 to below 1. */
  readonly holdout: number;
  readonly seed: string;
  /** Journeys started per second of the world. */
  readonly pace: number;
  /** From one print cut-off to the next, campaign milliseconds. */
  readonly printEvery: number;
  /** `PRINT_AT_ONCE` unless said. */
  readonly print?: PrintPlan;
  /** None when it has an audience. */
  readonly entry?: CampaignEntry;
}

/** How people enter a campaign that has no audience. */
export interface CampaignEntry {
  /** The event that lets them in, such as `cart-abandoned`. */
  readonly event: string;
  /** Campaign milliseconds after which a person may come in again; 0 each time, none never. */
  readonly againAfter?: number;
}

/** Saves a new campaign; false when one with this id exists. */
export async function createCampaign(store: Store, campaign: Campaign): Promise<boolean> {
  const { clock, goal, printEvery, print, entry, ...columns } = campaign;
  const row = await store
    .insertInto('campaigns')
    .values({ ...columns, goal: [...goal], clock: JSON.stringify(clock), print_every_ms: printEvery, print: print ? JSON.stringify(print) : null, ...(entry ? { entry: entry.event, reentry_after_ms: entry.againAfter ?? null, entries: 'open' as const } : {}) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findCampaign(store: Store, id: string): Promise<Campaign | undefined> {
  const row = await store.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  return campaignOf(row);
}

/** The newest campaign that an event lets people into, or the one that is named, if it is open to that event. */
export async function findOpenCampaign(store: Store, { event, campaignId }: { event: string; campaignId?: string }): Promise<Campaign | undefined> {
  let query = store.selectFrom('campaigns').selectAll().where('entry', '=', event).where('entries', '<>', 'closed');
  if (campaignId !== undefined) query = query.where('id', '=', campaignId);
  const row = await query.orderBy('created_at', 'desc').orderBy('id').executeTakeFirst();
  return row && campaignOf(row);
}

/**
 * Opens, pauses or closes a campaign to entries.
 *
 * @returns false when it is none that people enter by an event.
 */
export async function setEntries(store: Store, campaignId: string, entries: Entries): Promise<boolean> {
  const changed = await store.updateTable('campaigns').set({ entries }).where('id', '=', campaignId).where('entry', 'is not', null).returning('id').executeTakeFirst();
  return changed !== undefined;
}

/**
 * Whether nobody of a campaign is under way, and no event lets people in or has. Of an audience some may still be entered: whether they will be started is for the
 * campaign's workflow to say.
 */
export async function isQuiet(store: Store, campaignId: string): Promise<boolean> {
  const { rows } = await sql<{ going: boolean }>`
    SELECT EXISTS (SELECT FROM journeys WHERE campaign_id = c.id AND NOT holdout AND (status = 'started' OR (status = 'entered' AND c.entry IS NOT NULL))) OR coalesce(c.entries <> 'closed', false) AS going
      FROM campaigns c WHERE c.id = ${campaignId}`.execute(store);
  return !rows[0]?.going;
}

function campaignOf({ print_every_ms, print, created_at: _, entry: event, reentry_after_ms: after, entries: __, ...row }: Selectable<Database['campaigns']>): Campaign {
  return { ...row, printEvery: Number(print_every_ms), ...(print === null ? {} : { print }), ...(event === null ? {} : { entry: { event, ...(after === null ? {} : { againAfter: Number(after) }) } }) };
}

/**
 * Enters an audience into a campaign, once: each prospect gets a journey row, and the draw of the holdout is done here, before anything
 * is printed. The draw is a hash of the campaign's seed and the prospect, so it does not depend on order and can be checked later.
 *
 * @param audience prospect ids, or `all`
 */
export async function enterAudience(store: Store, campaign: Campaign, audience: readonly string[] | 'all'): Promise<{ entered: number; holdout: number }> {
  const chosen = audience === 'all' ? sql`` : sql`WHERE id = ANY(${[...audience]}::text[])`;
  const { rows } = await sql<{ holdout: boolean }>`
    INSERT INTO journeys (id, campaign_id, prospect_id, holdout)
    SELECT ${campaign.id} || '/' || id, ${campaign.id}, id,
           ${isHeldOut(campaign, sql`id`)}
      FROM prospects ${chosen} ORDER BY id
    ON CONFLICT DO NOTHING
    RETURNING holdout`.execute(store);
  return { entered: rows.length, holdout: rows.filter((row) => row.holdout).length };
}

/** The draw of the holdout, as SQL: a hash of seed, campaign and prospect, 0 to below 1, under its share. */
export function isHeldOut({ id, seed, holdout }: Pick<Campaign, 'id' | 'seed' | 'holdout'>, prospectId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`('x' || substr(md5(${seed} || '/' || ${id} || '/' || ${prospectId}), 1, 8))::bit(32)::bigint / 4294967296.0 < ${holdout}`;
}
