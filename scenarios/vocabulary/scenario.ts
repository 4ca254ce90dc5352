import { milliseconds, type Duration } from './duration.ts';
import { ScenarioError } from './errors.ts';
import type { Journey, Messages } from './journey.ts';
import type { SendWindow } from './local-time.ts';
import { KINDS, type Kind } from './responses.ts';
import { REPORTS_OF, type TouchMedium } from './touches.ts';

/** At most so many touches of a medium in any such stretch of time, whichever campaigns send them. */
export interface Cap {
  readonly most: number;
  readonly per: Duration;
}

/** Whether a person who has been in comes in again: never, each time, or once so long has passed since they last entered. */
export type Reentry = 'never' | 'always' | { readonly after: Duration };

export interface ScenarioOptions {
  /** kebab-case; with the version it is the workflow type: `boiler-renewal.v1`. */
  readonly name: string;
  /** A version is frozen once launched: a change is a new version file. */
  readonly version: number;
  /** Reached at any moment, it ends the journey as `converted`. */
  readonly goal: readonly [Kind, ...Kind[]];
  /** Come at any moment, it ends the journey with the kind as outcome. */
  readonly exit: readonly Kind[];
  /** The longest that a journey may take (a cycle of it, where it comes `again`); then it ends as `expired`. */
  readonly within: Duration;
  /** The event that lets a person in, such as `cart-abandoned`, instead of an audience. Each key that the event names (an order) is a journey of its own. */
  readonly entry?: string;
  /** For scenarios with an `entry`; `never` unless said. */
  readonly reentry?: Reentry;
  /** When each medium may be used, at the prospect's local time; at any time unless said. */
  readonly windows?: Readonly<Partial<Record<TouchMedium, SendWindow>>>;
  /** How much is too much, by medium; a touch over it is not sent, for the reason `capped`. */
  readonly caps?: Readonly<Partial<Record<TouchMedium, Cap>>>;
}

/** A scenario version: the path and its frame. */
export interface Scenario<Facts extends object, M extends Messages, State extends object = never> extends ScenarioOptions {
  readonly path: (journey: Journey<Facts, M, State>) => Promise<void>;
}

/** Any scenario, for code that runs them all. */
export type AnyScenario = ScenarioOptions & { readonly path: (journey: never) => Promise<void> };

/**
 * Declares a scenario version.
 *
 * @throws ScenarioError (`BadScenario`) for a name that is not kebab-case, a version that is not a positive integer, a kind that is both goal and
 *   exit, a window or a cap that can't be.
 * @example
 * export const welcomeV1 = scenario<Facts, WelcomeMessages>(
 *   { name: 'welcome', version: 1, goal: ['purchase'], exit: ['unsubscribe'], within: '60 days' },
 *   async (journey) => { await journey.print('welcome-postcard', {}); },
 * );
 */
export function scenario<Facts extends object, M extends Messages, State extends object = never>(
  options: ScenarioOptions,
  path: (journey: Journey<Facts, M, State>) => Promise<void>,
): Scenario<Facts, M, State> {
  const { name, version, goal, exit, within, entry, reentry, windows = {}, caps = {} } = options;
  if (!KEBAB.test(name)) throw new ScenarioError('BadScenario', `Expected a scenario name in kebab-case, got '${name}'.`);
  if (!Number.isInteger(version) || version < 1) throw new ScenarioError('BadScenario', `Expected the version of '${name}' to be a positive integer, got ${version}.`);
  for (const kind of [...goal, ...exit]) {
    if (!KINDS.includes(kind)) throw new ScenarioError('BadScenario', `Expected goal and exit of '${name}' to be kinds of report, got '${kind}'. Choose from ${KINDS.join(', ')}.`);
    if (goal.includes(kind) && exit.includes(kind)) throw new ScenarioError('BadScenario', `Expected '${kind}' to be a goal or an exit of '${name}', got both.`);
  }
  milliseconds(within);
  if (entry !== undefined && (!KEBAB.test(entry) || KINDS.includes(entry as Kind))) {
    throw new ScenarioError('BadScenario', `Expected the entry of '${name}' to be an event's name in kebab-case and no kind of report, got '${entry}'.`);
  }
  if (reentry !== undefined && entry === undefined) throw new ScenarioError('BadScenario', `Expected '${name}' to have an entry for its reentry, got none. Audiences enter once a campaign.`);
  if (typeof reentry === 'object') milliseconds(reentry.after);
  for (const [medium, window] of Object.entries(windows)) assertWindow(`window for ${medium} of '${name}'`, window);
  for (const [medium, { most, per }] of Object.entries(caps)) {
    if (!(medium in REPORTS_OF) || !Number.isInteger(most) || most < 0) throw new ScenarioError('BadScenario', `Expected the cap for ${medium} of '${name}' to be a medium's whole number, got ${most}.`);
    milliseconds(per);
  }
  return { ...options, path };
}

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** @throws ScenarioError (`BadWindow`) unless both ends are times of day that differ. */
export function assertWindow(what: string, { from, to }: SendWindow): void {
  if (TIME.test(from) && TIME.test(to) && from !== to) return;
  throw new ScenarioError('BadWindow', `Expected the ${what} to be from one time of day to another, such as 08:00 to 20:00, got '${from}' to '${to}'.`);
}

/**
 * The name of the workflow type of a scenario version, as operators see it.
 *
 * @example workflowTypeOf({ name: 'boiler-renewal', version: 1 }) // 'boiler-renewal.v1'
 */
export function workflowTypeOf({ name, version }: { name: string; version: number }): string {
  return `${name}.v${version}`;
}
