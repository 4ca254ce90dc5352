import type { Duration, Kind } from '../scenarios/vocabulary/index.ts';

/** What counts as an answer. */
export interface RewardSpec {
  /** Reports of this touch; `'goal'`: of the journey, any kind that its scenario has as its goal. A choice of a branch looks at the journey too. */
  readonly on: readonly Kind[] | 'goal';
  /** An answer that comes later than this after the decision is none. Until then "not yet" is not "no". */
  readonly within: Duration;
}

/** Stops an arm that does harm. */
export interface GuardSpec {
  /** Reports that count as harm; complaints and unsubscribes unless said. */
  readonly stopOn?: readonly Kind[];
  /** Most harmed of all who got the arm, 0 to 1. An arm that is surely above is stopped. */
  readonly limit?: number;
  /** How sure, 0 to 1, over all arms and all looks together. */
  readonly confidence?: number;
}

/** A new arm that begins small. */
export interface CanarySpec {
  readonly arm: string;
  /** Of all decisions at the beginning, 0 to 1; doubles with each step. */
  readonly share: number;
  /** Answers known (or known to be none) of the new arm before it may take the next step. */
  readonly step?: number;
  /** How sure to be that it is worse before it is rolled back, 0 to 1, over all looks together. */
  readonly confidence?: number;
}

/** How the arms of one choice are chosen; plain data, said beside the messages. */
export type PolicySpec = (
  | {
      readonly kind: 'split';
      /** Relative; an arm that is left out gets none. Even unless said. */
      readonly weights?: Readonly<Record<string, number>>;
    }
  | {
      readonly kind: 'test';
      /** The arm that the others are told against; the first unless said. */
      readonly control?: string;
      /** How sure to be of all that the test ever claims, 0 to 1. */
      readonly confidence?: number;
      /** Counts answers only of decisions whose window is over. For arms that are answered at different speeds, such as print against email. */
      readonly matured?: boolean;
    }
  | { readonly kind: 'thompson' }
  | {
      readonly kind: 'contextual';
      /** Names of the facts that the best arm may depend on. */
      readonly facts: readonly string[];
    }
) & {
  readonly reward: RewardSpec;
  /** Exploration floor: the least propensity of each live arm, 0 to 1; an even share where the arms are too many for it. */
  readonly floor?: number;
  readonly guard?: GuardSpec;
  readonly canary?: CanarySpec;
};

/** What holds where a spec says nothing. */
export const POLICY_DEFAULTS = {
  floor: 0.05,
  confidence: 0.95,
  /** Unsubscribes of ordinary newsletters lie near 0.2 to 0.5 %; Gmail and Yahoo block senders from 0.3 % complaints on. */
  guard: { stopOn: ['complained', 'unsubscribe'], limit: 0.02, confidence: 0.95 },
  canary: { step: 50, confidence: 0.95 },
} as const satisfies { floor: number; confidence: number; guard: Required<GuardSpec>; canary: Required<Pick<CanarySpec, 'step' | 'confidence'>> };

/** The policy of a choice that none was written for. */
export const EVEN_SPLIT: PolicySpec = { kind: 'split', reward: { on: 'goal', within: '90 days' } };

/** The reports that count as harm; none without a guard. */
export function harmOf({ guard }: PolicySpec): readonly Kind[] {
  return guard ? (guard.stopOn ?? POLICY_DEFAULTS.guard.stopOn) : [];
}
