import { acceptance, type Acceptance, type JourneyStart, type Past } from '../engine/index.ts';
import type { AnyScenario, Messages, Scenario } from '../scenarios/vocabulary/index.ts';
import { play, type Happening, type Played, type PlayOptions } from './play.ts';
import { settled } from './virtual-time.ts';

/** What a journey began with and has lived through: the answer of the `led` query. */
export type Led = JourneyStart & { readonly past: Past };

/** How it would go on, and what of that is new. */
export interface WhatIf extends Played {
  /** Lines of the timeline that come after the present. */
  readonly ahead: readonly string[];
}

/**
 * Forks a journey in memory and lets things happen to it: nothing is sent, nothing is recorded.
 *
 * @param scenario the version that leads it, or another
 * @param on happenings, counted from the present
 * @throws Error when the version does not take over what was lived through.
 * @example
 * const { outcome, ahead } = await whatIf(boilerRenewalV1, led, { on: [{ after: '1 hour', response: 'scan', of: 'renewal-postcard' }] });
 */
export async function whatIf(scenario: AnyScenario, led: Led, options: Pick<PlayOptions<object, Messages>, 'printing' | 'delivery'> & { readonly on?: readonly Happening<object>[] } = {}): Promise<WhatIf> {
  const { facts, reachable, timeZone, began, carried, past } = led;
  const zone = timeZone === undefined ? {} : { timeZone };
  const played = await play(scenario as Scenario<object, Messages>, { ...options, facts, reachable, ...zone, start: new Date(past.present), led: { began, carried, past } });
  return { ...played, ahead: played.timeline.filter((_, index) => played.journal[index]!.at > past.present || index >= past.journal.length) };
}

/** `acceptance` out of Temporal: whether a version takes over a journey, without effect. */
export function wouldAccept(scenario: AnyScenario, led: Led): Promise<Acceptance> {
  return acceptance(scenario, led, settled);
}
