import type { TouchReceipt } from '../../engine/index.ts';
import { scenario, workflowTypeOf, type AnyScenario, type ClockTime, type Journey, type Reachable, type ScenarioOptions } from '../../scenarios/vocabulary/index.ts';
import type { Duration } from '../../scenarios/vocabulary/index.ts';
import type { Happening } from '../../simulator/index.ts';

export type Facts = { age: number; interest?: string; bestHour?: ClockTime };
export type Post = {
  card: { medium: 'print'; props: object };
  mail: { medium: 'email'; props: object };
  second: { medium: 'email'; props: object };
  follow: { medium: 'social'; props: object };
  warm: { medium: 'audience'; props: object };
};
export type State = { round: number };
export type Path = (journey: Journey<Facts, Post, State>) => Promise<void>;

/** A path, what happens on it, and the world in which it does. Both runtimes run it, and must tell the same. */
export interface Case {
  readonly name: string;
  readonly scenario: AnyScenario;
  readonly facts: object;
  readonly on: readonly Happening<object>[];
  readonly reachable: Partial<Reachable>;
  readonly receipts: Readonly<Record<string, Partial<TouchReceipt>>>;
  readonly timeZone?: string;
  /** When the journey begins; Monday 2 November 2026, 09:00 UTC, unless said. */
  readonly start: Date;
  /** Campaign days per second in Temporal. Where nothing comes from outside, order can't depend on how fast the machine is. */
  readonly daysPerSecond: number;
  /** Run while no worker is there: what comes and what is due meanwhile reach the journey in one workflow task. */
  readonly whileAway: boolean;
}

export interface CaseOptions extends Partial<Omit<ScenarioOptions, 'name' | 'version'>> {
  readonly on?: readonly Happening<Facts>[];
  readonly reachable?: Partial<Reachable>;
  readonly receipts?: Readonly<Record<string, Partial<TouchReceipt>>>;
  readonly timeZone?: string;
  readonly start?: string;
  readonly daysPerSecond?: number;
  readonly whileAway?: boolean;
}

const facts: Facts = { age: 7 };
export const PRINTING: Duration = '1 day';
export const DELIVERY: Duration = '3 days';

/** @example story('a sleep ends', {}, async (journey) => { await journey.sleep('3 days'); }) */
export function story(name: string, options: CaseOptions, path: Path): Case {
  const { on = [], reachable = {}, receipts = {}, timeZone, start = '2026-11-02T09:00:00Z', whileAway = false, ...frame } = options;
  const { daysPerSecond = on.length === 0 ? 30 : 2, ...rest } = frame;
  const kebab = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    ...{ name, facts, on: on as readonly Happening<object>[], reachable, receipts, whileAway, daysPerSecond, start: new Date(start) },
    ...(timeZone === undefined ? {} : { timeZone }),
    scenario: scenario<Facts, Post, State>({ name: kebab, version: 1, goal: ['purchase'], exit: ['unsubscribe', 'returned'], within: '60 days', ...rest }, path),
  };
}

export const typeOf = ({ scenario }: Case) => workflowTypeOf(scenario);

/** What became of a touch, in both runtimes. */
export function isSeen(scan: unknown): string {
  return scan ? 'answered' : 'silent';
}
