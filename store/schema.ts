import type { ColumnType, Generated, GeneratedAlways, Insertable, JSONColumnType, Selectable } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { Evidence, Kind, TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { CreatedAt, Json, MaybeTimestamp, Timestamp } from './columns.ts';
import type { Deliverability } from './deliverability.ts';
import type { LearningTables } from './learning-tables.ts';
import type { PrintPlan } from './print-plan.ts';
import type { PrintTables } from './print-tables.ts';

/** The tables, as `migrations/` makes them; what each column means is said there. */
export interface Database extends PrintTables, LearningTables {
  prospects: { id: string; facts: Json; locale: Generated<string>; created_at: CreatedAt; updated_at: ColumnType<Date, Date | undefined, Date>; paused_until: MaybeTimestamp };
  identities: {
    prospect_id: string;
    title: string | null;
    first_name: string | null;
    last_name: string | null;
    address_line: string | null;
    address_complement: string | null;
    postcode: string | null;
    city: string | null;
    country: Generated<string>;
    email: string | null;
    company: string | null;
    address_at: Generated<Date>;
    deliverability: Generated<Deliverability>;
    deliverability_at: Generated<Date>;
    deliverability_evidence: string | null;
    email_key: GeneratedAlways<string | null>;
    postal_key: GeneratedAlways<string | null>;
  };
  mail_slots: { receiver: string; next_at: Timestamp; day: string; taken: number };
  listed_addresses: { medium: 'email' | 'print'; key: string; reason: string; source: string; at: CreatedAt };
  consents: { id: GeneratedAlways<string>; prospect_id: string; medium: TouchMedium; purpose: Generated<ConsentPurpose>; granted: boolean; source: string; wording: string | null; at: CreatedAt };
  suppressions: { prospect_id: string; medium: TouchMedium; reason: string; at: CreatedAt };
  lifted_suppressions: { id: GeneratedAlways<string>; prospect_id: string; medium: TouchMedium; reason: string; suppressed_at: Timestamp; lifted_at: CreatedAt; source: string };
  campaigns: {
    id: string;
    scenario: string;
    version: number;
    goal: Kind[];
    clock: JSONColumnType<Clock>;
    holdout: number;
    seed: string;
    /** Journeys started per second of the world. */
    pace: number;
    /** int8 comes back as text. */
    print_every_ms: ColumnType<string, number, never>;
    created_at: CreatedAt;
    entry: string | null;
    reentry_after_ms: ColumnType<string | null, number | null | undefined, never>;
    entries: Entries | null;
    print: JSONColumnType<PrintPlan> | null;
  };
  journeys: {
    id: string;
    campaign_id: string;
    prospect_id: string;
    holdout: boolean;
    status: Generated<'entered' | 'started' | 'ended'>;
    /** That leads it since it was moved; the campaign's while null. */
    version: number | null;
    outcome: string | null;
    ended_by: string | null;
    entered_at: CreatedAt;
    started_at: MaybeTimestamp;
    ended_at: MaybeTimestamp;
    key: string | null;
    facts: ColumnType<Record<string, unknown>, string | undefined, string>;
    start_after: Generated<Date>;
    start_attempts: Generated<number>;
    start_error: string | null;
  };
  touches: {
    id: string;
    journey_id: string;
    message: string;
    medium: TouchMedium;
    status: 'sending' | 'sent' | 'not-sent';
    why: string;
    props: Json;
    variant: string | null;
    policy: string | null;
    propensity: number | null;
    /** numeric comes back as text. */
    cost: ColumnType<string, number | undefined, number>;
    provider: string | null;
    provider_id: string | null;
    lease_until: MaybeTimestamp;
    slot_at: MaybeTimestamp;
    problem: Generated<string | null>;
    at: CreatedAt;
    campaign_at: Timestamp;
  };
  links: { token: string; touch_id: string; journey_id: string; kind: LinkKind; name: string; target: string; created_at: CreatedAt; revoked_at: MaybeTimestamp };
  events: {
    id: GeneratedAlways<string>;
    event_id: string;
    kind: string;
    evidence: Evidence;
    journey_id: string | null;
    campaign_id: string | null;
    prospect_id: string | null;
    touch: string | null;
    data: Json;
    source: string;
    at: Timestamp;
    received_at: CreatedAt;
    signal: 'pending' | 'done' | 'kept' | 'late' | 'unknown';
    signal_attempts: Generated<number>;
    signal_error: string | null;
    signal_after: Generated<Date>;
  };
  drop_areas: { code: string; campaign_id: string; area: string; name: string; households: number; quantity: number; file: string | null; sha256: string | null; created_at: CreatedAt };
  audience_members: {
    audience: string;
    prospect_id: string;
    touch_id: string;
    journey_id: string;
    wanted: boolean;
    left_because: string | null;
    stays_until: Timestamp;
    told: Generated<boolean>;
    told_keys: JSONColumnType<readonly string[]> | null;
    told_at: MaybeTimestamp;
  };
  leads: {
    id: string;
    form_id: string;
    page_id: string;
    at: Timestamp;
    status: Generated<'new' | 'done' | 'unknown' | 'failed'>;
    attempts: Generated<number>;
    fetch_after: Generated<Date>;
    problem: string | null;
    received_at: CreatedAt;
  };
  consent_requests: {
    id: string;
    token: string;
    prospect_id: string;
    journey_id: string;
    touch: string;
    scenario_version: string;
    consents: JSONColumnType<readonly object[]>;
    source: string;
    email: string;
    locale: string;
    status: Generated<'asked' | 'sent' | 'failed' | 'confirmed'>;
    asked_at: Generated<Date>;
    expires_at: Timestamp;
    confirmed_at: MaybeTimestamp;
    started: Generated<boolean>;
    start_after: Generated<Date>;
    start_attempts: Generated<number>;
    start_error: string | null;
    lease_until: Generated<Date | null>;
  };
  operators: { name: string; password: string; created_at: CreatedAt };
  operator_sessions: { id: string; operator: string; created_at: CreatedAt; expires_at: Timestamp };
  sign_in_failures: { id: GeneratedAlways<string>; name: string; address: string; at: CreatedAt };
  operator_acts: { id: GeneratedAlways<string>; operator: string; act: string; campaign_id: string | null; prospect_id: string | null; details: Json; problem: string | null; at: CreatedAt };
  webhook_tokens: { token: string; event_id: string; seen_at: CreatedAt };
}

/** Whether people may enter a campaign by its event; `paused` lets them in and starts them when it is resumed. */
export type Entries = 'open' | 'paused' | 'closed';
export type LinkKind = 'qr' | 'purl' | 'click' | 'unsubscribe' | 'honeypot' | 'open';
/** What a consent is about: to be written to, or that we see whether a mail was opened. */
export type ConsentPurpose = 'contact' | 'service' | 'open-tracking';
export type EventRow = Selectable<Database['events']>;
/** An event as it comes in; `data` is an object, and the store decides what becomes of one that asks to be `pending`. */
export type NewEvent = Pick<Insertable<Database['events']>, 'event_id' | 'kind' | 'evidence' | 'journey_id' | 'campaign_id' | 'prospect_id' | 'touch' | 'source' | 'at'> & {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly signal: 'pending' | 'kept';
  /** Milliseconds for which its journey is not told yet, if it is to be told. */
  readonly hold?: number;
};
