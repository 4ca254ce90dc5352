import { sql, type RawBuilder } from 'kysely';
import type { CampaignSeen, JourneySeen, PointSeen, TouchSeen } from '../lessons/index.ts';
import type { Clock } from '../engine/clock.ts';
import type { Kind, TouchMedium } from '../scenarios/vocabulary/index.ts';
import { givenBackIn, ordersOf } from './attribution/orders.ts';
import type { Store } from './connect.ts';
import { observationsOf } from './decisions.ts';
import { currentPolicies, type CurrentPolicy } from './policies.ts';

/** What counts as success at a choice point, and for how long. */
export interface Rewarded {
  readonly reward: readonly Kind[] | 'goal';
  /** Campaign milliseconds. */
  readonly within: number;
}

export interface CampaignAsked {
  readonly campaignId: string;
  readonly clock: Clock;
  readonly goal: readonly Kind[];
  /** Campaign milliseconds. */
  readonly now: number;
  readonly rewardOf: (point: string) => Rewarded;
}

/** Kinds that speak against a touch. */
const HARM: readonly Kind[] = ['unsubscribe', 'complained'];
const DAY = 86_400_000;

/** All that lessons are drawn from, read at one moment. Touches of holdouts there are none; nobody's name or address is in it. */
export async function campaignSeen(store: Store, asked: CampaignAsked): Promise<CampaignSeen> {
  return store
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const learned = await learnedFacts(transaction, asked.campaignId);
      return {
        now: asked.now,
        touches: (await touchesSeen(transaction, asked)).map((touch) => ({ ...touch, facts: without(touch.facts, learned) })),
        journeys: await journeysSeen(transaction, asked),
        points: await pointsSeen(transaction, asked, learned),
      };
    });
}

/** Facts that people of the campaign told or showed on the way: sorting people by these would be sorting them by their answers. */
async function learnedFacts(store: Store, campaignId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ fact: string }>`
    SELECT DISTINCT s.fact FROM fact_sources s JOIN journeys j ON j.prospect_id = s.prospect_id WHERE j.campaign_id = ${campaignId} AND s.value IS NOT NULL`.execute(store);
  return new Set(rows.map(({ fact }) => fact));
}

function without(facts: Readonly<Record<string, unknown>>, learned: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => !learned.has(fact)));
}

/** The campaign's time of a column in the world's, milliseconds. */
const onClock = ({ epoch, speed }: Clock, column: RawBuilder<unknown>) => sql`(${epoch}::float8 + (extract(epoch FROM ${column})::float8 * 1000 - ${epoch}::float8) * ${speed}::float8)`;
const milliseconds = (column: RawBuilder<unknown>) => sql`extract(epoch FROM ${column})::float8 * 1000`;

interface TouchRow {
  readonly journey: string;
  readonly message: string;
  readonly medium: TouchMedium;
  readonly at: number;
  readonly cost: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly answerKind: Kind | null;
  readonly answerAt: number | null;
  readonly failed: TouchSeen['failed'] | null;
  readonly wentOn: number | null;
}

async function touchesSeen(store: Store, { campaignId, clock }: CampaignAsked): Promise<TouchSeen[]> {
  const { rows } = await sql<TouchRow>`
    WITH reports AS MATERIALIZED (
      SELECT e.journey_id || '/' || e.touch AS touch_id, e.kind, ${onClock(clock, sql`e.at`)} AS at
        FROM events e
       WHERE e.campaign_id = ${campaignId} AND e.touch IS NOT NULL AND e.evidence <> 'bot'
         AND (e.kind = 'reply' OR (e.kind IN ('scan', 'visit', 'click') AND e.evidence = 'human') OR e.kind IN ('returned', 'failed') OR (e.kind = 'bounced' AND e.data->>'permanent' = 'true'))
    ), answers AS (
      SELECT DISTINCT ON (touch_id) touch_id, kind, at FROM reports WHERE kind IN ('scan', 'visit', 'click', 'reply') ORDER BY touch_id, at
    ), failures AS (
      SELECT DISTINCT ON (touch_id) touch_id, kind FROM reports WHERE kind IN ('returned', 'bounced', 'failed') ORDER BY touch_id, at
    )
    SELECT j.id AS journey, t.message, t.medium, t.cost::float8 AS cost, p.facts || j.facts AS facts,
           ${milliseconds(sql`coalesce(m.in_home, greatest(m.in_home_estimate, r.handed_over_at), m.in_home_estimate, t.campaign_at)`)} AS at,
           a.kind AS "answerKind", a.at AS "answerAt", f.kind AS failed,
           ${milliseconds(sql`lead(t.campaign_at) OVER (PARTITION BY t.journey_id ORDER BY t.campaign_at)`)} AS "wentOn"
      FROM journeys j JOIN prospects p ON p.id = j.prospect_id JOIN touches t ON t.journey_id = j.id
           LEFT JOIN mailpieces m ON m.touch_id = t.id LEFT JOIN print_runs r ON r.id = m.print_run_id LEFT JOIN answers a ON a.touch_id = t.id LEFT JOIN failures f ON f.touch_id = t.id
     WHERE j.campaign_id = ${campaignId} AND t.status = 'sent' AND m.status IS DISTINCT FROM 'recalled'
     ORDER BY t.campaign_at, t.id`.execute(store);
  return rows.map(({ answerKind, answerAt, failed, wentOn, ...touch }) => ({
    ...touch,
    ...(answerKind === null || answerAt === null ? {} : { answer: { kind: answerKind, at: answerAt } }),
    ...(failed === null || failed === undefined ? {} : { failed }),
    ...(wentOn === null ? {} : { wentOn }),
  }));
}

/** An order is counted once, however often it is reported; what was given back of it comes off, and one that was wholly given back reaches no goal. */
async function journeysSeen(store: Store, { campaignId, goal }: CampaignAsked): Promise<JourneySeen[]> {
  const orders = await ordersOf({ store, campaignId });
  const returned = givenBackIn(orders);
  const revenue = new Map<string, number>();
  for (const { journeyId, paid } of orders) if (paid) revenue.set(journeyId, (revenue.get(journeyId) ?? 0) + paid.amount - paid.refunded);
  const { rows } = await sql<Omit<JourneySeen, 'revenue'>>`
    WITH acts AS MATERIALIZED (
      SELECT coalesce(e.journey_id, e.campaign_id || '/' || e.prospect_id) AS journey_id FROM events e
       WHERE e.campaign_id = ${campaignId} AND e.evidence <> 'bot' AND e.kind = ANY(${[...goal]}::text[]) AND e.event_id <> ALL(${returned}::text[])
    )
    SELECT j.id, EXISTS (SELECT FROM acts a WHERE a.journey_id = j.id) AS converted FROM journeys j WHERE j.campaign_id = ${campaignId} AND NOT j.holdout ORDER BY j.id`.execute(store);
  return rows.map((row) => ({ ...row, revenue: revenue.get(row.id) ?? 0 }));
}

/** Only choices as old as their reward may be late: of younger ones the quick answers alone would be known. */
async function pointsSeen(store: Store, { campaignId, clock, goal, now, rewardOf }: CampaignAsked, learned: ReadonlySet<string>): Promise<PointSeen[]> {
  const points: PointSeen[] = [];
  for (const { point, arms, medium } of pointsOf(await currentPolicies(store, campaignId))) {
    const { reward, within } = rewardOf(point);
    const observations = await observationsOf(store, { campaignId, point, arms, clock, reward: reward === 'goal' ? goal : reward, isGoal: reward === 'goal', harm: HARM, allFacts: true });
    const choices = observations
      .filter(({ at }) => now - at >= within)
      .map(({ arm, propensities, facts, at, reward: answered, harm = false }) => ({ arm, propensities, facts: without(facts ?? {}, learned), success: answered !== undefined && answered.at - at <= within, harm }));
    points.push({ point, arms, reward, within: within / DAY, choices, ...(medium === undefined ? {} : { medium }) });
  }
  return points;
}

/** A point is one, though each version of its path may offer other arms there: with the arms of all. */
function pointsOf(policies: readonly CurrentPolicy[]): Pick<CurrentPolicy, 'point' | 'arms' | 'medium'>[] {
  const points = new Map<string, Pick<CurrentPolicy, 'point' | 'arms' | 'medium'>>();
  for (const { point, arms, medium = points.get(point)?.medium } of policies) {
    points.set(point, { point, arms: [...new Set([...(points.get(point)?.arms ?? []), ...arms])], ...(medium === undefined ? {} : { medium }) });
  }
  return [...points.values()];
}
