import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { JournalEntry } from './journal.ts';
import type { Decision } from './runtime.ts';

/** Why a touch was made or not, for machines and for people. Times are campaign milliseconds since 1970. */
export interface TouchExplanation {
  readonly touch: string;
  readonly medium?: TouchMedium;
  readonly at: number;
  readonly sent: boolean;
  /** `sent`, `no-consent`, `suppressed:<reason>`, `capped`, …, or `held:window` while it waits for its window. */
  readonly why: string;
  readonly variant?: string;
  /** How the variant was chosen: by which policy, with what chance, from which facts. */
  readonly decision?: Decision;
  /** Windows that it waited for. */
  readonly heldUntil?: readonly number[];
  readonly recalled?: 'recalled' | 'too-late';
}

/** What a wait was for and how it ended. */
export interface WaitExplanation {
  readonly wait: number;
  readonly expected: readonly string[];
  readonly together?: 'all' | 'sequence';
  readonly from: number;
  readonly until: number;
  /** The events that ended it, `time`, `not-sent` or `skipped`; nothing while it goes on. */
  readonly endedBy?: string | readonly string[];
}

/** What `journey.choose` came to, by which policy, with what chance, from which facts. */
export interface ChoiceExplanation extends Decision {
  /** `<point>/<occurrence>` */
  readonly choice: string;
  readonly at: number;
  readonly arm: string;
  readonly options: readonly string[];
}

/** Every touch and every wait with its reason, and what ended the journey: what the `explain` query answers. */
export interface Explanation {
  readonly touches: readonly TouchExplanation[];
  readonly waits: readonly WaitExplanation[];
  /** None where the path let nothing be chosen but variants. */
  readonly choices?: readonly ChoiceExplanation[];
  readonly ended?: { readonly outcome: string; readonly by: string; readonly detail?: string };
}

/**
 * Reads off a journal why everything was as it was.
 *
 * @example explanation(live.journal).touches[0] // { touch: 'renewal-postcard/1', medium: 'print', at: 1793608800000, sent: true, why: 'sent' }
 */
export function explanation(journal: readonly JournalEntry[]): Explanation {
  const touches = new Map<string, TouchExplanation>();
  const waits = new Map<number, WaitExplanation>();
  const choices: ChoiceExplanation[] = [];
  let ended: Explanation['ended'];
  for (const entry of journal) {
    if (entry.type === 'held') {
      const { heldUntil = [] } = touches.get(entry.touch) ?? {};
      touches.set(entry.touch, { touch: entry.touch, at: entry.at, sent: false, why: 'held:window', heldUntil: [...heldUntil, entry.until] });
    } else if (entry.type === 'touch') {
      const { touch, medium, at } = entry;
      const { sent, why, variant, decision } = entry.receipt;
      touches.set(touch, { ...touches.get(touch), touch, medium, at, sent, why, ...(variant === undefined ? {} : { variant }), ...(decision ? { decision } : {}) });
    } else if (entry.type === 'choice') {
      const { choice, at, options, receipt: { arm, policy, chance, facts } } = entry;
      choices.push({ choice, at, arm, options, policy, chance, ...(facts ? { facts } : {}) });
    } else if (entry.type === 'recalled') {
      const known = touches.get(entry.touch);
      if (known) touches.set(entry.touch, { ...known, recalled: entry.result });
    } else if (entry.type === 'wait-begun') {
      const { wait, expected, together, at, until } = entry;
      waits.set(wait, { wait, expected, ...(together ? { together } : {}), from: at, until });
    } else if (entry.type === 'wait-moved') {
      waits.set(entry.wait, { ...waits.get(entry.wait)!, until: entry.until });
    } else if (entry.type === 'wait-ended') {
      waits.set(entry.wait, { ...waits.get(entry.wait)!, endedBy: entry.events ?? entry.by });
    } else if (entry.type === 'ended') {
      const { outcome, by, detail } = entry;
      ended = { outcome, by, ...(detail === undefined ? {} : { detail }) };
    }
  }
  return { touches: [...touches.values()], waits: [...waits.values()], ...(choices.length > 0 ? { choices } : {}), ...(ended ? { ended } : {}) };
}
