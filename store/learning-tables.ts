import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { PolicySnapshot } from '../learning/index.ts';
import type { Basis, Finding, LessonKind, LookedAt, Proposal } from '../lessons/lesson.ts';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { CreatedAt, Json, MaybeTimestamp, Timestamp } from './columns.ts';
import type { PolicyOverride } from './policy-overrides.ts';
import type { SegmentOp, SegmentValue } from './segments.ts';

/** The tables of what is counted, chosen and learned. */
export interface LearningTables {
  figure_changes: { journey_id: string };
  journey_figures: { journey_id: string; campaign_id: string; adds: JSONColumnType<Record<string, [number, number]>> };
  /** int8 comes back as text. */
  figures: { campaign_id: string; figure: string; key: string; count: ColumnType<string, number, number>; amount: ColumnType<string, number, number> };
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
  fact_sources: {
    id: GeneratedAlways<string>;
    prospect_id: string;
    fact: string;
    value: ColumnType<unknown, string | null, never>;
    source: string;
    certainty: number;
    responses: Generated<number>;
    evidence: string | null;
    event_id: string | null;
    journey_id: string | null;
    at: Timestamp;
    recorded_at: CreatedAt;
  };
  lessons: {
    campaign_id: string;
    key: string;
    kind: LessonKind;
    sentence: JSONColumnType<Finding['sentence']>;
    numbers: JSONColumnType<Finding['numbers']>;
    certainty: number;
    basis: JSONColumnType<Basis>;
    proposal: JSONColumnType<Proposal> | null;
    ground: string;
    status: Generated<'proposed' | 'accepted' | 'dismissed' | 'superseded'>;
    holds: Generated<boolean>;
    found_at: CreatedAt;
    looked_at: CreatedAt;
    decided_by: string | null;
    decided_at: MaybeTimestamp;
  };
  lesson_decisions: {
    id: GeneratedAlways<string>;
    campaign_id: string;
    key: string;
    decision: 'accepted' | 'dismissed';
    by: string;
    because: string | null;
    sentence: JSONColumnType<Finding['sentence']>;
    proposal: JSONColumnType<Proposal> | null;
    effect: string;
    at: CreatedAt;
  };
  lesson_looks: { campaign_id: string; at: Timestamp; look: JSONColumnType<LookedAt> };
}
