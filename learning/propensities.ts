import { POLICY_DEFAULTS } from './policy-spec.ts';
import { rounded } from './round.ts';

/** Gives each live arm its least share, and the rest of what there is by these chances (of the live arms, summing to 1). */
export function floored(chances: ReadonlyMap<string, number>, { floor = POLICY_DEFAULTS.floor, whole = 1 }: { floor?: number | undefined; whole?: number }): Map<string, number> {
  const { least, left } = floorOf(chances.size, { floor, whole });
  return new Map([...chances].map(([arm, chance]) => [arm, least + left * chance]));
}

/** The least share of each of so many arms, and what is left to be given. */
export function floorOf(arms: number, { floor = POLICY_DEFAULTS.floor, whole = 1 }: { floor?: number | undefined; whole?: number }): { least: number; left: number } {
  const least = Math.min(floor, whole / arms);
  return { least, left: Math.max(0, whole - least * arms) };
}

/** One propensity for each arm, rounded; the largest takes what rounding leaves, so that they sum to 1. */
export function complete(arms: readonly string[], parts: ReadonlyMap<string, number>): Record<string, number> {
  const all = arms.map((arm) => rounded(parts.get(arm) ?? 0));
  const largest = all.indexOf(Math.max(...all));
  all[largest] = 1 - all.reduce((sum, part, index) => (index === largest ? sum : sum + part), 0);
  return Object.fromEntries(arms.map((arm, index) => [arm, all[index]!]));
}

/** Relative weights of some arms, summing to 1; even where all of them have none. */
export function shares(arms: readonly string[], weights: Readonly<Record<string, number>> | undefined): Map<string, number> {
  const weightOf = (arm: string) => (weights === undefined ? 1 : Object.hasOwn(weights, arm) ? weights[arm]! : 0);
  const sum = arms.reduce((total, arm) => total + weightOf(arm), 0);
  return new Map(arms.map((arm) => [arm, sum > 0 ? weightOf(arm) / sum : 1 / arms.length]));
}
