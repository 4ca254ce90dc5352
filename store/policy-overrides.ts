import { sql } from 'kysely';
import type { PolicyOverrides, PolicySnapshot } from '../learning/index.ts';
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

/** What operators set for a campaign and has not been taken back, by point, oldest first. */
export async function overridesOf(store: Store, campaignId: string): Promise<ReadonlyMap<string, readonly OverrideOnRecord[]>> {
  const rows = await store.selectFrom('policy_overrides').select(['point', 'override', 'by', 'because', 'at']).where('campaign_id', '=', campaignId).orderBy('id').execute();
  const overrides = new Map<string, OverrideOnRecord[]>();
  for (const { point, ...row } of rows) overrides.set(point, 'learn' in row.override ? [] : [...(overrides.get(point) ?? []), row]);
  return overrides;
}

/** Of all that operators set, oldest first: the latest weights, and of each arm whether it was last stopped or started. */
function heldOf(set: readonly PolicyOverride[], arms: readonly string[]): { readonly weights?: Readonly<Record<string, number>>; readonly stop: readonly string[]; readonly keep: readonly string[] } {
  let weights: PolicyOverrides['weights'] = {};
  const [stop, keep] = [new Set<string>(), new Set<string>()];
  for (const override of set) {
    if ('weights' in override) weights = override.weights;
    else if ('stop' in override) {
      keep.delete(override.stop);
      stop.delete(override.stop);
      stop.add(override.stop);
    } else if ('start' in override) {
      keep.add(override.start);
      stop.delete(override.start);
    }
  }
  const own = (named: Iterable<string>) => [...named].filter((arm) => arms.includes(arm));
  const shares = Object.fromEntries(Object.entries(weights).filter(([arm]) => arms.includes(arm)));
  return { ...(Object.values(shares).some((share) => share > 0) ? { weights: shares } : {}), stop: own(stop), keep: own(keep) };
}

/**
 * What holds of all that operators set, oldest first. What is set for arms that another version of the path offers at this point is left out; where a version offers
 * none but stopped ones, the one that was stopped first goes on: somebody has to get something.
 */
export function settledOverrides(set: readonly PolicyOverride[], arms: readonly string[]): PolicyOverrides {
  const { weights, stop, keep } = heldOf(set, arms);
  const stopped = stop.length === arms.length ? stop.slice(1) : stop;
  return { ...(weights ? { weights } : {}), ...(stopped.length > 0 ? { stop: stopped } : {}), ...(keep.length > 0 ? { keep } : {}) };
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
    const versions = await transaction
      .selectFrom('policies_in_force as f')
      .innerJoin('policies as p', 'p.hash', 'f.policy')
      .select(['f.arms', 'p.snapshot'])
      .where('f.campaign_id', '=', campaignId)
      .where('f.point', '=', point)
      .orderBy('f.since')
      .execute();
    if (versions.length === 0) throw new Error(`Expected a choice point of campaign '${campaignId}', got '${point}'. ${await pointsIn(transaction, campaignId)}`);
    const set = ((await overridesOf(transaction, campaignId)).get(point) ?? []).map((one) => one.override);
    assertNamed(override, { point, arms: [...new Set(versions.flatMap(({ arms }) => arms))] });
    for (const { arms, snapshot } of versions) assertSomebodyGoesOn(override, { point, arms, set, stopped: snapshot.stopped });
    await sql`
      WITH set AS (INSERT INTO policy_overrides (campaign_id, point, override, by, because) VALUES (${campaignId}, ${point}, ${JSON.stringify(override)}::jsonb, ${by}, ${because}) RETURNING campaign_id, point)
      UPDATE policies_in_force f SET stale = true FROM set WHERE f.campaign_id = set.campaign_id AND f.point = set.point`.execute(transaction);
  });
}

async function pointsIn(store: Store, campaignId: string): Promise<string> {
  const rows = await store.selectFrom('policies_in_force').select('point').distinct().where('campaign_id', '=', campaignId).orderBy('point').execute();
  return rows.length === 0 ? 'Nothing has been chosen there yet.' : `There are: ${rows.map(({ point }) => point).join(', ')}.`;
}

function assertNamed(override: PolicyOverride, { point, arms }: { point: string; arms: readonly string[] }): void {
  const named = 'weights' in override ? Object.keys(override.weights) : 'stop' in override ? [override.stop] : 'start' in override ? [override.start] : [];
  const strange = named.find((arm) => !arms.includes(arm));
  if (strange !== undefined) throw new Error(`Expected an arm of '${point}' (${arms.join(', ')}), got '${strange}'.`);
  if (!('weights' in override)) return;
  const weights = Object.values(override.weights);
  if (!weights.every((weight) => Number.isFinite(weight) && weight >= 0) || !weights.some((weight) => weight > 0)) throw new Error(`Expected weights of '${point}' from 0 up, one of them more, got ${JSON.stringify(override.weights)}.`);
}

interface Version {
  readonly point: string;
  readonly arms: readonly string[];
  readonly set: readonly PolicyOverride[];
  readonly stopped: PolicySnapshot['stopped'];
}

/** By the arms that a version of the path offers: what is set must leave it one, and of those that the policy has stopped none comes back by it. */
function assertSomebodyGoesOn(override: PolicyOverride, { point, arms, set, stopped }: Version): void {
  if (!('weights' in override) && !('stop' in override && arms.includes(override.stop))) return;
  const { weights, stop, keep } = heldOf([...set, override], arms);
  const byPolicy = arms.filter((arm) => stopped[arm] !== undefined && stopped[arm].because !== 'operator' && !keep.includes(arm));
  const live = arms.filter((arm) => !stop.includes(arm) && !byPolicy.includes(arm));
  if (live.some((arm) => weights === undefined || (weights[arm] ?? 0) > 0)) return;
  const whyNot = (arm: string) => (byPolicy.includes(arm) ? stopped[arm]!.why : stop.includes(arm) ? 'stopped by an operator' : 'without a weight');
  const others = arms.filter((arm) => !('stop' in override && override.stop === arm)).map((arm) => `${arm}: ${whyNot(arm)}`);
  const got = 'stop' in override ? `one arm of '${point}' to go on, got a stop of the last, '${override.stop}'` : `a weight for an arm of '${point}' that goes on, got some for those that are stopped alone`;
  throw new Error(`Expected ${got} (${others.join('; ')}). Start another first.`);
}
