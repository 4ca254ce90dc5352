import type { FactEncoding } from './contextual-model.ts';

type Facts = Readonly<Record<string, unknown>>;

const MOST_LEVELS = 8;
/** Standard deviations; a boiler of 300 years must not decide. */
const FARTHEST = 3;

/** How the facts become numbers: amounts standardised, everything else by its commonest levels. */
export function encodingsOf(facts: readonly string[], people: readonly Facts[]): FactEncoding[] {
  return facts.map((fact): FactEncoding => {
    const held = people.map((person) => factOf(person, fact)).filter((value) => value !== undefined);
    if (held.length > 0 && held.every((value) => typeof value === 'number')) {
      const mean = held.reduce((sum, value) => sum + value, 0) / held.length;
      const deviation = Math.sqrt(held.reduce((sum, value) => sum + (value - mean) ** 2, 0) / held.length);
      return { fact, as: 'number', mean, deviation: deviation > 0 ? deviation : 1 };
    }
    const counts = new Map<string, number>();
    for (const value of held) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
    const levels = [...counts].sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1)).map(([level]) => level);
    return { fact, as: 'level', levels: levels.slice(0, MOST_LEVELS) };
  });
}

/** A person as numbers: 1, then for each fact its amount or levels, and whether it is missing (or of a level too rare to tell apart). */
export function encoded(encodings: readonly FactEncoding[], person: Facts): number[] {
  const numbers = [1];
  for (const encoding of encodings) {
    const value = factOf(person, encoding.fact);
    if (encoding.as === 'number') {
      const isMissing = typeof value !== 'number';
      numbers.push(isMissing ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, (value - encoding.mean) / encoding.deviation)), Number(isMissing));
    } else {
      const level = value === undefined ? -1 : encoding.levels.indexOf(String(value));
      numbers.push(...encoding.levels.map((_, index) => Number(index === level)), Number(level < 0));
    }
  }
  return numbers;
}

/** The facts a policy looks at, as they are recorded with its decision. */
export function factsUsed(facts: readonly string[], person: Facts): Record<string, string | number | boolean> {
  return Object.fromEntries(facts.map((fact) => [fact, factOf(person, fact)] as const).filter((entry): entry is [string, string | number | boolean] => entry[1] !== undefined));
}

/** Undefined for what can't be told as a number or a word. */
function factOf(person: Facts, fact: string): string | number | boolean | undefined {
  const value = Object.hasOwn(person, fact) ? person[fact] : undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}
