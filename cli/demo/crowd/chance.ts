import { createHash } from 'node:crypto';

/** A person's own dice: the answer to a question depends on seed, person and question, never on when or in what order it is asked. */
export interface Chance {
  /** 0 to 1, always the same for a question. */
  roll(question: string): number;
  /** Yes with this probability. */
  happens(question: string, probability: number): boolean;
  /** One of the keys, weighed by the values. */
  oneOf<T extends string>(question: string, weights: Readonly<Record<T, number>>): T;
  between(question: string, from: number, to: number): number;
  /** A delay with most of its mass near `median` and a long tail: log-normal, `spread` its sigma. */
  delay(question: string, median: number, spread: number): number;
}

/**
 * The dice of one person.
 *
 * @example chanceOf('spring', 'p-001').happens('uses the card', 0.45)
 */
export function chanceOf(seed: string, prospect: string): Chance {
  const roll = (question: string): number => createHash('sha256').update(JSON.stringify([seed, prospect, question])).digest().readUIntBE(0, 6) / 2 ** 48;
  return {
    roll,
    happens: (question, probability) => roll(question) < probability,
    oneOf<T extends string>(question: string, weights: Readonly<Record<T, number>>): T {
      const entries = Object.entries(weights) as [T, number][];
      let left = roll(question) * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return entries.at(-1)![0];
    },
    between: (question, from, to) => from + (to - from) * roll(question),
    delay(question, median, spread) {
      // Box-Muller: two even draws make a normal one. 1 - roll is never 0, of which there is no logarithm.
      const normal = Math.sqrt(-2 * Math.log(1 - roll(`${question}, first draw`))) * Math.cos(2 * Math.PI * roll(`${question}, second draw`));
      return median * Math.exp(spread * normal);
    },
  };
}
