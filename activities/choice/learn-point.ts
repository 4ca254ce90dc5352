import { firstPolicy, harmOf, learnPolicy, type PolicySnapshot, type PolicySpec } from '../../learning/index.ts';
import type { TouchMedium } from '../../scenarios/vocabulary/index.ts';
import { atPoint } from '../../store/at-point.ts';
import type { Campaign } from '../../store/campaigns.ts';
import type { Store } from '../../store/connect.ts';
import { observationsOf } from '../../store/decisions.ts';
import { bringIntoForce, findPolicy, settleBatchPolicy } from '../../store/policies.ts';
import { overridesOf, settledOverrides } from '../../store/policy-overrides.ts';
import { notePolicyChange } from './note-policy-change.ts';

/** A choice point whose policy is to be learned. */
export interface PointToLearn {
  readonly campaign: Campaign;
  readonly spec: PolicySpec;
  readonly point: string;
  readonly arms: readonly string[];
  readonly medium?: TouchMedium | undefined;
  /** Campaign milliseconds. */
  readonly now: number;
}

/** Learns a point's policy from what came of its decisions so far, brings it into force if it is another, and notes what is stopped, started or rolled back by it: all or nothing. */
export function learnPoint(store: Store, asked: PointToLearn): Promise<PolicySnapshot> {
  return atPoint(store, pointOf(asked), async (transaction) => learnNow(transaction, asked, (await findPolicy(transaction, pointOf(asked)))?.snapshot));
}

/**
 * The policy of a point, or of a batch of its mailpieces, that had none in force when it was asked for, or one that is out of date. Many choices may ask at once: the first makes it,
 * the others find it.
 */
export function settlePolicy(store: Store, { batch, ...asked }: PointToLearn & { readonly batch?: string | undefined }): Promise<PolicySnapshot> {
  return atPoint(store, pointOf(asked), async (transaction) => {
    const found = await findPolicy(transaction, { ...pointOf(asked), batch });
    const snapshot = found && !found.stale ? found.snapshot : await learnNow(transaction, asked, found?.snapshot);
    if (batch !== undefined && !found?.isBatch) await settleBatchPolicy(transaction, { ...asked, batch, policy: snapshot.hash });
    return snapshot;
  });
}

function pointOf({ campaign, point, arms }: PointToLearn) {
  return { campaignId: campaign.id, point, arms };
}

async function learnNow(transaction: Store, { campaign, spec, point, arms, medium, now }: PointToLearn, previous = firstPolicy(spec, arms)): Promise<PolicySnapshot> {
  const { id: campaignId, clock, goal } = campaign;
  const overrides = ((await overridesOf(transaction, campaignId)).get(point) ?? []).map(({ override }) => override);
  const { on } = spec.reward;
  const observations = await observationsOf(transaction, { campaignId, point, arms, clock, reward: on === 'goal' ? goal : on, isGoal: on === 'goal', harm: harmOf(spec) });
  const snapshot = learnPolicy({ spec, arms, observations, now, previous, overrides: settledOverrides(overrides, arms) });
  if (await bringIntoForce(transaction, { campaignId, point, arms, medium, snapshot, campaignAt: new Date(now) })) await notePolicyChange(transaction, { campaignId, point, previous, snapshot });
  return snapshot;
}
