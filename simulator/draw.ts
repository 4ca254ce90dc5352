import type { Curve, Draw } from '../scenarios/content/population.ts';
import { milliseconds } from '../scenarios/vocabulary/index.ts';

/**
 * One person's random numbers: a hash of seed, person, scope and purpose, so that none depends on what was asked before. Murmur3's
 * finalizer twice over; it is a bijection, so no two people of a seed get the same numbers.
 */
export class PersonalDraw implements Draw {
  private one = 0;
  private other = 0;
  private scope = 0;

  /** Turns to a person; the object is used again for the next, for there are millions. */
  of(seed: number, person: number): this {
    const start = mixed(seed ^ 0x9e3779b9);
    this.one = mixed(person ^ start);
    this.other = mixed((this.one + 0x85ebca6b) ^ mixed(seed + 0x27d4eb2f));
    this.scope = 0;
    return this;
  }

  /** The same person's numbers for one matter: another scope gives others. */
  within(scope: number): this {
    this.scope = scope;
    return this;
  }

  uniform(purpose: string): number {
    return (this.raw(hashOf(purpose)) + 0.5) / 4_294_967_296;
  }

  chance(purpose: string, probability: number): boolean {
    return this.uniform(purpose) < probability;
  }

  between(purpose: string, from: number, to: number): number {
    return from + (to - from) * this.uniform(purpose);
  }

  whole(purpose: string, from: number, to: number): number {
    return from + Math.floor(this.uniform(purpose) * (to - from + 1));
  }

  normal(purpose: string, mean: number, deviation: number): number {
    const hash = hashOf(purpose);
    // Box-Muller: two even numbers make a normal one.
    const radius = Math.sqrt(-2 * Math.log((this.raw(hash) + 0.5) / 4_294_967_296));
    return mean + deviation * radius * Math.cos((2 * Math.PI * this.raw(hash ^ 0x5bd1e995)) / 4_294_967_296);
  }

  pick<T>(purpose: string, from: readonly T[]): T {
    return from[Math.floor(this.uniform(purpose) * from.length)]!;
  }

  weighed<T extends string>(purpose: string, weights: Readonly<Record<T, number>>): T {
    let sum = 0;
    for (const key in weights) sum += weights[key];
    let left = this.uniform(purpose) * sum;
    let last: T | undefined;
    for (const key in weights) {
      last = key;
      left -= weights[key];
      if (left < 0) break;
    }
    if (last === undefined) throw new Error(`Expected something to choose '${purpose}' from, got no weights.`);
    return last;
  }

  delay(purpose: string, curve: Curve): number {
    return quantile(curve, this.uniform(purpose));
  }

  private raw(purpose: number): number {
    return mixed(mixed(this.one ^ purpose) + (this.other ^ this.scope)) >>> 0;
  }
}

/**
 * The delay by which this share of those who answer have answered, milliseconds.
 *
 * @example quantile({ median: '15 days', shape: 1.5 }, 0.5) // 15 days
 */
export function quantile({ median, shape }: Curve, share: number): number {
  return milliseconds(median) * (share / (1 - share)) ** (1 / shape);
}

/** Murmur3's finalizer: spreads each bit over all 32. */
export function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

const known = new Map<string, number>();

/** FNV-1a of a text, remembered: purposes are few and asked for by everybody. */
export function hashOf(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = mixed(hash);
  // A purpose with a number in it would fill the memory.
  if (known.size < 10_000) known.set(text, hash);
  return hash;
}
