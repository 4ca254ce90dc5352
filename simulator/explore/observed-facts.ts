import type { Chances, FactChances } from './chances.ts';
import { placeOfCaller } from './place.ts';
import type { Script } from './script.ts';
import type { FactorValue } from './story.ts';

type Facts = Readonly<Record<string, unknown>>;

/**
 * The facts of a person of whom nothing is settled yet: each is, by the script, when the path first reads it. So a path is tried with the
 * values of the facts that it reads, and no others.
 */
export class ObservedFacts {
  /** What was learned, the latest first. */
  private readonly learned: Facts[] = [];
  private readonly told = new WeakSet<Facts>();
  private readonly chances: Readonly<Record<string, FactChances>>;
  private readonly initial: Facts;

  constructor(
    { facts = {} }: Chances,
    private readonly script: Script,
  ) {
    this.chances = facts;
    this.initial = this.lazily('fact', Object.keys(facts));
  }

  /** As the path sees them. */
  get all(): Facts {
    const names = [...new Set([...Object.keys(this.chances), ...this.learned.flatMap((facts) => (this.told.has(facts) ? [] : Object.keys(facts)))])];
    return readOnly(names, (name) => {
      for (const facts of this.learned) {
        const value = facts[name];
        if (value !== undefined) return this.told.has(facts) ? this.noted(name, value as FactorValue) : value;
      }
      const value = this.initial[name] as FactorValue;
      return this.learned.some((facts) => this.told.has(facts)) && name in this.chances ? this.noted(name, value) : value;
    });
  }

  /** What a reply says: of each fact that can be learned some value, or nothing. */
  reply(): Facts {
    const facts = this.lazily('told', Object.keys(this.chances).filter((name) => this.chances[name]!.learnable));
    this.told.add(facts);
    return facts;
  }

  /** @returns what is certain of it, for the journal. */
  learn(facts: Facts): Facts {
    this.learned.unshift(facts);
    return this.told.has(facts) ? {} : facts;
  }

  /** What a fact has come to be is what the path depends on, however it came to be that. */
  private noted(name: string, value: FactorValue): FactorValue {
    return this.script.pick({ key: `now:${name}`, place: '', options: [value], valueOf: (one) => one });
  }

  private lazily(prefix: 'fact' | 'told', names: readonly string[]): Facts {
    const settled = new Map<string, FactorValue>();
    return readOnly(names, (name) => {
      const { values, learnable } = this.chances[name] ?? { values: [], learnable: true };
      if (!names.includes(name) || values.length === 0) return undefined;
      if (!settled.has(name)) {
        const options: readonly FactorValue[] = learnable ? [undefined, ...values] : values;
        settled.set(name, this.script.pick({ key: `${prefix}:${name}`, place: placeOfCaller(), options, valueOf: (value) => value }));
      }
      return settled.get(name);
    });
  }
}

/** An object whose values are asked for as they are read. */
export function readOnly(names: readonly string[], read: (name: string) => unknown): Facts {
  return new Proxy<Facts>(
    {},
    {
      get: (_, name) => (typeof name === 'string' ? read(name) : undefined),
      has: (_, name) => names.includes(String(name)) && read(String(name)) !== undefined,
      ownKeys: () => [...names],
      getOwnPropertyDescriptor: (_, name) => (names.includes(String(name)) ? { enumerable: true, configurable: true, value: read(String(name)) } : undefined),
    },
  );
}
