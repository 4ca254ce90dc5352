import type { Evidence, Kind, TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { ChoiceReceipt, TouchReceipt } from './runtime.ts';

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
 * Everything a journey does and receives, in order: the one record from which timeline, status and explanations are read, and over which a
 * journey catches up. `at` is the journey's own time, campaign milliseconds since 1970.
 */
export type JournalEntry = { readonly at: number } & (
  | { readonly type: 'held'; readonly touch: string; readonly until: number }
  | { readonly type: 'touch'; readonly touch: string; readonly message: string; readonly medium: TouchMedium; readonly receipt: TouchReceipt; readonly audience?: true }
  | { readonly type: 'choice'; readonly choice: string; readonly point: string; readonly options: readonly string[]; readonly receipt: ChoiceReceipt }
  | {
      readonly type: 'report';
      readonly eventId: string;
      readonly kind: Kind;
      readonly touch?: string;
      readonly evidence: Evidence;
      /** When it happened; `at` is when it reached the journey. */
      readonly happened: number;
      readonly data?: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'wait-begun'; readonly wait: number; readonly expected: readonly string[]; readonly together?: 'all' | 'sequence'; readonly until: number }
  | { readonly type: 'wait-moved'; readonly wait: number; readonly until: number }
  /** `by` is the id of the event that ended it, or why it ended without one; `events` are all of a group's. */
  | { readonly type: 'wait-ended'; readonly wait: number; readonly by: string | 'time' | 'not-sent' | 'skipped'; readonly events?: readonly string[] }
  | { readonly type: 'slept-until'; readonly until: number }
  | { readonly type: 'learned'; readonly facts: Readonly<Record<string, unknown>>; readonly source?: string }
  | { readonly type: 'recalled'; readonly touch: string; readonly result: 'recalled' | 'too-late' }
  | { readonly type: 'note'; readonly text: string }
  /** An operator did it. */
  | { readonly type: 'paused' | 'resumed' | 'skipped' }
  /** The path begins anew, with this state. */
  | { readonly type: 'again'; readonly cycle: number }
  /** From here on by another version of the scenario. */
  | { readonly type: 'moved'; readonly from: string; readonly to: string }
  | ({ readonly type: 'ended' } & Ending)
);

/** An entry before it has its time, of whichever type. */
export type Fresh = JournalEntry extends infer Entry ? (Entry extends JournalEntry ? Omit<Entry, 'at'> : never) : never;
