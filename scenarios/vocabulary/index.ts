/**
 * The vocabulary that scenarios are written in. Pure types and a few pure functions: it runs inside Temporal's workflow sandbox, so
 * nothing here may import zod, React, pg, a Node built-in or anything outside this folder. Exports only.
 */
export { milliseconds, type Duration } from './duration.ts';
export { JourneyEnded, ScenarioError } from './errors.ts';
export type { Journey, Messages, Named, Reachable, TouchOptions, Variants, WaitOptions } from './journey.ts';
export type { ClockTime, DayOptions, Days, HolidayCalendar, SendWindow } from './local-time.ts';
export { counts, KINDS, type Evidence, type Expected, type Kind, type Medium, type Reports, type Response } from './responses.ts';
export { assertWindow, scenario, workflowTypeOf, type AnyScenario, type Cap, type Reentry, type Scenario, type ScenarioOptions } from './scenario.ts';
export { REPORTS_OF, type Email, type Invitation, type Mailpiece, type Moment, type Touch, type TouchMedium } from './touches.ts';
export { all, sequence, type Group, type Responses } from './waits.ts';
