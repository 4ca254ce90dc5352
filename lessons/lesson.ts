import type { TouchMedium } from '../scenarios/vocabulary/index.ts';

/**
 * What a lesson is about: how long answers take (`delay`), a variant that does better (`variant`) or harms (`harm`), a wait that is longer than need be
 * (`wait`), a segment that costs more than it brings (`segment`), a medium that does not arrive (`delivery`).
 */
export const LESSON_KINDS = ['harm', 'delivery', 'variant', 'segment', 'wait', 'delay'] as const;
export type LessonKind = (typeof LESSON_KINDS)[number];

/** The languages in which lessons are written. */
export type LessonLanguage = 'en' | 'fr';

/** How a fact tells who is of a segment. */
export interface SegmentRule {
  readonly fact: string;
  readonly op: '=' | '<' | '>=';
  readonly value: string | number | boolean;
}

/**
 * What follows from a lesson. Accepted, the first three take effect on running journeys; `edit` is a change of the scenario's code, which people make: accepting it
 * notes that.
 */
export type Proposal =
  | { readonly do: 'weights'; readonly point: string; readonly weights: Readonly<Record<string, number>> }
  | { readonly do: 'stop'; readonly point: string; readonly arm: string }
  | ({ readonly do: 'drop'; readonly medium: TouchMedium } & SegmentRule)
  | { readonly do: 'edit'; readonly message: string; readonly what: 'wait'; readonly days: number }
  | { readonly do: 'edit'; readonly message: string; readonly what: 'choose'; readonly arm: string; readonly segment: SegmentRule };

/** What a lesson rests on. */
export interface Basis {
  /** Touches, answers to them, and people; as far as the kind counts them. */
  readonly touches: number;
  readonly answers: number;
  /** Comparisons that were looked at together: the certainty holds over all of them (Bonferroni). */
  readonly comparisons: number;
  /** What was compared, in words of the statistics: `relative rate, weighted by propensity`. */
  readonly method: string;
}

/** Something that a campaign teaches, as it was found. */
export interface Finding {
  /** What it is about, the same however often it is found: `variant/thank-you/warm/boilerAge>=12`. */
  readonly key: string;
  readonly kind: LessonKind;
  readonly sentence: Readonly<Record<LessonLanguage, string>>;
  /** Rates 0 to 1, days, euros; each kind has its own. */
  readonly numbers: Readonly<Record<string, number>>;
  /** 0 to 1; 0.95 says that its interval is right in 95 of 100 campaigns, all comparisons together. */
  readonly certainty: number;
  readonly basis: Basis;
  readonly proposal?: Proposal;
}

/** A look at a campaign's data: what was found, and how much there was to look at. */
export interface Look {
  readonly findings: readonly Finding[];
  readonly seen: LookedAt;
}

/** How much there was to look at. */
export interface LookedAt {
  readonly touches: number;
  readonly answers: number;
  readonly comparisons: number;
  /** Why there is little to say; nothing when there was enough to look at. */
  readonly because?: 'nothing-sent' | 'no-answers' | 'too-few';
}
