import { harmOf, learnPolicy, type PolicySnapshot, type PolicySpec } from '../../learning/index.ts';
import type { TouchMedium } from '../../scenarios/vocabulary/index.ts';
import type { Campaign } from '../../store/campaigns.ts';
import type { Store } from '../../store/connect.ts';
import { observationsOf } from '../../store/decisions.ts';
import { bringIntoForce, overridesOf, settledOverrides } from '../../store/policies.ts';
import { notePolicyChange } from './note-policy-change.ts';

/** A choice point whose policy is to be learned. */
export interface PointToLearn {
  readonly campaign: Campaign;
  readonly spec: PolicySpec;
  readonly point: string;
  readonly arms: readonly string[];
  readonly medium?: TouchMedium | undefined;
  readonly previous: PolicySnapshot;
  /** Campaign milliseconds. */
  readonly now: number;
}

/** Learns a point's policy from what came of its decisions so far, brings it into force if it is another, and notes what is stopped, started or rolled back by it. */
export async function learnPoint(store: Store, { campaign, spec, point, arms, medium, previous, now }: PointToLearn): Promise<PolicySnapshot> {
  const { id: campaignId, clock, goal } = campaign;
  const { overrides, last } = await overridesOf(store, campaignId);
  const isGoal = spec.reward.on === 'goal';
  const observations = await observationsOf(store, { campaignId, point, arms, clock, reward: spec.reward.on === 'goal' ? goal : spec.reward.on, isGoal, harm: harmOf(spec) });
  const snapshot = learnPolicy({ spec, arms, observations, now, previous, overrides: settledOverrides((overrides.get(point) ?? []).map(({ override }) => override), arms) });
  const campaignAt = new Date(now);
  if (await bringIntoForce(store, { campaignId, point, arms, medium, snapshot, last, campaignAt })) await notePolicyChange(store, { campaignId, point, previous, snapshot });
  return snapshot;
}
