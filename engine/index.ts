/**
 * Runs a scenario's path over a runtime: inbox and look-back, waits, goal and exits, journal. Knows neither Temporal nor Postgres; runs
 * inside Temporal's workflow sandbox. Imports only `scenarios/vocabulary`. Exports only.
 */
export { acceptance, type Acceptance } from './acceptance.ts';
export type { Again, Carried } from './carried.ts';
export { campaignTime, REAL_TIME, realTime, type Clock } from './clock.ts';
export { explanation, type ChoiceExplanation, type Explanation, type TouchExplanation, type WaitExplanation } from './explanation.ts';
export { placeOf } from './guard.ts';
export { isHoliday } from './holidays.ts';
export type { Ending, JournalEntry } from './journal.ts';
export type { JourneyStart } from './journey-start.ts';
export { LiveJourney } from './live-journey.ts';
export { DEFAULT_TIME_ZONE, nextClockTime, nextOpening } from './local-time.ts';
export type { CaughtUp, Past } from './reliving.ts';
export { propsOf, type ChoiceOrder, type ChoiceReceipt, type Decision, type Report, type Runtime, type Stage, type TouchOrder, type TouchReceipt } from './runtime.ts';
export { chanceWords, timeline } from './timeline.ts';
