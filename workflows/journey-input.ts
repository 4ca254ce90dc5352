import type { Clock, JourneyStart, Past, Stage } from '../engine/index.ts';

/** What a journey's workflow is started with. It stays in history for ever: facts and consents, never a name or an address. */
export interface JourneyInput extends JourneyStart {
  readonly clock: Clock;
  /** What its search attributes said at the start (see `firstStage` in `simulator/`); they are written again only when they differ. */
  readonly stage: Stage;
}

/** Answer of the `led` query: what the journey began with and has lived through. */
export interface LedSoFar {
  /** The workflow type of its version. */
  readonly scenario: string;
  readonly clock: Clock;
  readonly start: JourneyStart & { readonly past: Past };
}

/** What a journey's workflow returns. */
export interface JourneyResult {
  readonly outcome: string;
  readonly by: string;
  readonly detail?: string;
}

/** Answer of the `status` query. Times are ISO, on the campaign's clock. */
export interface JourneyStatus {
  readonly stage: string;
  readonly waitingOn?: string;
  readonly until?: string;
  readonly outcome?: string;
  readonly isPaused?: boolean;
  readonly cycle?: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly touches: readonly { readonly touch: string; readonly medium: string; readonly sent: boolean; readonly why: string; readonly variant?: string }[];
}
