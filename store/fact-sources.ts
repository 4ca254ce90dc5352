import { sql } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { InferredFacts } from '../engine/inferred.ts';
import type { Kind, TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';

/** What is known of a person and how: for whoever looks at one of them. */
export interface KnownFact {
  readonly fact: string;
  readonly value: unknown;
  /** Such as `asked:personal-page`, `path`, `inferred:clicks`; `given` for what came with an import or an entry event. */
  readonly source: string;
  /** 1 for what was told. */
  readonly certainty: number;
  /** That it rests on; none for what was given. */
  readonly responses?: number;
  readonly journeyId?: string;
  /** When that was, in the world's time; of what was given, none. */
  readonly at?: Date;
}

/** The newest record of each of a person's facts, `source` aside only while `prospects.facts` says the same. */
const latestOf = (prospectId: string) => sql`(SELECT DISTINCT ON (fact) id, fact, value, source, certainty, responses, journey_id, at, recorded_at FROM fact_sources WHERE prospect_id = ${prospectId} ORDER BY fact, id DESC)`;

/**
 * The facts of a person, each with its source and date.
 *
 * @example (await knownFacts(store, 'p-001')).find(({ fact }) => fact === 'bestHour') // { value: '18:00', source: 'inferred:hours', certainty: 0.8, responses: 4, … }
 */
export async function knownFacts(store: Store, prospectId: string): Promise<KnownFact[]> {
  const { rows } = await sql<{ fact: string; value: unknown; source: string | null; certainty: number; responses: number; journey_id: string | null; at: Date }>`
    SELECT f.key AS fact, f.value, l.source, l.certainty, l.responses, l.journey_id, l.at
      FROM prospects p CROSS JOIN jsonb_each(p.facts) f LEFT JOIN ${latestOf(prospectId)} l ON l.fact = f.key AND l.value = f.value
     WHERE p.id = ${prospectId} ORDER BY f.key`.execute(store);
  return rows.map(({ fact, value, source, certainty, responses, journey_id, at }) =>
    source === null ? { fact, value, source: 'given', certainty: 1 } : { fact, value, source, certainty, responses, ...(journey_id === null ? {} : { journeyId: journey_id }), at },
  );
}

/** Where facts that a person told come from. */
export interface Telling {
  readonly prospectId: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Such as `asked:personal-page`, or `path` for what a path concluded. */
  readonly source: string;
  readonly journeyId?: string;
  /** In the world's time; now unless said. */
  readonly at?: Date;
}

/** Records how told facts are known, where that is new: told again is told, and told beats inferred. */
export async function recordTold(store: Store, { prospectId, facts, source, journeyId, at = new Date() }: Telling): Promise<void> {
  await sql`
    INSERT INTO fact_sources (prospect_id, fact, value, source, certainty, journey_id, at)
    SELECT p.id, f.key, f.value, ${source}, 1, ${journeyId ?? null}, ${at}::timestamptz
      FROM prospects p CROSS JOIN jsonb_each(${JSON.stringify(facts)}::jsonb) f LEFT JOIN ${latestOf(prospectId)} l ON l.fact = f.key
     WHERE p.id = ${prospectId} AND (l.value IS DISTINCT FROM f.value OR l.source LIKE 'inferred:%')`.execute(store);
}

/** Whose responses are looked at, and by which scenario's rules. */
export interface Observed {
  readonly prospectId: string;
  readonly scenario: string;
  readonly version: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly country: string | null;
  readonly postcode: string | null;
  /** They want nothing from us by any medium: nothing is to be inferred about them either (GDPR, article 21 (2) and (3)). */
  readonly objects: boolean;
}

/** The person of a journey, as far as inferring needs it. */
export async function observedOf(store: Store, journeyId: string): Promise<Observed | undefined> {
  const { rows } = await sql<Observed>`
    SELECT j.prospect_id AS "prospectId", c.scenario, coalesce(j.version, c.version) AS version, p.facts || j.facts AS facts, i.country, i.postcode,
           (SELECT count(*) = 3 FROM suppressions WHERE prospect_id = p.id AND reason = 'unsubscribed') AS objects
      FROM journeys j JOIN campaigns c ON c.id = j.campaign_id JOIN prospects p ON p.id = j.prospect_id LEFT JOIN identities i ON i.prospect_id = p.id
     WHERE j.id = ${journeyId}`.execute(store);
  return rows[0];
}

/** A response as it is on record, for rules that infer. */
export interface RecordedResponse {
  readonly scenario: string;
  readonly message: string;
  readonly medium: TouchMedium;
  readonly variant: string | null;
  readonly props: Readonly<Record<string, unknown>>;
  readonly kind: Kind;
  readonly link: string | null;
  readonly page: string | null;
  /** In the world's time, to be read by its campaign's clock. */
  readonly at: Date;
  readonly clock: Clock;
}

/** A touch that was sent, for rules that infer. */
export interface RecordedTouch {
  readonly scenario: string;
  readonly message: string;
  readonly medium: TouchMedium;
  /** When it was with them, campaign time. */
  readonly at: Date;
  readonly answered: boolean;
}

/** Kinds by which a person shows themselves at a certain time. */
export const TELLING: readonly Kind[] = ['scan', 'visit', 'click', 'reply'];
/** Responses and touches looked at, the latest. */
const MOST = 200;

/** What a person got and did, in all campaigns, oldest first; only what a person did for certain. Locks the person's row, so that two conclusions don't cross. */
export async function seenOf(transaction: Store, prospectId: string): Promise<{ responses: RecordedResponse[]; touches: RecordedTouch[] }> {
  await sql`SELECT FROM prospects WHERE id = ${prospectId} FOR NO KEY UPDATE`.execute(transaction);
  const { rows: responses } = await sql<RecordedResponse>`
    SELECT c.scenario, t.message, t.medium, t.variant, t.props, e.kind, e.data->>'link' AS link,
           (SELECT regexp_replace(l.target, '^page:', '') FROM links l
             WHERE l.touch_id = t.id AND CASE e.kind WHEN 'scan' THEN l.kind = 'qr' WHEN 'click' THEN l.kind = 'click' AND l.name = e.data->>'link' AND l.target LIKE 'page:%' ELSE l.kind = 'purl' END LIMIT 1) AS page,
           e.at, c.clock
      FROM events e JOIN journeys j ON j.id = e.journey_id JOIN campaigns c ON c.id = j.campaign_id JOIN touches t ON t.id = j.id || '/' || e.touch
     WHERE e.journey_id IN (SELECT id FROM journeys WHERE prospect_id = ${prospectId}) AND e.kind = ANY(${[...TELLING]}::text[]) AND e.evidence = 'human'
     ORDER BY e.id DESC LIMIT ${MOST}`.execute(transaction);
  const { rows: touches } = await sql<RecordedTouch>`
    SELECT c.scenario, t.message, t.medium, coalesce(m.in_home, m.in_home_estimate, t.campaign_at) AS at,
           EXISTS (SELECT FROM events e WHERE e.journey_id = j.id AND j.id || '/' || e.touch = t.id AND e.kind = ANY(${[...TELLING]}::text[]) AND e.evidence = 'human') AS answered
      FROM journeys j JOIN campaigns c ON c.id = j.campaign_id JOIN touches t ON t.journey_id = j.id LEFT JOIN mailpieces m ON m.touch_id = t.id
     WHERE j.prospect_id = ${prospectId} AND t.status = 'sent' AND m.status IS DISTINCT FROM 'recalled' AND m.in_home_evidence IS DISTINCT FROM 'returned'
     ORDER BY t.at DESC LIMIT ${MOST}`.execute(transaction);
  return { responses: responses.reverse(), touches: touches.reverse() };
}

/** A fact that a rule concluded. */
export interface InferredFact {
  readonly fact: string;
  readonly value: unknown;
  readonly source: string;
  readonly certainty: number;
  readonly responses: number;
}

/** What was concluded as an event came in. */
export interface Inferring {
  readonly prospectId: string;
  readonly journeyId: string;
  readonly eventId: string;
  /** Of the event, in the world's time. */
  readonly at: Date;
  readonly facts: readonly InferredFact[];
}

/**
 * Keeps what was inferred, where it may: what the person told, or what an import or entry event gave, stands, and so does what was inferred with more certainty. To be called in
 * the transaction that stores the event, after `seenOf`.
 */
export async function keepInferred(transaction: Store, { prospectId, journeyId, eventId, at, facts }: Inferring): Promise<void> {
  if (facts.length === 0) return;
  await sql`
    WITH given AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) AS r (fact text, value jsonb, source text, certainty float8, responses int)),
    kept AS (
      INSERT INTO fact_sources (prospect_id, fact, value, source, certainty, responses, evidence, event_id, journey_id, at)
      SELECT p.id, g.fact, g.value, g.source, g.certainty, g.responses, 'human', ${eventId}, ${journeyId}, ${at}::timestamptz
        FROM given g JOIN prospects p ON p.id = ${prospectId} JOIN journeys j ON j.id = ${journeyId} LEFT JOIN ${latestOf(prospectId)} l ON l.fact = g.fact
       WHERE NOT j.facts ? g.fact
         AND (NOT p.facts ? g.fact OR (l.source LIKE 'inferred:%' AND l.value = p.facts->g.fact AND l.value <> g.value AND l.certainty <= g.certainty))
      RETURNING fact, value
    )
    UPDATE prospects SET facts = facts || (SELECT jsonb_object_agg(fact, value) FROM kept), updated_at = now() WHERE id = ${prospectId} AND EXISTS (SELECT FROM kept)`.execute(transaction);
}

/**
 * What has been inferred about the journey's person since it began, as its next report carries it: whichever journey they showed it on, and however many reports were
 * not told.
 */
export async function inferredSince(store: Store, journeyId: string): Promise<InferredFacts | undefined> {
  const prospectId = sql`(SELECT prospect_id FROM journeys WHERE id = ${journeyId})`;
  const { rows } = await sql<{ facts: InferredFacts | null }>`
    SELECT jsonb_object_agg(l.fact, jsonb_build_object('value', l.value, 'source', l.source)) AS facts
      FROM journeys j JOIN prospects p ON p.id = j.prospect_id
           JOIN (SELECT DISTINCT ON (fact) fact, value, source, recorded_at FROM fact_sources WHERE prospect_id = ${prospectId} ORDER BY fact, id DESC) l ON l.value = p.facts->l.fact
     WHERE j.id = ${journeyId} AND l.source LIKE 'inferred:%' AND l.recorded_at >= coalesce(j.started_at, j.entered_at)`.execute(store);
  return rows[0]?.facts ?? undefined;
}

/** A stretch of time in which responses turned out to be a machine's. */
export interface MachineTime {
  readonly journeyId: string;
  readonly at: Date;
  /** Milliseconds of real time around it. */
  readonly within: number;
}

/**
 * Takes back what was inferred from responses that turned out to be a machine's, and from those beside them: the person's next response tells whether it holds all the same. What
 * was to be told about it and has not been is not told.
 */
export async function withdrawInferred(store: Store, { journeyId, at, within }: MachineTime): Promise<void> {
  const near = (column: string) => sql`abs(extract(epoch FROM ${sql.ref(column)} - ${at}::timestamptz)) * 1000 <= ${within}::float8`;
  await sql`
    WITH withdrawn AS (
      INSERT INTO fact_sources (prospect_id, fact, value, source, certainty, journey_id, at)
      SELECT p.id, l.fact, NULL, 'withdrawn:bot', 1, ${journeyId}, ${at}::timestamptz
        FROM prospects p JOIN LATERAL (SELECT DISTINCT ON (fact) fact, value, source, at FROM fact_sources WHERE prospect_id = p.id ORDER BY fact, id DESC) l ON l.value = p.facts->l.fact
       WHERE p.id = (SELECT prospect_id FROM journeys WHERE id = ${journeyId}) AND l.source LIKE 'inferred:%' AND ${near('l.at')}
      RETURNING prospect_id, fact
    ), untold AS (
      UPDATE events SET data = data - 'inferred' WHERE journey_id = ${journeyId} AND signal = 'pending' AND data ? 'inferred' AND ${near('at')} AND EXISTS (SELECT FROM withdrawn)
    )
    UPDATE prospects SET facts = facts - (SELECT array_agg(fact) FROM withdrawn), updated_at = now() WHERE id IN (SELECT prospect_id FROM withdrawn)`.execute(store);
}

/** Forgets all that was inferred about who has objected to every medium; of others nothing. */
export async function forgetInferredOfObjector(store: Store, prospectId: string): Promise<void> {
  await sql`
    WITH objecting AS (SELECT WHERE (SELECT count(*) = 3 FROM suppressions WHERE prospect_id = ${prospectId} AND reason = 'unsubscribed')),
    inferred AS (
      SELECT l.fact FROM prospects p JOIN ${latestOf(prospectId)} l ON l.value = p.facts->l.fact WHERE p.id = ${prospectId} AND l.source LIKE 'inferred:%' AND EXISTS (SELECT FROM objecting)
    ), forgotten AS (
      DELETE FROM fact_sources WHERE prospect_id = ${prospectId} AND (source LIKE 'inferred:%' OR source LIKE 'withdrawn:%') AND EXISTS (SELECT FROM objecting)
    )
    UPDATE prospects SET facts = facts - (SELECT array_agg(fact) FROM inferred), updated_at = now() WHERE id = ${prospectId} AND EXISTS (SELECT FROM inferred)`.execute(store);
}
