import { sql } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { FigureQuery } from './figures/index.ts';

/** Mailpieces by what became of them. */
export async function mailpiecesOf({ store, campaignId }: FigureQuery): Promise<{ printed: number; queued: number; recalled: number }> {
  const { rows } = await sql<{ printed: number; queued: number; recalled: number }>`
    SELECT count(*) FILTER (WHERE m.status = 'printed')::int AS printed, count(*) FILTER (WHERE m.status = 'queued')::int AS queued, count(*) FILTER (WHERE m.status = 'recalled')::int AS recalled
    FROM touches t JOIN journeys j ON j.id = t.journey_id JOIN mailpieces m ON m.touch_id = t.id
    WHERE j.campaign_id = ${campaignId} AND t.status = 'sent'`.execute(store);
  return rows[0]!;
}

/** When the last journey ended that has; real time. */
export async function journeysLastEnded({ store, campaignId }: FigureQuery): Promise<Date | null> {
  const { last } = await store.selectFrom('journeys').select(({ fn }) => fn.max('ended_at').as('last')).where('campaign_id', '=', campaignId).where('holdout', '=', false).executeTakeFirstOrThrow();
  return last;
}

/**
 * Days of the campaign's time from letter box to first answer, for the mailpieces that were answered. The letter box's date is what is best
 * known: the carrier's report, else the latest estimate, but never before the run was handed over; events are in the world's time, which the campaign's clock converts.
 */
export async function delayOf({ store, campaignId, clock }: FigureQuery & { readonly clock: Clock }): Promise<{ pieces: number; medianDays?: number }> {
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
