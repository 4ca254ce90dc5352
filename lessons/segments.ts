import type { KnownBefore } from './campaign-seen.ts';
import { quantileOf } from './confidence.ts';
import type { SegmentRule } from './lesson.ts';

/** Fewer people than this are no segment. */
const LEAST = 50;
/** More values than this are no kinds of people: a postcode, a store each. */
const MOST_VALUES = 8;

/**
 * The segments that are looked at: each value of a fact that has few, and both sides of the middle of a number. They are made of what people are like, never of what they
 * did, so looking for them does not make chance look like a pattern; each one is a comparison that counts.
 */
export function segmentsOf(people: readonly KnownBefore[]): SegmentRule[] {
  const facts = [...new Set(people.flatMap((facts) => Object.keys(facts)))].sort();
  return facts.flatMap((fact) => rulesOf(fact, people)).filter((rule) => {
    const size = people.filter((facts) => isIn(rule, facts)).length;
    return size >= LEAST && people.length - size >= LEAST;
  });
}

function rulesOf(fact: string, people: readonly KnownBefore[]): SegmentRule[] {
  const values = people.map((facts) => facts[fact]).filter((value) => value !== undefined && value !== null);
  const distinct = new Set(values);
  if (values.every((value) => typeof value === 'number') && distinct.size > 2) {
    const middle = Math.round(quantileOf([...(values as number[])].sort((a, b) => a - b), 0.5));
    return [{ fact, op: '<', value: middle }, { fact, op: '>=', value: middle }];
  }
  const kinds = [...distinct].filter((value): value is string | boolean | number => ['string', 'boolean', 'number'].includes(typeof value));
  return kinds.length > MOST_VALUES || kinds.length < 2 ? [] : kinds.sort().map((value) => ({ fact, op: '=', value }));
}

/** Whether somebody is of a segment; of whom the fact is not known is not. */
export function isIn({ fact, op, value }: SegmentRule, facts: KnownBefore): boolean {
  const known = facts[fact];
  if (op === '=') return known === value;
  if (typeof known !== 'number' || typeof value !== 'number') return false;
  return op === '<' ? known < value : known >= value;
}

/** The name of a segment in a lesson's key: what people wrote in a fact can't break it. */
export function keyOf({ fact, op, value }: SegmentRule): string {
  return `${fact}${op}${encodeURIComponent(String(value)).slice(0, 60)}`;
}
