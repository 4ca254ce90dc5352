import type { Expected, Kind, Response } from './responses.ts';

/** Several things that must all be reported before a wait is over; made by `all` and `sequence`. */
export interface Group<E extends readonly Expected[] = readonly Expected[]> {
  readonly together: 'all' | 'sequence';
  readonly expected: E;
}

/** The responses that end a wait for a group, in the order in which the group names them. */
export type Responses<E extends readonly Expected[], Facts> = { -readonly [I in keyof E]: E[I] extends Expected<infer K extends Kind> ? Response<K, Facts> : never };

/**
 * Every one of these, in whatever order they come. A wait whose time runs out before gives back what had come, for later waits.
 *
 * @example
 * const both = await journey.waitFor(all(postcard.on.scan, journey.on.reply), { for: '21 days' });
 * if (both) { const [scan, reply] = both; }
 */
export function all<const E extends readonly [Expected, ...Expected[]]>(...expected: E): Group<E> {
  return { together: 'all', expected };
}

/**
 * Every one of these, each after the one before it. A wait whose time runs out before gives back what had come, for later waits.
 *
 * @example await journey.waitFor(sequence(postcard.on.scan, journey.on.reply), { for: '21 days' })
 */
export function sequence<const E extends readonly [Expected, ...Expected[]]>(...expected: E): Group<E> {
  return { together: 'sequence', expected };
}
