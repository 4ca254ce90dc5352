import { sql } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { Kind, TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';

/** What the queries of a campaign's report need. */
export interface ReportQuery {
  readonly store: Store;
  readonly campaignId: string;
  readonly goal: readonly Kind[];
  readonly clock: Clock;
}

/** How many people, not held out, did each thing at least once. A scan, visit or click counts when a person was seen, not on a bare request. */
export interface Answers {
  /** Used a QR code. */
  readonly scanned: number;
  /** Opened the personal page, whichever way: QR code, printed address or mail. */
  readonly visited: number;
  readonly replied: number;
  /** Followed a link of a mail, and of an invitation. */
  readonly clicked: number;
  readonly invitationClicked: number;
  readonly purchased: number;
  readonly redeemed: number;
  readonly unsubscribed: number;
  readonly returned: number;
  readonly bounced: number;
  /** Requests of machines, not people; none counts above. */
  readonly botHits: number;
}

/** An event and the journey it is about; a shop names the campaign and the person only. */
const EVENTS_WITH_JOURNEY = sql`events e JOIN journeys j ON j.id = coalesce(e.journey_id, e.campaign_id || '/' || e.prospect_id)`;

export async function answersOf({ store, campaignId }: ReportQuery): Promise<Answers> {
  const people = (condition: string) => sql`count(DISTINCT j.id) FILTER (WHERE ${sql.raw(condition)})::int`;
  const { rows } = await sql<Answers>`
    SELECT ${people(`e.kind = 'scan' AND e.evidence = 'human'`)} AS "scanned",
           ${people(`e.kind IN ('scan', 'visit') AND e.evidence = 'human'`)} AS "visited",
           ${people(`e.kind = 'reply' AND e.evidence <> 'bot'`)} AS "replied",
           ${people(`t.medium = 'email' AND e.kind IN ('click', 'visit') AND e.evidence = 'human'`)} AS "clicked",
           ${people(`t.medium = 'social' AND e.kind = 'click' AND e.evidence = 'human'`)} AS "invitationClicked",
           ${people(`e.kind = 'purchase' AND e.evidence <> 'bot'`)} AS "purchased",
           ${people(`e.kind = 'redeem' AND e.evidence <> 'bot'`)} AS "redeemed",
           ${people(`e.kind = 'unsubscribe' AND e.evidence <> 'bot'`)} AS "unsubscribed",
           ${people(`e.kind = 'returned'`)} AS "returned",
           ${people(`e.kind = 'bounced'`)} AS "bounced",
           count(*) FILTER (WHERE e.kind IN ('scan', 'visit', 'click') AND e.evidence = 'bot')::int AS "botHits"
    FROM ${EVENTS_WITH_JOURNEY} LEFT JOIN touches t ON t.id = j.id || '/' || e.touch
    WHERE e.campaign_id = ${campaignId} AND NOT j.holdout`.execute(store);
  return rows[0]!;
}

export interface TouchCount {
  readonly medium: TouchMedium;
  readonly touches: number;
  readonly cost: number;
}

/** What was sent, by medium; a recalled mailpiece was never printed and costs nothing. */
export async function touchesOf({ store, campaignId }: ReportQuery) {
  const { rows: sent } = await sql<TouchCount & { people: number; printed: number; printedPeople: number; queued: number; recalled: number }>`
    SELECT t.medium,
           count(*) FILTER (WHERE m.status IS DISTINCT FROM 'recalled')::int AS "touches",
           coalesce(sum(t.cost) FILTER (WHERE m.status IS DISTINCT FROM 'recalled'), 0)::float8 AS "cost",
           count(DISTINCT t.journey_id)::int AS "people",
           count(*) FILTER (WHERE m.status = 'printed')::int AS "printed",
           count(DISTINCT t.journey_id) FILTER (WHERE m.status = 'printed')::int AS "printedPeople",
           count(*) FILTER (WHERE m.status = 'queued')::int AS "queued",
           count(*) FILTER (WHERE m.status = 'recalled')::int AS "recalled"
    FROM touches t JOIN journeys j ON j.id = t.journey_id LEFT JOIN mailpieces m ON m.touch_id = t.id
    WHERE j.campaign_id = ${campaignId} AND t.status = 'sent'
    GROUP BY t.medium
    ORDER BY array_position(ARRAY['print', 'email', 'social'], t.medium)`.execute(store);
  const { rows: notSent } = await sql<{ message: string; why: string; touches: number }>`
    SELECT t.message, t.why, count(*)::int AS touches
    FROM touches t JOIN journeys j ON j.id = t.journey_id
    WHERE j.campaign_id = ${campaignId} AND t.status = 'not-sent'
    GROUP BY t.message, t.why ORDER BY touches DESC, t.message, t.why`.execute(store);
  const of = (medium: TouchMedium) => sent.find((row) => row.medium === medium);
  return {
    sent: sent.map(({ medium, touches, cost }) => ({ medium, touches, cost })),
    notSent,
    people: { printed: of('print')?.printedPeople ?? 0, mailed: of('email')?.people ?? 0, invited: of('social')?.people ?? 0 },
    mailpieces: { printed: of('print')?.printed ?? 0, queued: of('print')?.queued ?? 0, recalled: of('print')?.recalled ?? 0 },
  };
}

/** How many reached the goal, told by the same events for both groups, whether or not a journey was still running. */
export async function conversionsOf({ store, campaignId, goal }: ReportQuery): Promise<{ treated: number; holdout: number }> {
  const { rows } = await sql<{ treated: number; holdout: number }>`
    SELECT count(DISTINCT j.id) FILTER (WHERE NOT j.holdout)::int AS treated, count(DISTINCT j.id) FILTER (WHERE j.holdout)::int AS holdout
    FROM ${EVENTS_WITH_JOURNEY}
    WHERE e.campaign_id = ${campaignId} AND e.kind = ANY(${[...goal]}) AND e.evidence <> 'bot'`.execute(store);
  return rows[0]!;
}

/** An order reported twice, under two event ids or to two journeys of one person, is one order. */
export async function revenueOf({ store, campaignId }: ReportQuery): Promise<{ currency: string; orders: number; amount: number }[]> {
  const { rows } = await sql<{ currency: string; orders: number; amount: number }>`
    SELECT currency, count(*)::int AS orders, sum(amount)::float8 AS amount
    FROM (SELECT DISTINCT ON (j.prospect_id, e.data->>'order') e.data->>'currency' AS currency, (e.data->>'amount')::numeric AS amount
          FROM ${EVENTS_WITH_JOURNEY}
          WHERE e.campaign_id = ${campaignId} AND e.kind = 'purchase' AND e.evidence <> 'bot' AND NOT j.holdout
          ORDER BY j.prospect_id, e.data->>'order', e.id) orders
    GROUP BY currency ORDER BY amount DESC`.execute(store);
  return rows;
}

/**
 * Days of the campaign's time from letter box to first answer, for the mailpieces that were answered. The letter box's date is what is best
 * known: the carrier's report, else the latest estimate, but never before the run was handed over; events are in the world's time, which the campaign's clock converts.
 */
export async function delayOf({ store, campaignId, clock }: ReportQuery): Promise<{ pieces: number; medianDays?: number }> {
  const seconds = sql`(${clock.epoch}::float8 / 1000 + (extract(epoch FROM e.at)::float8 - ${clock.epoch}::float8 / 1000) * ${clock.speed}::float8)`;
  const { rows } = await sql<{ pieces: number; median: number | null }>`
    SELECT count(*)::int AS pieces, percentile_cont(0.5) WITHIN GROUP (ORDER BY answered - delivered) / 86400 AS median
    FROM (SELECT m.touch_id,
                 coalesce(extract(epoch FROM m.in_home)::float8, min(${seconds}) FILTER (WHERE e.kind = 'delivered'), extract(epoch FROM greatest(m.in_home_estimate, r.handed_over_at))::float8) AS delivered,
                 min(${seconds}) FILTER (WHERE e.kind = 'reply' OR (e.kind IN ('scan', 'visit') AND e.evidence = 'human')) AS answered
          FROM mailpieces m JOIN print_runs r ON r.id = m.print_run_id JOIN touches t ON t.id = m.touch_id JOIN journeys j ON j.id = t.journey_id
               JOIN events e ON e.journey_id = j.id AND e.touch = t.message || substring(t.id FROM '/[0-9]+$')
          WHERE j.campaign_id = ${campaignId}
          GROUP BY m.touch_id, r.id) pieces
    WHERE answered IS NOT NULL`.execute(store);
  const { pieces, median } = rows[0]!;
  return { pieces, ...(median !== null && { medianDays: median }) };
}
