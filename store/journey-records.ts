import { sql } from 'kysely';
import type { Evidence, Kind, TouchMedium } from '../scenarios/vocabulary/index.ts';
import { millis } from './columns.ts';
import type { Store } from './connect.ts';

/** All that is on record of one journey: enough to go its way again. Times of touches are the campaign's, the others the world's, in milliseconds. */
export interface JourneyRecord {
  readonly id: string;
  readonly prospectId: string;
  /** The version that leads it since it was moved; the campaign's while it was not. */
  readonly movedTo: number | null;
  readonly status: 'entered' | 'started' | 'ended';
  readonly outcome: string | null;
  readonly endedBy: string | null;
  readonly startedAt: number | null;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Of their postal address. */
  readonly country: string | null;
  readonly postcode: string | null;
  /** Settled ones, in the order in which they were asked for. */
  readonly touches: readonly TouchOnRecord[];
  /** What the policy chose at the path's own points. */
  readonly choices: readonly ChoiceOnRecord[];
  /** What the journey was told, in the order in which it happened. */
  readonly events: readonly EventOnRecord[];
}

export interface TouchOnRecord {
  /** `<message>/<occurrence>` */
  readonly touch: string;
  readonly message: string;
  readonly medium: TouchMedium;
  readonly sent: boolean;
  readonly why: string;
  readonly variant: string | null;
  readonly at: number;
  /** Of a mailpiece. */
  readonly handedOver: number | null;
  readonly inHome: number | null;
}

export interface ChoiceOnRecord {
  /** `<point>/<occurrence>` */
  readonly choice: string;
  readonly point: string;
  readonly arm: string;
  readonly policy: string;
  readonly chance: number;
  readonly at: number;
}

export interface EventOnRecord {
  readonly eventId: string;
  readonly kind: Kind;
  readonly touch: string | null;
  readonly evidence: Evidence;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: number;
}

/**
 * The records of a campaign's journeys, a page at a time, in order of id; holdouts, who have no journey, left out.
 *
 * @param after the last id of the page before
 */
export async function journeyRecords(store: Store, { campaignId, after = '', limit }: { campaignId: string; after?: string; limit: number }): Promise<JourneyRecord[]> {
  const { rows } = await sql<JourneyRecord>`
    WITH page AS (
      SELECT * FROM journeys WHERE campaign_id = ${campaignId} AND NOT holdout AND id > ${after} ORDER BY id LIMIT ${limit}
    )
    SELECT j.id, j.prospect_id AS "prospectId", j.version AS "movedTo", j.status, j.outcome, j.ended_by AS "endedBy", ${millis(sql`j.started_at`)} AS "startedAt",
           p.facts || j.facts AS facts, i.country, i.postcode,
           coalesce((SELECT jsonb_agg(jsonb_build_object(
                       'touch', substr(t.id, length(j.id) + 2), 'message', t.message, 'medium', t.medium, 'sent', t.status = 'sent', 'why', t.why, 'variant', t.variant,
                       'at', ${millis(sql`t.campaign_at`)}, 'handedOver', ${millis(sql`r.cut_off`)}, 'inHome', ${millis(sql`m.in_home_estimate`)}) ORDER BY t.campaign_at, t.at)
                       FROM touches t LEFT JOIN mailpieces m ON m.touch_id = t.id LEFT JOIN print_runs r ON r.id = m.print_run_id
                      WHERE t.journey_id = j.id AND t.status <> 'sending'), '[]') AS touches,
           coalesce((SELECT jsonb_agg(jsonb_build_object(
                       'choice', substr(d.id, length(j.id) + 2), 'point', d.point, 'arm', d.arm, 'policy', d.policy, 'chance', d.propensity, 'at', ${millis(sql`d.campaign_at`)}) ORDER BY d.campaign_at, d.at)
                       FROM decisions d WHERE d.journey_id = j.id AND NOT EXISTS (SELECT FROM touches t WHERE t.id = d.id)), '[]') AS choices,
           coalesce((SELECT jsonb_agg(jsonb_build_object(
                       'eventId', e.event_id, 'kind', e.kind, 'touch', e.touch, 'evidence', e.evidence, 'data', e.data, 'at', ${millis(sql`e.at`)}) ORDER BY e.at, e.id)
                       FROM events e WHERE e.journey_id = j.id AND e.signal = 'done'), '[]') AS events
      FROM page j JOIN prospects p ON p.id = j.prospect_id LEFT JOIN identities i ON i.prospect_id = p.id
     ORDER BY j.id`.execute(store);
  return rows;
}
