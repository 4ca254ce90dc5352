import type { Factor, FactorValue } from './story.ts';

/** What was so at some point of a story, by the factor's key; the latest where it was settled twice. */
export type Known = ReadonlyMap<string, FactorValue>;

/** Of a condition: one factor, and the values with which it holds. `ABSENT` where the path did not come to ask. */
export interface Clause {
  readonly key: string;
  readonly values: readonly ClauseValue[];
  /** Those with which it does not. */
  readonly others: readonly ClauseValue[];
}
export type ClauseValue = FactorValue | typeof ABSENT;
export const ABSENT: unique symbol = Symbol('absent');

export function knownFrom(factors: readonly Factor[]): Known {
  return new Map(factors.map(({ key, value }) => [key, value]));
}

/**
 * What distinguishes some from others, where these are several kinds of people: each alternative tells one kind from the others.
 *
 * @returns undefined when nothing that simple does.
 */
export function alternatives(some: readonly Known[], others: readonly Known[]): readonly (readonly Clause[])[] | undefined {
  const all = whatSeparates(some, others);
  if (all) return [all];
  for (const key of ranked([...some, ...others])) {
    const kinds = new Map<ClauseValue, Known[]>();
    for (const one of some) kinds.set(valueOf(one, key), [...(kinds.get(valueOf(one, key)) ?? []), one]);
    const conditions = kinds.size < 2 ? [] : [...kinds.values()].map((kind) => whatSeparates(kind, others));
    if (conditions.length > 0 && conditions.every((condition) => condition !== undefined)) return conditions;
  }
  return undefined;
}

/**
 * What distinguishes some from others: one factor whose values are never the same on both sides, or two that together do. Facts, consents and
 * variants before earlier answers, and what was settled last before what was settled earlier, since that is what the path has just asked.
 *
 * @returns undefined when nothing that simple does.
 */
export function whatSeparates(some: readonly Known[], others: readonly Known[]): readonly Clause[] | undefined {
  if (some.length === 0 || others.length === 0) return [];
  const sides = new Map(ranked([...some, ...others]).map((key) => [key, { within: new Set(some.map((one) => valueOf(one, key))), without: new Set(others.map((one) => valueOf(one, key))) }]));
  // What only one side came to ask is a consequence of what separates them, not that itself.
  const keys = [...sides].flatMap(([key, { within, without }]) => (isAsked(within) && [...without].some((value) => value !== ABSENT && !within.has(value)) ? [key] : []));
  const excludes = (key: string, one: Known) => !sides.get(key)!.within.has(valueOf(one, key));
  const clause = (key: string): Clause => {
    const { within, without } = sides.get(key)!;
    return { key, values: [...within], others: [...without].filter((value) => !within.has(value)) };
  };
  for (const key of keys) if (others.every((one) => excludes(key, one))) return [clause(key)];
  for (const [index, key] of keys.entries()) {
    for (const other of keys.slice(index + 1)) {
      if (others.every((one) => excludes(key, one) || excludes(other, one))) return [clause(key), clause(other)];
    }
  }
  return undefined;
}

function valueOf(one: Known, key: string): ClauseValue {
  return one.has(key) ? one.get(key) : ABSENT;
}

function isAsked(values: ReadonlySet<ClauseValue>): boolean {
  return [...values].some((value) => value !== ABSENT);
}

function ranked(known: readonly Known[]): string[] {
  const lateness = new Map<string, number>();
  for (const one of known) [...one.keys()].forEach((key, index) => lateness.set(key, Math.max(index, lateness.get(key) ?? 0)));
  const rank = (key: string) => (/^(answer|timing):/.test(key) ? 0 : 1_000) + lateness.get(key)!;
  return [...lateness.keys()].sort((one, other) => rank(other) - rank(one));
}
