import { sql, type RawBuilder } from 'kysely';
import type { PolicySnapshot } from '../learning/index.ts';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';
import { overridesOf, type OverrideOnRecord } from './policy-overrides.ts';

/** A choice point of a campaign: a message's name or the name given to `journey.choose`, with the arms that the path offers there. */
export interface ChoicePoint {
  readonly campaignId: string;
  readonly point: string;
  readonly arms: readonly string[];
}

/** The policy that chooses at a point now. */
export interface CurrentPolicy extends Omit<ChoicePoint, 'campaignId'> {
  /** Of a touch that offers variants. */
  readonly medium?: TouchMedium;
  readonly snapshot: PolicySnapshot;
  readonly since: Date;
  /** Choices made by whichever policy, by arm. */
  readonly decided: Readonly<Record<string, number>>;
  /** What operators set and has not been taken back, oldest first. */
  readonly overrides: readonly OverrideOnRecord[];
}

/**
 * The policies of a campaign, by choice point. A point is here from its first decision on.
 *
 * @example (await currentPolicies(store, 'spring')).find(({ point }) => point === 'thank-you')?.snapshot.weights // { warm: 0.62, factual: 0.38 }
 */
export async function currentPolicies(store: Store, campaignId: string): Promise<CurrentPolicy[]> {
  const { rows } = await sql<Omit<CurrentPolicy, 'medium' | 'overrides'> & { medium: TouchMedium | null }>`
    SELECT f.point, f.arms, f.medium, p.snapshot, f.since,
           coalesce((SELECT jsonb_object_agg(arm, count) FROM (SELECT arm, count(*) FROM decisions WHERE campaign_id = f.campaign_id AND point = f.point AND arm = ANY(f.arms) GROUP BY arm) counts), '{}') AS decided
      FROM policies_in_force f JOIN policies p ON p.hash = f.policy
     WHERE f.campaign_id = ${campaignId} ORDER BY f.point, f.since`.execute(store);
  const overrides = await overridesOf(store, campaignId);
  return rows.map(({ medium, ...policy }) => ({ ...policy, ...(medium === null ? {} : { medium }), overrides: overrides.get(policy.point) ?? [] }));
}

/** A policy that comes into force. */
export interface PolicyToForce extends ChoicePoint {
  readonly medium?: TouchMedium | undefined;
  readonly snapshot: PolicySnapshot;
  /** On the campaign's clock. */
  readonly campaignAt: Date;
}

/**
 * Keeps a snapshot and lets it choose from now on. Where an operator has set something since the last one, mailpieces that are queued for a batch under way are chosen by
 * it as well, whoever has learned it. To be called `atPoint`, with a snapshot that knows of all that was set. Safe to repeat.
 *
 * @returns false when it is in force already.
 */
export async function bringIntoForce(store: Store, { campaignId, point, arms, medium, snapshot, campaignAt }: PolicyToForce): Promise<boolean> {
  const { hash } = snapshot;
  const { rows } = await sql<{ changed: boolean }>`
    WITH kept AS (INSERT INTO policies (hash, snapshot) VALUES (${hash}, ${JSON.stringify(snapshot)}::jsonb) ON CONFLICT DO NOTHING),
    before AS (SELECT policy, stale FROM policies_in_force WHERE campaign_id = ${campaignId} AND point = ${point} AND arms = ${[...arms]}::text[]),
    forced AS (
      INSERT INTO policies_in_force (campaign_id, point, arms, policy, medium) VALUES (${campaignId}, ${point}, ${[...arms]}::text[], ${hash}, ${medium ?? null})
      ON CONFLICT (campaign_id, point, arms) DO UPDATE
         SET policy = excluded.policy, since = CASE WHEN policies_in_force.policy = excluded.policy THEN policies_in_force.since ELSE now() END, stale = false
    ),
    batches AS (DELETE FROM batch_policies WHERE EXISTS (SELECT FROM before WHERE stale) AND starts_with(batch, ${`${campaignId}/`}) AND point = ${point} AND arms = ${[...arms]}::text[]),
    noted AS (
      INSERT INTO policy_changes (campaign_id, point, arms, policy, campaign_at)
      SELECT ${campaignId}, ${point}, ${[...arms]}::text[], ${hash}, ${campaignAt}::timestamptz WHERE NOT EXISTS (SELECT FROM before WHERE policy = ${hash})
      RETURNING id
    )
    SELECT EXISTS (SELECT FROM noted) AS changed`.execute(store);
  return rows[0]!.changed;
}

/** A policy that was in force from some time on. */
export interface PastPolicy extends Omit<ChoicePoint, 'campaignId'> {
  readonly snapshot: PolicySnapshot;
  /** On the campaign's clock, and in the world. */
  readonly campaignAt: Date;
  readonly at: Date;
}

/** Every policy that a campaign has had, in the order in which they came into force: how weights went over time. */
export async function policyHistory(store: Store, campaignId: string): Promise<PastPolicy[]> {
  return store
    .selectFrom('policy_changes as c')
    .innerJoin('policies as p', 'p.hash', 'c.policy')
    .select(['c.point', 'c.arms', 'p.snapshot', 'c.campaign_at as campaignAt', 'c.at'])
    .where('c.campaign_id', '=', campaignId)
    .orderBy('c.id')
    .execute();
}

/** The policy that a choice is made by, if one is in force. */
export interface PolicyFound {
  readonly snapshot: PolicySnapshot;
  /** An operator has set something since: to be learned anew, from what was in force last for all, before it decides. */
  readonly stale: boolean;
  /** It is that of the batch which a mailpiece joins; else that batch has none that holds. */
  readonly isBatch: boolean;
}

/** A choice point, and the batch that a mailpiece would join. */
export type PolicyAsked = ChoicePoint & { readonly batch?: string | undefined };

/** Part of a SELECT: the policy in force at a point, or of the batch, as a `PolicyFound`; null when there is none. Given values, or the columns that have them. */
export function policyFound({ campaignId, point, arms, batch }: PolicyAsked | Record<keyof PolicyAsked, RawBuilder<unknown>>): RawBuilder<PolicyFound | null> {
  return sql<PolicyFound | null>`(
    SELECT jsonb_build_object('snapshot', p.snapshot, 'stale', f.stale, 'isBatch', b.policy IS NOT NULL)
      FROM policies_in_force f LEFT JOIN batch_policies b ON NOT f.stale AND b.batch = ${batch ?? null} AND b.point = f.point AND b.arms = f.arms JOIN policies p ON p.hash = coalesce(b.policy, f.policy)
     WHERE f.campaign_id = ${campaignId} AND f.point = ${point} AND f.arms = ${arms}::text[])`;
}

/** The policy in force at a point, or of the batch. */
export async function findPolicy(store: Store, asked: PolicyAsked): Promise<PolicyFound | undefined> {
  const { rows } = await sql<{ policy: PolicyFound | null }>`SELECT ${policyFound(asked)} AS policy`.execute(store);
  return rows[0]?.policy ?? undefined;
}

/** Settles which policy a batch of mailpieces is chosen by: that of the first of them. To be called `atPoint`, for a batch that has none. */
export async function settleBatchPolicy(store: Store, { batch, point, arms, policy }: { batch: string; point: string; arms: readonly string[]; policy: string }): Promise<void> {
  await store.insertInto('batch_policies').values({ batch, point, arms: [...arms], policy }).execute();
}
