import { sql, type RawBuilder } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { Observation } from '../learning/index.ts';
import type { Kind } from '../scenarios/vocabulary/index.ts';
import { givenBackIn, ordersOf } from './attribution/orders.ts';
import type { Store } from './connect.ts';
import type { ChoicePoint } from './policies.ts';

/** A choice as it is recorded, with all that learning needs of it. */
export interface DecisionRecord {
  /** `<journey>/<point>/<occurrence>`; of a touch's variant the touch's id. */
  readonly id: string;
  readonly journeyId: string;
  readonly campaignId: string;
  readonly point: string;
  readonly arm: string;
  /** Hash of the policy that chose. */
  readonly policy: string;
  /** How likely this choice was, and each of the others. */
  readonly propensity: number;
  readonly propensities: Readonly<Record<string, number>>;
  /** The facts that the policy went by. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Of a mailpiece: id of the first print run of its campaign, format and cut-off. Pieces of one batch are chosen by one policy. */
  readonly batch?: string | undefined;
  /** On the campaign's clock. */
  readonly campaignAt: Date;
}

/** The statement that records decisions, given as JSON by a SELECT of one column, once each; to stand alone or in another. */
export function insertionOfDecisions(decisions: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    INSERT INTO decisions (id, journey_id, campaign_id, point, arm, policy, propensity, propensities, facts, batch, campaign_at)
    SELECT d.* FROM (${decisions}) AS made (decision),
           jsonb_to_record(made.decision) AS d (id text, "journeyId" text, "campaignId" text, point text, arm text, policy text, propensity float8, propensities jsonb, facts jsonb, batch text, "campaignAt" timestamptz)
    ON CONFLICT (id) DO NOTHING RETURNING id`;
}

/**
 * Records a choice, once: a later try with the same id changes nothing.
 *
 * @returns false when it was recorded before.
 */
export async function recordDecision(store: Store, decision: DecisionRecord): Promise<boolean> {
  const { rows } = await sql`${insertionOfDecisions(sql`SELECT ${JSON.stringify(decision)}::jsonb`)}`.execute(store);
  return rows.length > 0;
}

const COLUMNS = ['id', 'journey_id as journeyId', 'campaign_id as campaignId', 'point', 'arm', 'policy', 'propensity', 'propensities', 'facts', 'batch', 'campaign_at as campaignAt'] as const;

export async function findDecision(store: Store, id: string): Promise<DecisionRecord | undefined> {
  const row = await store.selectFrom('decisions').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row && withoutNull(row);
}

/**
 * What was chosen in a campaign, in the order in which it was; at one point, or by one journey.
 *
 * @example (await decisionsOf(store, { campaignId: 'spring', point: 'thank-you' })).filter(({ arm }) => arm === 'warm').length
 */
export async function decisionsOf(store: Store, { campaignId, point, journeyId }: { campaignId: string; point?: string; journeyId?: string }): Promise<DecisionRecord[]> {
  let query = store.selectFrom('decisions').select(COLUMNS).where('campaign_id', '=', campaignId);
  if (point !== undefined) query = query.where('point', '=', point);
  if (journeyId !== undefined) query = query.where('journey_id', '=', journeyId);
  return (await query.orderBy('campaign_at').orderBy('id').execute()).map(withoutNull);
}

function withoutNull({ batch, ...decision }: Omit<DecisionRecord, 'batch'> & { batch: string | null }): DecisionRecord {
  return { ...decision, ...(batch === null ? {} : { batch }) };
}

/** What is to be known of a point's decisions. */
export interface ObservationsAsked extends ChoicePoint {
  readonly clock: Clock;
  /** Kinds that count as an answer: to the touch where the decision was a touch's variant, else of the journey from then on. */
  readonly reward: readonly Kind[];
  /** They count whatever the touch. */
  readonly isGoal: boolean;
  /** Kinds that speak against an arm. */
  readonly harm: readonly Kind[];
  /** With all that is known of each person, not only what the policy went by. */
  readonly allFacts?: boolean;
}

/** Kinds by which something is bought, and may be given back. */
const TRADES: readonly Kind[] = ['purchase', 'redeem'];

/**
 * Events from a decision on: told since, and not of what happened before. A day without its hour (`day`) is on record by its noon: it counts to its end. Other
 * clocks may be behind, and tell whole seconds.
 */
const SINCE = sql`(e.received_at >= d.at AND e.at >= d.at - CASE WHEN e.data ? 'day' THEN interval '12 hours' ELSE interval '1 minute' END)`;

/**
 * Every decision at a point with what came of it, for learning. A touch that did not go out, or was recalled, is none, and what was bought and wholly given back is no answer. Times are the campaign's, in
 * milliseconds; of a mailpiece they count from the letter box.
 */
export async function observationsOf(store: Store, { campaignId, point, arms, clock, reward, isGoal, harm, allFacts = false }: ObservationsAsked): Promise<Observation[]> {
  // As the campaign's clock shows it.
  const time = (column: RawBuilder<unknown>) => sql`(${clock.epoch}::float8 + (extract(epoch FROM ${column})::float8 * 1000 - ${clock.epoch}::float8) * ${clock.speed}::float8)`;
  const facts = allFacts ? sql`(SELECT p.facts || j.facts FROM journeys j JOIN prospects p ON p.id = j.prospect_id WHERE j.id = d.journey_id)` : sql`d.facts`;
  const returned = reward.some((kind) => TRADES.includes(kind)) ? givenBackIn(await ordersOf({ store, campaignId })) : [];
  const { rows } = await sql<{ arm: string; propensities: Record<string, number>; facts: Record<string, unknown>; at: number; isPiece: boolean; rewarded: number | null; harm: boolean }>`
    SELECT d.arm, d.propensities, ${facts} AS facts, extract(epoch FROM coalesce(m.in_home, m.in_home_estimate, d.campaign_at))::float8 * 1000 AS at, m.touch_id IS NOT NULL AS "isPiece", answered.at AS rewarded, harmed.is AS harm
      FROM decisions d
      LEFT JOIN touches t ON t.id = d.id
      LEFT JOIN mailpieces m ON m.touch_id = d.id
      CROSS JOIN LATERAL (
        SELECT min(${time(sql`e.at`)}) AS at FROM events e
         WHERE e.journey_id = d.journey_id AND e.kind = ANY(${[...reward]}::text[]) AND e.evidence <> 'bot' AND (e.evidence = 'human' OR e.kind NOT IN ('scan', 'visit', 'click'))
           AND CASE WHEN t.id IS NULL OR ${isGoal} THEN ${SINCE} ELSE e.touch = substr(d.id, length(d.journey_id) + 2) END
           AND e.event_id <> ALL(${returned}::text[])
      ) answered
      CROSS JOIN LATERAL (
        SELECT EXISTS (
          SELECT FROM events e WHERE e.journey_id = d.journey_id AND e.kind = ANY(${[...harm]}::text[]) AND e.evidence <> 'bot' AND ${SINCE}
             AND (t.id IS NULL OR e.touch IS NULL OR e.touch = substr(d.id, length(d.journey_id) + 2))) AS is
      ) harmed
     WHERE d.campaign_id = ${campaignId} AND d.point = ${point} AND d.arm = ANY(${[...arms]}::text[])
       AND (t.id IS NULL OR t.status = 'sent') AND m.status IS DISTINCT FROM 'recalled'
     ORDER BY d.campaign_at, d.id`.execute(store);
  return rows.map(({ arm, propensities, facts, at, isPiece, rewarded, harm }) => {
    // What comes before the estimate says that the piece was there; nothing else is answered before it was.
    const began = isPiece && rewarded !== null ? Math.min(at, rewarded) : at;
    return { arm, propensities, facts, at: began, ...(rewarded === null ? {} : { reward: { at: Math.max(began, rewarded) } }), ...(harm ? { harm } : {}) };
  });
}
