import { milliseconds, type Duration } from './duration.ts';
import { ScenarioError } from './errors.ts';
import type { Journey, Messages } from './journey.ts';
import { KINDS, type Kind } from './responses.ts';

export interface ScenarioOptions {
  /** kebab-case; with the version it is the workflow type: `boiler-renewal.v1`. */
  readonly name: string;
  /** A version is frozen once launched: a change is a new version file. */
  readonly version: number;
  /** Reached at any moment, it ends the journey as `converted`. */
  readonly goal: readonly [Kind, ...Kind[]];
  /** Come at any moment, it ends the journey with the kind as outcome. */
  readonly exit: readonly Kind[];
  /** The longest that a journey may take; then it ends as `expired`. */
  readonly within: Duration;
}

/** A scenario version: the path and its frame. */
export interface Scenario<Facts extends object, M extends Messages> extends ScenarioOptions {
  readonly path: (journey: Journey<Facts, M>) => Promise<void>;
}

/** Any scenario, for code that runs them all. */
export type AnyScenario = ScenarioOptions & { readonly path: (journey: never) => Promise<void> };

/**
 * Declares a scenario version.
 *
 * @throws ScenarioError for a name that is not kebab-case, a version that is not a positive integer, a kind that is both goal and exit.
 * @example
 * export const welcomeV1 = scenario<Facts, WelcomeMessages>(
 *   { name: 'welcome', version: 1, goal: ['purchase'], exit: ['unsubscribe'], within: '60 days' },
 *   async (journey) => { await journey.print('welcome-postcard', {}); },
 * );
 */
export function scenario<Facts extends object, M extends Messages>(options: ScenarioOptions, path: (journey: Journey<Facts, M>) => Promise<void>): Scenario<Facts, M> {
  const { name, version, goal, exit, within } = options;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new ScenarioError('BadScenario', `Expected a scenario name in kebab-case, got '${name}'.`);
  if (!Number.isInteger(version) || version < 1) throw new ScenarioError('BadScenario', `Expected the version of '${name}' to be a positive integer, got ${version}.`);
  for (const kind of [...goal, ...exit]) {
    if (!KINDS.includes(kind)) throw new ScenarioError('BadScenario', `Expected goal and exit of '${name}' to be kinds of report, got '${kind}'. Choose from ${KINDS.join(', ')}.`);
    if (goal.includes(kind) && exit.includes(kind)) throw new ScenarioError('BadScenario', `Expected '${kind}' to be a goal or an exit of '${name}', got both.`);
  }
  milliseconds(within);
  return { ...options, path };
}

/**
 * The name of the workflow type of a scenario version, as operators see it.
 *
 * @example workflowTypeOf({ name: 'boiler-renewal', version: 1 }) // 'boiler-renewal.v1'
 */
export function workflowTypeOf({ name, version }: { name: string; version: number }): string {
  return `${name}.v${version}`;
}
