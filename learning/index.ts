/**
 * What a running campaign learns about its variants: policies that choose, snapshots of what they have learnt, estimates with intervals. Pure:
 * no I/O, no clock, no chance of its own; imports only `scenarios/vocabulary` (and `node:crypto`, for hashes). Exports only.
 */
export { decide, type PolicyDecision } from './decide.ts';
export { firstPolicy, learnPolicy, type LearnOptions, type PolicyOverrides } from './learn-policy.ts';
export type { Observation } from './observation.ts';
export { EVEN_SPLIT, harmOf, POLICY_DEFAULTS, type CanarySpec, type GuardSpec, type PolicySpec, type RewardSpec } from './policy-spec.ts';
export type { ArmStanding, CanaryStanding, PolicySnapshot, StoppedArm } from './snapshot.ts';
export { relativeLift, valueOfPolicy, valuesOf, type PolicyValue, type RelativeLift, type ValueOptions } from './off-policy.ts';
export { wilson, Z } from './proportion.ts';
export { rateRatio, type RateRatio, type Tosses } from './rate-ratio.ts';
