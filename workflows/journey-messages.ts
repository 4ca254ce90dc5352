import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Acceptance, Explanation, Report } from '../engine/index.ts';
import { KINDS } from '../scenarios/vocabulary/index.ts';
import type { JourneyStatus, LedSoFar } from './journey-input.ts';

/** One signal per kind of report, named after it, all with the same payload. */
export const reportSignals = KINDS.map((kind) => defineSignal<[Report]>(kind));

/** Where the journey stands. */
export const statusQuery = defineQuery<JourneyStatus>('status');

/** Everything that happened, in lines for people. */
export const timelineQuery = defineQuery<string[]>('timeline');

/** Why each touch was sent or not, and what each wait was for. */
export const explainQuery = defineQuery<Explanation>('explain');

/** All that another version needs to run over it: for dry runs and what-ifs. */
export const ledQuery = defineQuery<LedSoFar>('led');

/** Operators' updates. Nothing goes out while a journey is paused; its waits go on, and so does what ends it. */
export const pauseUpdate = defineUpdate<JourneyStatus>('pause');
export const resumeUpdate = defineUpdate<JourneyStatus>('resume');
/** Ends every wait and sleep that the journey stands in, as if their time was up. */
export const skipUpdate = defineUpdate<JourneyStatus>('skip');
/** Ends the journey in good order: `finally` blocks run, queued mailpieces are recalled. */
export const endUpdate = defineUpdate<JourneyStatus, [{ readonly outcome?: string } | undefined]>('end');
/** Moves the journey to another version of its scenario, if that version takes over what was lived through so far. */
export const moveUpdate = defineUpdate<Acceptance, [{ readonly version: number }]>('move');
