import { LiveJourney, type Again, type CaughtUp, type Ending, type JourneyStart, type Past, type Runtime } from '../../engine/index.ts';
import type { AnyScenario } from '../../scenarios/vocabulary/index.ts';
import { watchedBy, type Observation } from './observed-journey.ts';
import { Steps } from './steps.ts';
import type { Story } from './story.ts';
import { settled } from './world.ts';

/** A journey's way so far, and whether what is on record fits the path. */
export interface Traced {
  readonly story: Story;
  /** Where it does not: it would have sent something else before a touch that was made, or it fails. */
  readonly problem?: string;
  /** Touches on record that the path has not asked for: the version that led the journey before made them, or the record does not fit. */
  readonly leftOver: readonly string[];
  /** What its present cycle began with, and has lived through. */
  readonly start: JourneyStart & { readonly past: Past };
}

/** Never settles: what is asked of the present stays unanswered. */
const never = new Promise<never>(() => {});

/**
 * The way that a real person has come so far, cycle after cycle: the path over what is on record of them, without effect. The last steps of its
 * story, those without an outcome, are where the journey stands.
 *
 * @example (await trace(boilerRenewalV1, { facts, reachable, began, past: { journal, present } })).story.steps.at(-1)
 */
export async function trace(scenario: AnyScenario, start: JourneyStart & { readonly past: Past }): Promise<Traced> {
  const { past } = start;
  const runtime: Runtime = { now: () => past.present, alarm: () => () => {}, touch: () => never, choose: () => never, recall: () => never, finish: async () => {}, settled };
  let live: LiveJourney;
  const began = start.began ?? past.present;
  const seen: Observation = { steps: new Steps(() => live.now - began, () => 0), standing: new Set(), unsent: new Map() };
  const watched = watchedBy(seen, scenario);
  let next: JourneyStart & { readonly past: Past } = start;
  for (;;) {
    live = new LiveJourney(watched, next, runtime);
    let result: Ending | Again | undefined;
    let problem: string | undefined;
    live.run().then(
      (end) => (result = end),
      (error: unknown) => (problem = error instanceof Error ? error.message : String(error)),
    );
    const caughtUp: CaughtUp | undefined = await live.caughtUp?.catch(() => undefined);
    await settled();
    if (result) seen.steps.finish('again' in result ? undefined : result);
    if (result && 'again' in result) {
      next = { ...next, began: live.now, carried: result.again, past: { ...past, journal: remaining(next.past, live) } };
      continue;
    }
    return { leftOver: caughtUp?.leftOver ?? [], start: next, story: { factors: [], steps: seen.steps.all, ...(result ? { ending: result } : {}) }, ...(problem === undefined ? {} : { problem }) };
  }
}

/** What is on record for the cycles to come. */
function remaining({ journal }: Past, { journal: lived }: LiveJourney): Past['journal'] {
  const idOf = (entry: Past['journal'][number]) => (entry.type === 'touch' ? entry.touch : entry.type === 'report' ? entry.eventId : undefined);
  const known = new Set(lived.map(idOf));
  return journal.filter((entry) => !known.has(idOf(entry)));
}
