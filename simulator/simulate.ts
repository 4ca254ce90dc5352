import { placeOf } from '../engine/index.ts';
import { milliseconds, ScenarioError, workflowTypeOf, type AnyScenario, type Duration } from '../scenarios/vocabulary/index.ts';
import { SimulatedPerson } from './simulated-person.ts';
import type { Tally } from './tally.ts';
import { settled } from './virtual-time.ts';
import { arrivalOf, World, type WorldOptions } from './world.ts';

export interface SimulationOptions extends Pick<WorldOptions, 'scenario' | 'population' | 'messages' | 'policies' | 'inferences'> {
  readonly prospects: number;
  /** A whole number: the same seed gives the same result, bit for bit. */
  readonly seed: number;
  /** Share of the people who get nothing: 0.1 unless said. */
  readonly holdout?: number;
  readonly settings?: Readonly<Record<string, number>>;
  /** When the first person enters; Monday 2 November 2026, 09:00 UTC, unless said. */
  readonly start?: Date;
  /** People who enter per second; 20 unless said, as `parcours launch` has it. A population with `arrivals` comes by these. */
  readonly pace?: number;
  /** From one print cut-off to the next; a day unless said. */
  readonly printEvery?: Duration;
  /** How long each person is followed; 5 years unless said. What goes on then is counted as under way. */
  readonly horizon?: Duration;
  /** Told now and then how many are done. */
  readonly progress?: (done: number) => void;
  /** Told what became of each person. */
  readonly person?: (person: SimulatedPerson) => void;
}

/** Journeys under way at once: enough to share a turn of the event loop, few enough to stay in the processor's cache. */
const BATCH = 24;

const MONDAY_MORNING = new Date('2026-11-02T09:00:00Z');

/**
 * Runs a scenario over a synthetic population in virtual time: many journeys side by side, each with its own clock. All of a batch take their
 * next event, then one turn of the event loop lets every promise settle: each journey settles between two of its events, as it does in Temporal,
 * and a turn's price is shared.
 *
 * @throws SimulationError when a path fails: the scenario's file and line, and which person it was.
 * @example
 * const tally = await simulate({ scenario: boilerRenewalV1, population, messages, prospects: 100_000, seed: 7 });
 */
export async function simulate(options: SimulationOptions): Promise<Tally> {
  const { prospects, holdout = 0.1, progress } = options;
  const { world: worldOf, began } = opened(options);
  const world = worldOf(options.scenario);
  const underWay: SimulatedPerson[] = [];
  let next = 0;
  let done = 0;
  while (underWay.length > 0 || next < prospects) {
    while (underWay.length < BATCH && next < prospects) {
      underWay.push(new SimulatedPerson(next, world, { isHeldOut: world.isHeldOut(next, holdout), began: began(next) }));
      next += 1;
    }
    await settled();
    for (let index = 0; index < underWay.length; ) {
      const person = underWay[index]!;
      if (person.failure) throw failed(options, person);
      if (person.advance()) {
        index += 1;
        continue;
      }
      if (person.isStuck) throw await stuck(options, person);
      if (person.isUnderWay) world.tally.running += 1;
      options.person?.(person);
      done += 1;
      const last = underWay.pop()!;
      if (last !== person) underWay[index] = last;
    }
    progress?.(done);
  }
  return world.tally;
}

/** The world of a run, and when each person enters it. */
function opened({ population, messages, policies, inferences, seed, settings = {}, pace = 20, printEvery = '1 day', horizon = '5 years', start = MONDAY_MORNING }: SimulationOptions): { world(scenario: AnyScenario): World; began(person: number): number } {
  const first = start.getTime();
  const arrivals = population.arrivals && milliseconds(population.arrivals);
  const world = (scenario: AnyScenario) => new World({ scenario, population, messages, ...(policies && { policies }), ...(inferences && { inferences }), seed, settings, start: first, printEvery: milliseconds(printEvery), horizon: milliseconds(horizon) });
  return { world, began: (person) => Math.round(first + (arrivals === undefined ? (person / pace) * 1_000 : arrivalOf(seed, person) * arrivals)) };
}

/** A path failed, and with it the simulation: its message says where. */
export class SimulationError extends Error {
  override readonly name = 'SimulationError';
}

function failed({ scenario, seed }: SimulationOptions, { number, failure }: SimulatedPerson): SimulationError {
  const error = failure!.error;
  const said = error instanceof Error ? error.message : String(error);
  const place = error instanceof ScenarioError || !(error instanceof Error) ? undefined : placeOf(error.stack ?? '');
  return new SimulationError(`${workflowTypeOf(scenario)} failed for prospect ${number} of seed ${seed}${place === undefined ? '' : `, at ${place}`}: ${said}`, { cause: error });
}

async function stuck(options: SimulationOptions, { number }: SimulatedPerson): Promise<SimulationError> {
  const { scenario, seed } = options;
  const place = await lastPlace(options, number);
  return new SimulationError(
    `${workflowTypeOf(scenario)} never ends for prospect ${number} of seed ${seed}${place === undefined ? '' : `, after ${place}`}: its path waits for something other than its journey. Await journey.waitFor or journey.sleep.`,
  );
}

/** Where the path last turned to its journey: that person once more, with an eye on each step. */
async function lastPlace(options: SimulationOptions, number: number): Promise<string | undefined> {
  let place: string | undefined;
  const path = options.scenario.path as (journey: object) => Promise<void>;
  const watched = (journey: object) =>
    path(
      new Proxy(journey, {
        get(target, name) {
          // Without the message and this very frame.
          place = placeOf((new Error().stack ?? '').split('\n').slice(2).join('\n')) ?? place;
          return Reflect.get(target, name) as unknown;
        },
      }),
    );
  const { world, began } = opened(options);
  const person = new SimulatedPerson(number, world({ ...options.scenario, path: watched }), { isHeldOut: false, began: began(number) });
  do await settled();
  while (person.advance());
  return place;
}
