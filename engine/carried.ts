import type { Medium, Reachable } from '../scenarios/vocabulary/index.ts';
import type { InboxContent } from './inbox.ts';

/** What a journey takes along into its next cycle. */
export interface Carried {
  /** The number of the cycle that begins. */
  readonly cycle: number;
  /** What the path handed to `journey.again`. */
  readonly state: object;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly learned: Readonly<Record<string, unknown>>;
  readonly reachable: Reachable;
  readonly inbox: InboxContent;
  /** How often each message went out, so that a touch's id stays its own: `yearly-card/3`. */
  readonly occurrences: Readonly<Record<string, number>>;
  readonly media: Readonly<Record<string, Medium>>;
  readonly isPaused: boolean;
}

/** The path asked for its next cycle. */
export interface Again {
  readonly again: Carried;
}
