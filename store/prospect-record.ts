import { sql } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { Evidence, Kind, TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';

/** A touch of a journey, as it is on record. */
export interface RecordedTouch {
  readonly id: string;
  /** `<message>/<occurrence>`. */
  readonly touch: string;
  readonly message: string;
  readonly medium: TouchMedium;
  readonly status: 'sending' | 'sent' | 'not-sent';
  readonly why: string;
  readonly variant: string | null;
  readonly props: Readonly<Record<string, unknown>>;
  /** Euros. */
  readonly cost: number;
  readonly campaignAt: Date;
  /** Of a mailpiece: its run, and what became of it. */
  readonly printRunId: string | null;
  readonly piece: 'queued' | 'recalled' | 'printed' | null;
  readonly format: string | null;
  /** How many sides it has, as it was printed; null before. */
  readonly sides: number | null;
}

/** What was done to somebody in a journey, first to last. */
export async function touchesOfJourney(store: Store, journeyId: string): Promise<RecordedTouch[]> {
  const { rows } = await sql<RecordedTouch>`
    SELECT t.id, substr(t.id, length(t.journey_id) + 2) AS touch, t.message, t.medium, t.status, t.why, t.variant, t.props, t.cost::float8 AS cost, t.campaign_at AS "campaignAt",
           m.print_run_id AS "printRunId", m.status AS piece, r.format,
           m.last_page - m.first_page + 1 + (m.front_page IS NOT NULL)::int AS sides
      FROM touches t LEFT JOIN mailpieces m ON m.touch_id = t.id LEFT JOIN print_runs r ON r.id = m.print_run_id
     WHERE t.journey_id = ${journeyId} ORDER BY t.campaign_at, t.at, t.id`.execute(store);
  return rows;
}

export interface RecordedReport {
  readonly eventId: string;
  readonly kind: Kind;
  readonly touch: string | null;
  readonly evidence: Evidence;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** What came in about a journey, first to last; the 500 latest. */
export async function eventsOfJourney(store: Store, journeyId: string): Promise<RecordedReport[]> {
  const rows = await store
    .selectFrom('events')
    .select(['event_id as eventId', 'kind', 'touch', 'evidence', 'data', 'at'])
    .where('journey_id', '=', journeyId)
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
  return rows.reverse() as RecordedReport[];
}

/** A journey, with what its campaign says of it. */
export interface RecordedJourney {
  readonly id: string;
  readonly campaignId: string;
  readonly prospectId: string;
  readonly scenario: string;
  /** That leads it. */
  readonly version: number;
  readonly clock: Clock;
  readonly holdout: boolean;
  readonly status: 'entered' | 'started' | 'ended';
  readonly outcome: string | null;
  readonly endedBy: string | null;
  readonly enteredAt: Date;
  readonly endedAt: Date | null;
}

/** The journeys of somebody, latest first. */
export async function recordedJourneys(store: Store, prospectId: string): Promise<RecordedJourney[]> {
  return store
    .selectFrom('journeys as j')
    .innerJoin('campaigns as c', 'c.id', 'j.campaign_id')
    .select(['j.id', 'j.campaign_id as campaignId', 'j.prospect_id as prospectId', 'c.scenario', 'c.clock', 'j.holdout', 'j.status', 'j.outcome', 'j.ended_by as endedBy', 'j.entered_at as enteredAt', 'j.ended_at as endedAt'])
    .select((eb) => eb.fn.coalesce('j.version', 'c.version').as('version'))
    .where('j.prospect_id', '=', prospectId)
    .orderBy('j.entered_at', 'desc')
    .orderBy('j.id')
    .limit(50)
    .execute();
}

/** Somebody who was found. */
export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly city: string | null;
}

/** People by the beginning of their id, by their email, or by their last name; 20 at most. */
export async function searchPeople(store: Store, words: string): Promise<FoundPerson[]> {
  const { rows } = await sql<FoundPerson>`
    WITH found AS (
      SELECT id FROM prospects WHERE starts_with(id, ${words})
      UNION SELECT prospect_id FROM identities WHERE email_key = email_key(${words})
      UNION SELECT prospect_id FROM identities WHERE lower(last_name) = lower(${words})
    )
    SELECT p.id, concat_ws(' ', i.title, i.first_name, i.last_name) AS name, i.city
      FROM found p LEFT JOIN identities i ON i.prospect_id = p.id
     ORDER BY p.id LIMIT 20`.execute(store);
  return rows;
}
