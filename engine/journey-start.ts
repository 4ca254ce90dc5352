import type { Reachable } from '../scenarios/vocabulary/index.ts';
import type { Carried } from './carried.ts';
import type { Past } from './reliving.ts';

/** What a journey begins with. Facts and reachable media, never identity. */
export interface JourneyStart {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly reachable: Reachable;
  /** IANA name of the zone where the prospect lives; Europe/Paris unless said. */
  readonly timeZone?: string;
  /** Campaign milliseconds at which it (its present cycle) began; now unless said. */
  readonly began?: number | undefined;
  /** From the cycle before. */
  readonly carried?: Carried | undefined;
  /** What an earlier run lived through; the path catches up with it first. */
  readonly past?: Past | undefined;
}
