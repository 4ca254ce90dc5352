import { sql, type RawBuilder } from 'kysely';
import type { PolicyOverrides, PolicySnapshot } from '../learning/index.ts';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import { atPoint } from './at-point.ts';
import type { Store } from './connect.ts';

/**
 * What an operator sets at a choice point: weights of their own, an arm stopped or started again; `learn` takes back all that was set before. Weights need
 * not sum to 1; an arm that is left out gets none.
 */
export type PolicyOverride = { readonly weights: Readonly<Record<string, number>> } | { readonly stop: string } | { readonly start: string } | { readonly learn: true };

/** An override on record. */
export interface OverrideOnRecord {
  readonly override: PolicyOverride;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

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

/** What operators set for a campaign and has not been taken back, by point, oldest first. */
export async function overridesOf(store: Store, campaignId: string): Promise<ReadonlyMap<string, readonly OverrideOnRecord[]>> {
  const rows = await store.selectFrom('policy_overrides').select(['point', 'override', 'by', 'because', 'at']).where('campaign_id', '=', campaignId).orderBy('id').execute();
  const overrides = new Map<string, OverrideOnRecord[]>();
  for (const { point, ...row } of rows) overrides.set(point, 'learn' in row.override ? [] : [...(overrides.get(point) ?? []), row]);
  return overrides;
}

/**
 * What holds of all that operators set, oldest first: the latest weights, and of each arm whether it was last stopped or started. What is set for arms that another
 * version of the path offers at this point is left out.
 */
export function settledOverrides(set: readonly PolicyOverride[], arms: readonly string[]): PolicyOverrides {
  let weights: PolicyOverrides['weights'];
  const [stop, keep] = [new Set<string>(), new Set<string>()];
  for (const override of set) {
    if ('weights' in override) weights = override.weights;
    else if ('stop' in override) {
      stop.add(override.stop);
      keep.delete(override.stop);
    } else if ('start' in override) {
      keep.add(override.start);
      stop.delete(override.start);
    }
  }
  const own = (named: Iterable<string>) => [...named].filter((arm) => arms.includes(arm));
  const shares = Object.fromEntries(Object.entries(weights ?? {}).filter(([arm]) => arms.includes(arm)));
  return {
    ...(Object.values(shares).some((share) => share > 0) ? { weights: shares } : {}),
    ...(own(stop).length > 0 && own(stop).length < arms.length ? { stop: own(stop) } : {}),
    ...(own(keep).length > 0 ? { keep: own(keep) } : {}),
  };
}

/** Who sets what, where, and why. */
export type OverrideRequest = PolicyOverride & { readonly campaignId: string; readonly point: string; readonly by: string; readonly because: string };

/**
 * Sets a point's weights, stops an arm or starts it again, or lets the policy learn by itself again. It is kept with who did it and why, and takes
 * effect with the next choice at that point, of journeys under way as well.
 *
 * @throws Error when the campaign has no such point (yet), or the point no such arm; for weights that are none, and for stopping all arms.
 * @example await overridePolicy(store, { campaignId: 'spring', point: 'thank-you', stop: 'factual', by: 'lea', because: 'a wrong price in it' });
 */
export async function overridePolicy(store: Store, { campaignId, point, by, because, ...override }: OverrideRequest): Promise<void> {
  await atPoint(store, { campaignId, point }, async (transaction) => {
    const rows = await transaction.selectFrom('policies_in_force').select(['point', 'arms']).where('campaign_id', '=', campaignId).execute();
    const arms = new Set(rows.flatMap((row) => (row.point === point ? row.arms : [])));
    if (arms.size === 0) throw new Error(`Expected a choice point of campaign '${campaignId}', got '${point}'. ${rows.length === 0 ? 'Nothing has been chosen there yet.' : `There are: ${[...new Set(rows.map((row) => row.point))].join(', ')}.`}`);
    assertOverride(override, { point, arms: [...arms], set: (await overridesOf(transaction, campaignId)).get(point) ?? [] });
    await sql`
      WITH set AS (INSERT INTO policy_overrides (campaign_id, point, override, by, because) VALUES (${campaignId}, ${point}, ${JSON.stringify(override)}::jsonb, ${by}, ${because}) RETURNING campaign_id, point)
      UPDATE policies_in_force f SET stale = true FROM set WHERE f.campaign_id = set.campaign_id AND f.point = set.point`.execute(transaction);
  });
}

function assertOverride(override: PolicyOverride, { point, arms, set }: { point: string; arms: readonly string[]; set: readonly OverrideOnRecord[] }): void {
  const named = 'weights' in override ? Object.keys(override.weights) : 'stop' in override ? [override.stop] : 'start' in override ? [override.start] : [];
  const strange = named.find((arm) => !arms.includes(arm));
  if (strange !== undefined) throw new Error(`Expected an arm of '${point}' (${arms.join(', ')}), got '${strange}'.`);
  if ('weights' in override) {
    const weights = Object.values(override.weights);
    if (!weights.every((weight) => Number.isFinite(weight) && weight >= 0) || !weights.some((weight) => weight > 0)) throw new Error(`Expected weights of '${point}' from 0 up, one of them more, got ${JSON.stringify(override.weights)}.`);
  }
  // Weights that are left without an arm would choose nobody.
  const { weights, stop = [] } = settledOverrides(set.map((one) => one.override), arms);
  if ('weights' in override && !arms.some((arm) => !stop.includes(arm) && (override.weights[arm] ?? 0) > 0)) throw new Error(`Expected a weight for an arm of '${point}' that goes on, got some for those that are stopped alone (${stop.join(', ')}). Start one first.`);
  if (!('stop' in override)) return;
  const live = arms.filter((arm) => arm !== override.stop && !stop.includes(arm) && (weights === undefined || (weights[arm] ?? 0) > 0));
  if (live.length === 0) throw new Error(`Expected one arm of '${point}' to go on, got a stop of the last, '${override.stop}'. Start another first.`);
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

/** Part of a SELECT: the policy in force at a point, or of the batch, as a `PolicyFound`; null when there is none. */
export function policyFound({ campaignId, point, arms, batch }: ChoicePoint & { readonly batch?: string | undefined }): RawBuilder<PolicyFound | null> {
  return sql<PolicyFound | null>`(
    SELECT jsonb_build_object('snapshot', p.snapshot, 'stale', f.stale, 'isBatch', b.policy IS NOT NULL)
      FROM policies_in_force f LEFT JOIN batch_policies b ON NOT f.stale AND b.batch = ${batch ?? null} AND b.point = f.point AND b.arms = f.arms JOIN policies p ON p.hash = coalesce(b.policy, f.policy)
     WHERE f.campaign_id = ${campaignId} AND f.point = ${point} AND f.arms = ${[...arms]}::text[])`;
}

/** The policy in force at a point, or of the batch. */
export async function findPolicy(store: Store, asked: Parameters<typeof policyFound>[0]): Promise<PolicyFound | undefined> {
  const { rows } = await sql<{ policy: PolicyFound | null }>`SELECT ${policyFound(asked)} AS policy`.execute(store);
  return rows[0]?.policy ?? undefined;
}

/** Settles which policy a batch of mailpieces is chosen by: that of the first of them. To be called `atPoint`, for a batch that has none. */
export async function settleBatchPolicy(store: Store, { batch, point, arms, policy }: { batch: string; point: string; arms: readonly string[]; policy: string }): Promise<void> {
  await store.insertInto('batch_policies').values({ batch, point, arms: [...arms], policy }).execute();
}
