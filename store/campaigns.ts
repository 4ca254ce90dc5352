import { sql } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { Kind } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';

/** One launch of a scenario version to an audience. Never changed once made. */
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
}

/** Saves a new campaign; false when one with this id exists. */
export async function createCampaign(store: Store, campaign: Campaign): Promise<boolean> {
  const { clock, goal, printEvery, ...columns } = campaign;
  const row = await store
    .insertInto('campaigns')
    .values({ ...columns, goal: [...goal], clock: JSON.stringify(clock), print_every_ms: printEvery })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findCampaign(store: Store, id: string): Promise<Campaign | undefined> {
  const row = await store.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const { print_every_ms, created_at: _, ...campaign } = row;
  return { ...campaign, printEvery: Number(print_every_ms) };
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
           ('x' || substr(md5(${campaign.seed} || '/' || ${campaign.id} || '/' || id), 1, 8))::bit(32)::bigint / 4294967296.0 < ${campaign.holdout}
      FROM prospects ${chosen} ORDER BY id
    ON CONFLICT DO NOTHING
    RETURNING holdout`.execute(store);
  return { entered: rows.length, holdout: rows.filter((row) => row.holdout).length };
}
