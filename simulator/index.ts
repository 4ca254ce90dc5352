/**
 * The virtual-time runtime: journeys without a server, months in milliseconds. Imports `engine` and `scenarios`. Exports only.
 */
export { firstStage } from './first-stage.ts';
export { play, type Happening, type Played, type PlayOptions } from './play.ts';
export { VirtualTime } from './virtual-time.ts';
export { whatIf, wouldAccept, type Led, type WhatIf } from './what-if.ts';
