/**
 * Runs a scenario's path over a runtime: inbox and look-back, waits, goal and exits, journal. Knows neither Temporal nor Postgres; runs
 * inside Temporal's workflow sandbox. Imports only `scenarios/vocabulary`. Exports only.
 */
export { campaignTime, REAL_TIME, realTime, type Clock } from './clock.ts';
export type { Ending, JournalEntry } from './journal.ts';
export { LiveJourney, type JourneyStart } from './live-journey.ts';
export type { Report, Runtime, Stage, TouchOrder, TouchReceipt } from './runtime.ts';
export { timeline } from './timeline.ts';
