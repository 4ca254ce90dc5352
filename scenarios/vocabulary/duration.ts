import { ScenarioError } from './errors.ts';

/** A length of time in words: `'21 days'`, `'90 minutes'`. A month is 30 days, a year 365. */
export type Duration = `${number} ${'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'}${'' | 's'}`;

const MILLISECONDS = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
  year: 365 * 86_400_000,
} as const;

const known = new Map<string, number>();

/**
 * A duration in milliseconds.
 *
 * @throws ScenarioError when the words are not a positive number and a unit.
 * @example milliseconds('21 days') // 1_814_400_000
 */
export function milliseconds(duration: Duration): number {
  const before = known.get(duration);
  if (before !== undefined) return before;
  const match = /^(\d+(?:\.\d+)?) (second|minute|hour|day|week|month|year)s?$/.exec(duration);
  if (!match) throw new ScenarioError('BadDuration', `Expected a duration such as '21 days', got '${String(duration)}'. Write a number, a space and second, minute, hour, day, week, month or year.`);
  const length = Number(match[1]) * MILLISECONDS[match[2] as keyof typeof MILLISECONDS];
  // A pure function of few words: scenarios say the same ones for every prospect.
  if (known.size < 1_000) known.set(duration, length);
  return length;
}
