import type { Known } from './answer-tally.ts';
import { harmEvidence } from './harm-evidence.ts';
import { POLICY_DEFAULTS, type GuardSpec } from './policy-spec.ts';
import { percent } from './words.ts';

/** The arms that surely do more harm than they may, the worst first, each with the reason. Over all arms, a harmless one is named with a chance of at most 1 less the confidence. */
export function harmful(known: ReadonlyMap<string, Known>, guard: GuardSpec): { arm: string; why: string }[] {
  const { limit = POLICY_DEFAULTS.guard.limit, confidence = POLICY_DEFAULTS.guard.confidence } = guard;
  const enough = Math.log(known.size / (1 - confidence));
  return [...known]
    .filter(([, { decisions, harmed }]) => harmed > decisions * limit && harmEvidence({ harmed, of: decisions, limit: Math.max(limit, 1e-6) }) >= enough)
    .sort(([, one], [, other]) => other.harmed / other.decisions - one.harmed / one.decisions)
    .map(([arm, { decisions, harmed }]) => ({ arm, why: `${harmed} of ${decisions} (${percent(harmed / decisions)}) complained or unsubscribed; surely above the limit of ${percent(limit)}` }));
}
