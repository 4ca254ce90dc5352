import { sql } from 'kysely';
import type { Evidence } from '../scenarios/vocabulary/index.ts';
import { isHeldOut, type Campaign } from './campaigns.ts';
import type { Store } from './connect.ts';
import { saveEntrant } from './entrant.ts';
import type { NewProspect } from './prospects.ts';

/** An event that asks to let a person into a campaign. */
export interface EntryEvent {
  /** Unique: a second one with the same id is a repeat, and gets the first one's answer. */
  readonly eventId: string;
  /** The event's name, such as `cart-abandoned`. */
  readonly event: string;
  /** None when no campaign is open to it: then it is stored, and nobody enters. */
  readonly campaign?: Campaign;
  readonly prospectId: string;
  /** The prospect itself, where the sender brings it: saved before it enters. */
  readonly prospect?: NewProspect;
  /** What it is about, such as an order; without one, journeys of a person are numbered. */
  readonly key?: string;
  /** Of the journey; checked by the scenario's schema, never a name or an address. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly source: string;
  readonly evidence: Evidence;
  /** Real time. */
  readonly at: Date;
}

/** Why nobody entered, for machines. */
export type NotEntered = 'no-open-campaign' | 'unknown-prospect' | 'already-in' | 'been-in' | 'too-soon' | 'held-out';

/** What became of an entry event. */
export type Entry = {
  readonly duplicate: boolean;
  readonly campaignId?: string;
} & (
  | { readonly entered: true; readonly journeyId: string }
  | {
      readonly entered: false;
      readonly why: NotEntered;
      /** For `too-soon`: from when on they may, real time. */
      readonly notBefore?: string;
    }
);

/**
 * Lets a person into a campaign by an event, or says why not. Event, prospect and journey are committed together, or nothing is. Entries of one
 * person are decided one after the other, whichever trackers they come to: the prospect's row is locked first, then one statement decides and
 * writes (docs/decisions/0008-entry-by-event.md). The holdout is drawn here, before anything is sent; who is held out has a journey that is never started.
 *
 * @returns `unknown-prospect` when there is no such prospect; then nothing is stored, so that the same event may come again and bring them.
 * @example
 * const entry = await enterByEvent(store, { eventId: 'e-1', event: 'cart-abandoned', campaign, prospectId: 'p-001', key: 'order-123', facts, source: 'service', evidence: 'human', at });
 * if (entry.entered) start(entry.journeyId);
 */
export async function enterByEvent(store: Store, event: EntryEvent): Promise<Entry> {
  return store.transaction().execute(async (transaction) => {
    const { campaign, prospect } = event;
    // Nobody is saved who can't enter.
    if (!campaign) return (await earlier(transaction, event.eventId)) ?? turnAway(transaction, event);
    if (prospect) await saveEntrant(transaction, prospect);
    const { rows } = await sql`SELECT FROM prospects WHERE id = ${event.prospectId} FOR NO KEY UPDATE`.execute(transaction);
    if (rows.length === 0) return { duplicate: false, entered: false, why: 'unknown-prospect' };
    return (await earlier(transaction, event.eventId)) ?? decide(transaction, event, campaign);
  });
}

interface EventRow {
  readonly campaign_id: string | null;
  readonly journey_id: string | null;
  readonly data: { readonly why?: NotEntered; readonly notBefore?: string };
}

/** With the prospect locked, nothing about this person is decided between this look and the answer. */
async function decide(transaction: Store, entry: EntryEvent, campaign: Campaign): Promise<Entry> {
  const { prospectId, key = null, facts } = entry;
  const { id, entry: { againAfter = null } = {}, clock, scenario } = campaign;
  // Real milliseconds from one entry to the next.
  const gap = againAfter === null ? null : againAfter / clock.speed;
  const { rows } = await sql<EventRow>`
    WITH before AS (
      SELECT count(*) AS times, max(entered_at) + ${gap}::float8 * interval '1 millisecond' AS not_before FROM journeys WHERE campaign_id = ${id} AND prospect_id = ${prospectId}
    ), wanted AS (
      SELECT before.*, coalesce(${key}, (times + 1)::text) AS key, ${isHeldOut(campaign, sql`${prospectId}`)} AS holdout FROM before
    ), decision AS (
      SELECT wanted.*, CASE
          WHEN NOT EXISTS (SELECT FROM campaigns WHERE id = ${id} AND entries <> 'closed') THEN 'no-open-campaign'
          WHEN EXISTS (SELECT FROM journeys j JOIN campaigns c ON c.id = j.campaign_id
                        WHERE j.prospect_id = ${prospectId} AND j.key = wanted.key AND (c.id = ${id} OR (c.scenario = ${scenario} AND j.key = ${key} AND j.status <> 'ended'))) THEN 'already-in'
          WHEN times > 0 AND not_before IS NULL THEN 'been-in'
          WHEN times > 0 AND now() < not_before THEN 'too-soon'
        END AS why
      FROM wanted
    ), journey AS (
      INSERT INTO journeys (id, campaign_id, prospect_id, key, facts, holdout)
      SELECT ${`${id}/${prospectId}/`} || key, ${id}, ${prospectId}, key, ${JSON.stringify(facts)}::jsonb, holdout FROM decision WHERE why IS NULL
      RETURNING id
    )
    INSERT INTO events (event_id, kind, evidence, journey_id, campaign_id, prospect_id, data, source, at, signal)
    SELECT ${entry.eventId}, ${entry.event}, ${entry.evidence}, journey.id, ${id}, ${prospectId},
           jsonb_strip_nulls(jsonb_build_object('key', key, 'why', coalesce(why, CASE WHEN holdout THEN 'held-out' END), 'notBefore', CASE why WHEN 'too-soon' THEN not_before END))
             || jsonb_build_object('facts', ${JSON.stringify(facts)}::jsonb),
           ${entry.source}, ${entry.at}::timestamptz, 'kept'
      FROM decision LEFT JOIN journey ON true
    RETURNING campaign_id, journey_id, data`.execute(transaction);
  return answerOf(rows[0]!, false);
}

/** Kept without its facts, which no scenario has checked. */
async function turnAway(transaction: Store, { eventId, event, evidence, prospectId, key, source, at }: EntryEvent): Promise<Entry> {
  const data = { ...(key === undefined ? {} : { key }), why: 'no-open-campaign' };
  await transaction.insertInto('events').values({ event_id: eventId, kind: event, evidence, prospect_id: prospectId, data: JSON.stringify(data), source, at, signal: 'unknown' }).execute();
  return { duplicate: false, entered: false, why: 'no-open-campaign' };
}

async function earlier(transaction: Store, eventId: string): Promise<Entry | undefined> {
  const row = await transaction.selectFrom('events').select(['campaign_id', 'journey_id', 'data']).where('event_id', '=', eventId).executeTakeFirst();
  return row && answerOf(row as EventRow, true);
}

function answerOf({ campaign_id, journey_id, data }: EventRow, duplicate: boolean): Entry {
  const campaign = campaign_id === null ? {} : { campaignId: campaign_id };
  if (journey_id !== null && data.why === undefined) return { duplicate, ...campaign, entered: true, journeyId: journey_id };
  return { duplicate, ...campaign, entered: false, why: data.why ?? 'no-open-campaign', ...(data.notBefore === undefined ? {} : { notBefore: new Date(data.notBefore).toISOString() }) };
}
