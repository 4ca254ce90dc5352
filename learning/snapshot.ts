import type { ContextualModel } from './contextual-model.ts';
import type { PolicySpec } from './policy-spec.ts';

/** An arm that gets nobody any more. */
export interface StoppedArm {
  readonly because: 'harm' | 'worse' | 'rolled-back' | 'operator';
  /** In words, with the figures. */
  readonly why: string;
}

/** What is known of an arm. */
export interface ArmStanding {
  readonly decisions: number;
  readonly answers: number;
  /** Decisions whose outcome is known so far: each answer is one, each "not yet" as much of one as its wait says. */
  readonly known: number;
  /** Share that answers, 0 to 1, the mean of its posterior. */
  readonly rate: number;
  /** Holds the rate with 95 %, by its posterior. */
  readonly low: number;
  readonly high: number;
  readonly harmed: number;
  /** Against the control, always valid: may be looked at as often as one likes. Tests only. 0.18 is 18 % more; `high` is missing when there is no upper end yet. */
  readonly lift?: { readonly estimate?: number; readonly low: number; readonly high?: number };
}

export interface CanaryStanding {
  readonly arm: string;
  readonly state: 'trial' | 'promoted' | 'rolled-back';
  /** Of all decisions while on trial. */
  readonly share: number;
  /** What was known of the arm when it took its last step. */
  readonly known: number;
  /** Of a roll-back, in words with the figures. */
  readonly why?: string;
}

/** A policy as it stands: all that `decide` needs. Plain JSON; `hash` is of everything else in it. */
export interface PolicySnapshot {
  readonly spec: PolicySpec;
  /** In the order in which a draw goes through them. */
  readonly arms: readonly string[];
  /** Propensity of each arm; sums to 1. With `model`, of a person nothing is known of. */
  readonly weights: Readonly<Record<string, number>>;
  /** Contextual policies, once they have learnt. */
  readonly model?: ContextualModel;
  readonly stopped: Readonly<Record<string, StoppedArm>>;
  readonly standing: Readonly<Record<string, ArmStanding>>;
  readonly canary?: CanaryStanding;
  /** The arm that a test is sure of. */
  readonly winner?: string;
  /** Weights or stops come from an operator. */
  readonly overridden?: boolean;
  readonly learnedFrom: {
    readonly decisions: number;
    readonly answers: number;
    /** Their window is not over, and no answer has come. */
    readonly pending: number;
    /** Of arms that are no longer among these. */
    readonly ignored: number;
    readonly until?: number;
    /** Half of all answers come within so many milliseconds, as far as can be told. */
    readonly medianDelay?: number;
  };
  /** 16 hexadecimal digits. */
  readonly hash: string;
}
