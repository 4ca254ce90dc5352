import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { Report } from '../engine/index.ts';
import { KINDS } from '../scenarios/vocabulary/index.ts';
import type { JourneyStatus } from './journey-input.ts';

/** One signal per kind of report, named after it, all with the same payload. */
export const reportSignals = KINDS.map((kind) => defineSignal<[Report]>(kind));

/** Where the journey stands. */
export const statusQuery = defineQuery<JourneyStatus>('status');

/** Everything that happened, in lines for people. */
export const timelineQuery = defineQuery<string[]>('timeline');
