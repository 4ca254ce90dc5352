import type { Evidence, Kind, TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { TouchReceipt } from './runtime.ts';

/** How a journey ended. */
export interface Ending {
  /** `converted`, the exit's kind, `expired`, `cancelled`, `failed`, `completed` when the path ran to its end, or the scenario's own word. */
  readonly outcome: string;
  /** What brought it about: a goal, an exit, the limit, the path itself, an operator, an error. */
  readonly by: 'goal' | 'exit' | 'within' | 'path' | 'operator' | 'error';
  readonly detail?: string;
  /** Facts learned on the way. */
  readonly learned: Readonly<Record<string, unknown>>;
}

/**
 * Everything a journey does and receives, in order: the one record from which timeline, status and explanations are read.
 * `at` is campaign time in milliseconds since 1970.
 */
export type JournalEntry = { readonly at: number } & (
  | { readonly type: 'touch'; readonly touch: string; readonly message: string; readonly medium: TouchMedium; readonly receipt: TouchReceipt }
  | { readonly type: 'report'; readonly eventId: string; readonly kind: Kind; readonly touch?: string; readonly evidence: Evidence; readonly happened: number }
  | { readonly type: 'wait-begun'; readonly wait: number; readonly expected: readonly string[]; readonly until: number }
  | { readonly type: 'wait-moved'; readonly wait: number; readonly until: number }
  | { readonly type: 'wait-ended'; readonly wait: number; readonly by: string | 'time' | 'not-sent' }
  | { readonly type: 'slept-until'; readonly until: number }
  | { readonly type: 'learned'; readonly facts: Readonly<Record<string, unknown>>; readonly source?: string }
  | { readonly type: 'recalled'; readonly touch: string; readonly result: 'recalled' | 'too-late' }
  | { readonly type: 'note'; readonly text: string }
  | ({ readonly type: 'ended' } & Ending)
);
