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
/** Alternatives, of clauses that all hold. */
export type Condition = readonly (readonly Clause[])[];
export type ClauseValue = FactorValue | typeof ABSENT;
export const ABSENT: unique symbol = Symbol('absent');

export function knownFrom(factors: readonly Factor[]): Known {
  return new Map(factors.map(({ key, value }) => [key, value]));
}

/**
 * What distinguishes some from others: one factor whose values are never the same on both sides, or two that together do; or, where these are several
 * kinds of people, an alternative for each kind. Facts, consents and variants come before earlier answers, and what was settled last before what was
 * settled earlier, since that is what the path has just asked.
 *
 * @returns alternatives, of clauses that all hold; none when there is nobody to distinguish from, undefined when nothing that simple does.
 */
export function whatSeparates(some: readonly Known[], others: readonly Known[]): Condition | undefined {
  if (some.length === 0 || others.length === 0) return [];
  for (const tell of [byOne, byOneOrTwo]) {
    const all = tell(some, others);
    if (all) return [all];
    for (const key of ranked([...some, ...others])) {
      const kinds = new Map<ClauseValue, Known[]>();
      for (const one of some) kinds.set(valueOf(one, key), [...(kinds.get(valueOf(one, key)) ?? []), one]);
      if (kinds.size < 2 || kinds.size > KINDS) continue;
      const conditions = [...kinds.values()].map((kind) => tell(kind, others));
      if (conditions.every((condition) => condition !== undefined)) return conditions;
    }
  }
  return undefined;
}

/** More alternatives than these explain nothing. */
const KINDS = 3;

function byOne(some: readonly Known[], others: readonly Known[]): readonly Clause[] | undefined {
  const clauses = clausesOf(some, others);
  const clause = clauses.find(({ key, values }) => others.every((one) => !values.includes(valueOf(one, key))));
  return clause && [clause];
}

function byOneOrTwo(some: readonly Known[], others: readonly Known[]): readonly Clause[] | undefined {
  const one = byOne(some, others);
  if (one) return one;
  const clauses = clausesOf(some, others);
  const left = new Map(clauses.map((clause) => [clause, new Set(others.filter((one) => clause.values.includes(valueOf(one, clause.key))))]));
  for (const [index, clause] of clauses.entries()) {
    const second = clauses.slice(index + 1).find((other) => [...left.get(clause)!].every((one) => !left.get(other)!.has(one)));
    if (second) return [clause, second];
  }
  return undefined;
}

/** What can be said of some and not of all others, the most telling first. What only one side came to ask follows from what separates them, and is not that itself. */
function clausesOf(some: readonly Known[], others: readonly Known[]): Clause[] {
  return ranked([...some, ...others]).flatMap((key) => {
    const within = new Set(some.map((one) => valueOf(one, key)));
    const rest = [...new Set(others.map((one) => valueOf(one, key)))].filter((value) => !within.has(value));
    return isAsked(within) && rest.some((value) => value !== ABSENT) ? [{ key, values: [...within], others: rest }] : [];
  });
}

function valueOf(one: Known, key: string): ClauseValue {
  const value = one.get(key);
  return value !== undefined || one.has(key) ? value : ABSENT;
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
