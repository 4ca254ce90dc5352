import { sql } from 'kysely';
import type { Clock } from '../../engine/clock.ts';
import type { TouchMedium } from '../../scenarios/vocabulary/index.ts';
import { millis } from '../columns.ts';
import type { Store } from '../connect.ts';
import { IS_TRADE, TRADE_COLUMNS, type Trade } from '../trades.ts';

/** What figures are made of: one journey, as the raw records tell it. Times are campaign milliseconds. */
export interface CountedJourney {
  readonly id: string;
  readonly campaignId: string;
  readonly goal: readonly string[];
  readonly holdout: boolean;
  readonly status: 'entered' | 'started' | 'ended';
  readonly outcome: string | null;
  /** Settled ones, in the order in which they were made. */
  readonly touches: readonly CountedTouch[];
  readonly answers: readonly CountedAnswer[];
  /** In the order in which they were recorded. */
  readonly trades: readonly Trade[];
}

export interface CountedTouch {
  /** `<message>/<occurrence>` */
  readonly touch: string;
  readonly message: string;
  readonly medium: TouchMedium;
  readonly sent: boolean;
  readonly why: string;
  readonly variant: string | null;
  readonly cost: number;
  readonly at: number;
  /** Of a mailpiece. */
  readonly piece: 'queued' | 'recalled' | 'printed' | null;
  /** When it could be answered first: of print the in-home moment, as far as it is known; else when it was sent. Null for a piece that came back. */
  readonly open: number | null;
}

/** Reports of one kind about one touch. */
export interface CountedAnswer {
  readonly touch: string | null;
  readonly kind: string;
  /** A person's, or good enough for its kind (`counts` of the vocabulary); else a machine's or a bare hit. */
  readonly counts: boolean;
  readonly bots: number;
  readonly first: number;
}

/**
 * When an event happened. A sender's clock may be ahead: what is said to happen after we heard of it happened when we heard of it. That a touch can't be answered
 * before it is made is left to who reads it.
 */
const MOMENT = sql`least(e.at, e.received_at)`;
const COUNTS = sql`(e.evidence = 'human' OR (e.evidence <> 'bot' AND e.kind NOT IN ('scan', 'visit', 'click')))`;

/** The journeys with these ids, as they are on record now; those that are there no more are left out. */
export async function countedJourneys(store: Store, ids: readonly string[]): Promise<CountedJourney[]> {
  const wanted = sql`${[...ids]}::text[]`;
  const [journeys, touches, answers, trades] = [
    await sql<Omit<CountedJourney, 'touches' | 'answers' | 'trades'> & { clock: Clock }>`
      SELECT j.id, j.campaign_id AS "campaignId", c.goal, c.clock, j.holdout, j.status, j.outcome
        FROM journeys j JOIN campaigns c ON c.id = j.campaign_id WHERE j.id = ANY(${wanted})`.execute(store),
    await sql<CountedTouch & { journeyId: string }>`
      SELECT t.journey_id AS "journeyId", substr(t.id, length(t.journey_id) + 2) AS touch, t.message, t.medium, t.status = 'sent' AS sent, t.why, t.variant, t.cost::float8 AS cost,
             ${millis(sql`t.campaign_at`)} AS at, m.status AS piece,
             CASE WHEN m.touch_id IS NULL THEN ${millis(sql`t.campaign_at`)}
                  WHEN m.in_home_evidence <> 'returned' THEN ${millis(sql`coalesce(m.in_home, greatest(m.in_home_estimate, r.handed_over_at))`)} END AS open
        FROM touches t LEFT JOIN mailpieces m ON m.touch_id = t.id LEFT JOIN print_runs r ON r.id = m.print_run_id
       WHERE t.journey_id = ANY(${wanted}) AND t.status <> 'sending' ORDER BY t.campaign_at, t.at, t.id`.execute(store),
    await sql<CountedAnswer & { journeyId: string }>`
      SELECT "journeyId", e.touch, e.kind, ${COUNTS} AS counts, count(*) FILTER (WHERE e.evidence = 'bot')::int AS bots, ${millis(sql`min(${MOMENT})`)} AS first
        FROM (${eventsOf(wanted)}) e GROUP BY 1, 2, 3, 4`.execute(store),
    await sql<Trade>`SELECT "journeyId", ${TRADE_COLUMNS} FROM (${eventsOf(wanted)}) e WHERE ${IS_TRADE} ORDER BY e.id`.execute(store),
  ];
  const [touchesOf, answersOf, tradesOf] = [byJourney(touches.rows), byJourney(answers.rows), byJourney(trades.rows)];
  return journeys.rows.map(({ clock, ...journey }) => ({
    ...journey,
    touches: touchesOf.get(journey.id) ?? [],
    answers: (answersOf.get(journey.id) ?? []).map((answer) => ({ ...answer, first: clock.epoch + (answer.first - clock.epoch) * clock.speed })),
    trades: tradesOf.get(journey.id) ?? [],
  }));
}

function byJourney<Row extends { readonly journeyId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const group = grouped.get(row.journeyId);
    if (group) group.push(row);
    else grouped.set(row.journeyId, [row]);
  }
  return grouped;
}

/** Events about these journeys, and those of a shop that named the campaign and the person alone. */
function eventsOf(wanted: ReturnType<typeof sql>) {
  return sql`
    SELECT journey_id AS "journeyId", * FROM events WHERE journey_id = ANY(${wanted})
    UNION ALL
    SELECT campaign_id || '/' || prospect_id, * FROM events WHERE journey_id IS NULL AND prospect_id IS NOT NULL AND campaign_id || '/' || prospect_id = ANY(${wanted})`;
}
