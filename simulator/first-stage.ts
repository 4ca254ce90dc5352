import { LiveJourney, type JourneyStart, type Runtime, type Stage } from '../engine/index.ts';
import type { AnyScenario } from '../scenarios/vocabulary/index.ts';
import { settled, VirtualTime } from './virtual-time.ts';

/**
 * The stage in which a journey will first let time pass, foretold by running its path in virtual time as if all were sent. A journey's
 * search attributes start there: what is right from the start need not be written again, which saves an action each.
 *
 * @example await firstStage(boilerRenewalV1, { facts, reachable }) // { name: 'renewal-postcard', waitingOn: 'print' }
 */
export async function firstStage(scenario: AnyScenario, start: JourneyStart, now: number): Promise<Stage> {
  const time = new VirtualTime(now);
  let first: Stage | undefined;
  const runtime: Runtime = {
    now: () => now,
    alarm: () => () => {},
    touch: async ({ medium }) => ({ sent: start.reachable[medium], why: 'foretold' }),
    choose: async ({ options }) => ({ arm: options[0]!, policy: 'foretold', chance: 1 }),
    recall: async () => 'recalled',
    finish: async () => {},
    settled,
    changed: (stage) => (first ??= stage.name === 'ended' ? undefined : stage),
  };
  // A path that fails here will say so in its own journey.
  new LiveJourney(scenario, start, runtime).run().catch(() => {});
  await time.run(() => true);
  return first ?? { name: 'entered' };
}
