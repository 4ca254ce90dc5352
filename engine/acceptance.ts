import type { AnyScenario } from '../scenarios/vocabulary/index.ts';
import type { JourneyStart } from './journey-start.ts';
import { LiveJourney } from './live-journey.ts';
import { PastRefused, type Past } from './reliving.ts';
import type { Runtime, TouchOrder } from './runtime.ts';

/** Whether a version takes a journey that another has led so far, and what would come of it. */
export interface Acceptance {
  readonly accepted: boolean;
  /** Why it does not: what it would have done otherwise, in words for an operator. */
  readonly why?: string;
  /** Touches that it would make at once, and that the version so far has not made. */
  readonly wouldSend: readonly TouchOrder[];
  /** Touches that were made and that it does not ask for. */
  readonly leftOver: readonly string[];
  /** Where the journey would stand. */
  readonly stage: string;
  /** How it would end at once, if it would. */
  readonly outcome?: string;
}

/** Never settles: what is asked of the present stays unanswered. */
const never = new Promise<never>(() => {});

/**
 * Runs a version over a journey's past, without effect. A past is taken when the version asks for every touch that was made in the order in which
 * it was, as far as it asks for anything: one that would have sent something else before a touch that was made is refused, for that would
 * rewrite what the person has lived through, or send them the same thing under another name.
 *
 * @param settled see `Runtime`
 * @example
 * const { accepted, why } = await acceptance(boilerRenewalV2, { ...start, past }, settled);
 */
export async function acceptance(scenario: AnyScenario, start: JourneyStart & { readonly past: Past }, settled: () => Promise<void>): Promise<Acceptance> {
  const { past } = start;
  let outcome: string | undefined;
  let failure: string | undefined;
  const present: Runtime = {
    now: () => past.present,
    alarm: () => () => {},
    touch: () => never,
    choose: () => never,
    recall: () => never,
    finish: async (ending) => void (outcome = ending.outcome),
    settled,
  };
  const live = new LiveJourney(scenario, start, present);
  live.run().then(
    (end) => (outcome ??= 'again' in end ? 'again' : end.outcome),
    (error: unknown) => (failure = error instanceof PastRefused ? error.caughtUp.refused : `it fails: ${error instanceof Error ? error.message : String(error)}`),
  );
  const caughtUp = await live.caughtUp?.catch((error: unknown) => (error instanceof PastRefused ? error.caughtUp : undefined));
  await settled();
  return {
    accepted: failure === undefined,
    ...(failure === undefined ? {} : { why: failure }),
    wouldSend: caughtUp?.unmade ?? [],
    leftOver: caughtUp?.leftOver ?? [],
    stage: live.stage.name,
    ...(outcome === undefined ? {} : { outcome }),
  };
}
