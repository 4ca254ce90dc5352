/**
 * The virtual-time runtime: journeys without a server, months in milliseconds. Imports `engine` and `scenarios`. Exports only.
 */
export { compare, type CompareOptions, type Comparison, type Difference } from './compare.ts';
export { firstStage } from './first-stage.ts';
export { play, type Happening, type Played, type PlayOptions } from './play.ts';
export { resultOf, type FunnelStep, type SimulationResult } from './results.ts';
export { brokenRule, type Made } from './rule-check.ts';
export { simulate, SimulationError, type SimulationOptions } from './simulate.ts';
export { steps, sweep, type SweepOptions, type SweepPoint } from './sweep.ts';
export type { Tally, Violation } from './tally.ts';
export { VirtualTime } from './virtual-time.ts';
export type { MessageFigures } from './world.ts';
export { whatIf, wouldAccept, type Led, type WhatIf } from './what-if.ts';
