import { Ledger, MEASURES, type Measure } from './ledger.ts';
import { resultOf, type SimulationResult } from './results.ts';
import { simulate, type SimulationOptions } from './simulate.ts';

/** How the second differs from the first, on the same people and the same random numbers. */
export interface Comparison {
  readonly first: SimulationResult;
  readonly second: SimulationResult;
  /** Means a treated person: shares for conversion, euros, pieces, mails, days. */
  readonly measures: readonly Difference[];
  readonly outcomes: readonly (Omit<Difference, 'measure'> & { readonly outcome: string })[];
  /** People whose journey came out otherwise in anything that is measured. */
  readonly changed: number;
  readonly treated: number;
}

export interface Difference {
  readonly measure: Measure;
  readonly first: number;
  readonly second: number;
  readonly difference: number;
  /** 95 % interval of the difference. */
  readonly low: number;
  readonly high: number;
  /** Whether the interval leaves out zero. */
  readonly isClear: boolean;
}

/** Two runs are on the same people when all but the scenario is the same. */
export interface CompareOptions extends Omit<SimulationOptions, 'scenario' | 'messages' | 'policies' | 'inferences' | 'person'> {
  readonly versions: readonly [Pick<SimulationOptions, 'scenario' | 'messages' | 'policies' | 'inferences'>, Pick<SimulationOptions, 'scenario' | 'messages' | 'policies' | 'inferences'>];
}

/**
 * Runs two versions on the same people with the same random numbers and says what differs. Each person is compared with themselves, so what chance
 * does to both cancels out: the intervals are those of the mean of paired differences, by the normal distribution, and far narrower than those of two
 * groups. The same version twice differs by exactly 0.
 *
 * @example const { measures } = await compare({ versions: [v1, v2], population, prospects: 100_000, seed: 7 });
 */
export async function compare({ versions, ...shared }: CompareOptions): Promise<Comparison> {
  const run = async (version: Pick<SimulationOptions, 'scenario' | 'messages' | 'policies' | 'inferences'>, before: number) => {
    const options: SimulationOptions = { ...shared, ...version };
    const ledger = new Ledger(shared.prospects);
    const tally = await simulate({ ...options, progress: (done) => shared.progress?.(before + done), person: (person) => ledger.enter(person) });
    return { ledger, result: resultOf(tally, options) };
  };
  const first = await run(versions[0], 0);
  const second = await run(versions[1], shared.prospects);
  const isTreated = (person: number) => first.ledger.outcome[person]! >= 0;
  const measures = MEASURES.map((measure) => {
    const [one, other] = [first.ledger.of(measure), second.ledger.of(measure)];
    return { measure, ...paired(shared.prospects, isTreated, (person) => [one[person]!, other[person]!]) };
  });
  const names = [...new Set([...first.ledger.outcomes, ...second.ledger.outcomes])].sort();
  const outcomes = names.map((outcome) => {
    const [one, other] = [first.ledger.outcomes.indexOf(outcome), second.ledger.outcomes.indexOf(outcome)];
    const took = (ledger: Ledger, index: number, person: number) => (index >= 0 && ledger.outcome[person] === index ? 1 : 0);
    return { outcome, ...paired(shared.prospects, isTreated, (person) => [took(first.ledger, one, person), took(second.ledger, other, person)]) };
  });
  return { first: first.result, second: second.result, measures, outcomes, changed: changed(first.ledger, second.ledger), treated: first.result.treated };
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959964;

/** Means of both and of their difference, with its interval. */
function paired(people: number, counts: (person: number) => boolean, values: (person: number) => readonly [number, number]): Omit<Difference, 'measure'> {
  let [of, first, second, squares] = [0, 0, 0, 0];
  for (let person = 0; person < people; person++) {
    if (!counts(person)) continue;
    const [one, other] = values(person);
    of += 1;
    first += one;
    second += other;
    squares += (other - one) ** 2;
  }
  if (of === 0) return { first: 0, second: 0, difference: 0, low: 0, high: 0, isClear: false };
  const difference = (second - first) / of;
  const half = Z * Math.sqrt(Math.max(0, squares / of - difference ** 2) / of);
  return { first: first / of, second: second / of, difference, low: difference - half, high: difference + half, isClear: half < Math.abs(difference) };
}

function changed(first: Ledger, second: Ledger): number {
  let count = 0;
  for (let person = 0; person < first.people; person++) {
    const outcomes = [first, second].map(({ outcome, outcomes }) => outcomes[outcome[person]!]);
    if (outcomes[0] !== outcomes[1] || MEASURES.some((measure) => first.of(measure)[person] !== second.of(measure)[person])) count += 1;
  }
  return count;
}
