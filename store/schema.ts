import type { ColumnType, Generated, GeneratedAlways, Insertable, JSONColumnType, Selectable } from 'kysely';
import type { Clock } from '../engine/clock.ts';
import type { Deliverability } from './deliverability.ts';
import type { Evidence, Kind, TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { PolicySnapshot } from '../learning/index.ts';
import type { PolicyOverride } from './policies.ts';
import type { SegmentOp, SegmentValue } from './segments.ts';
import type { PrintFile, PrintPlan, PrinterReport, PrintRunStatus, Reconciliation } from './print-plan.ts';

type Json = JSONColumnType<Record<string, unknown>>;
type CreatedAt = ColumnType<Date, Date | string | undefined, never>;
type Timestamp = ColumnType<Date, Date | string, Date | string>;
type MaybeTimestamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** The tables, as `migrations/` makes them; what each column means is said there. */
export interface Database {
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
    at: CreatedAt;
    campaign_at: Timestamp;
  };
  links: { token: string; touch_id: string; journey_id: string; kind: LinkKind; name: string; target: string; created_at: CreatedAt; revoked_at: MaybeTimestamp };
  print_runs: {
    id: string;
    campaign_id: string;
    cut_off: Timestamp;
    format: Generated<string>;
    batch: Generated<number>;
    printer: Generated<string>;
    status: Generated<PrintRunStatus>;
    closed_by: 'cut-off' | 'full' | null;
    over_budget: Generated<number>;
    proof: string | null;
    pieces: number | null;
    pdf: string | null;
    manifest: string | null;
    handed_over_at: MaybeTimestamp;
    reference: string | null;
    problem: string | null;
    report: JSONColumnType<PrinterReport> | null;
    reconciliation: JSONColumnType<Reconciliation> | null;
    created_at: CreatedAt;
  };
  print_chunks: {
    print_run_id: string;
    chunk: number;
    first_touch: string;
    last_touch: string;
    planned: number;
    pieces: number | null;
    files: JSONColumnType<PrintFile[]> | null;
    rendered_at: MaybeTimestamp;
  };
  print_approvals: { campaign_id: string; format: string; print_run_id: string; approved_by: string; at: CreatedAt };
  print_seeds: {
    campaign_id: string;
    number: number;
    title: string | null;
    first_name: string | null;
    last_name: string;
    address_line: string;
    address_complement: string | null;
    postcode: string;
    city: string;
    country: Generated<string>;
  };
  print_seed_pieces: {
    print_run_id: string;
    number: number;
    copy_of: string;
    chunk: number;
    qr_token: string;
    purl_token: string;
    first_page: number;
    last_page: number;
    front_page: number | null;
    sha256: string;
    problem: string | null;
  };
  mailpieces: {
    touch_id: string;
    print_run_id: string;
    status: Generated<'queued' | 'recalled' | 'printed'>;
    chunk: number | null;
    first_page: number | null;
    last_page: number | null;
    front_page: number | null;
    sha256: string | null;
    problem: string | null;
    in_home_estimate: Timestamp;
    in_home: MaybeTimestamp;
    in_home_evidence: Generated<'estimated' | 'logical' | 'scan' | 'returned'>;
    queued_at: CreatedAt;
  };
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
  };
  policies: { hash: string; snapshot: JSONColumnType<PolicySnapshot>; created_at: CreatedAt };
  policies_in_force: { campaign_id: string; point: string; arms: string[]; policy: string; medium: TouchMedium | null; stale: Generated<boolean>; since: Generated<Date> };
  policy_changes: { id: GeneratedAlways<string>; campaign_id: string; point: string; arms: string[]; policy: string; campaign_at: Timestamp; at: CreatedAt };
  batch_policies: { batch: string; point: string; arms: string[]; policy: string };
  policy_overrides: { id: GeneratedAlways<string>; campaign_id: string; point: string; override: JSONColumnType<PolicyOverride>; by: string; because: string; at: CreatedAt };
  decisions: {
    id: string;
    journey_id: string;
    campaign_id: string;
    point: string;
    arm: string;
    policy: string;
    propensity: number;
    propensities: JSONColumnType<Record<string, number>>;
    facts: Json;
    batch: string | null;
    campaign_at: Timestamp;
    at: CreatedAt;
  };
  dropped_segments: {
    id: GeneratedAlways<string>;
    campaign_id: string;
    rule: string;
    fact: string;
    op: SegmentOp;
    value: ColumnType<SegmentValue, string, never>;
    medium: TouchMedium | null;
    by: string;
    because: string;
    at: CreatedAt;
    ended_at: MaybeTimestamp;
    ended_by: string | null;
    ended_because: string | null;
  };
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
