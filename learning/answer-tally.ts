import { ScenarioError } from '../scenarios/vocabulary/index.ts';
import { CELLS, cellOf, delayCurves, medianDelay, worthOf, type DelayCounts, type DelayCurve } from './delay-curve.ts';
import type { Observation } from './observation.ts';

/** What is counted of one arm. */
export interface ArmTally extends DelayCounts {
  decisions: number;
  answered: number;
  harmed: number;
  /** Decisions without an answer so far, by the time since. */
  readonly waiting: Float64Array;
}

/** What the observations come to. */
export interface AnswerTally {
  readonly arms: ReadonlyMap<string, ArmTally>;
  readonly answers: readonly Observation[];
  readonly pending: number;
  readonly ignored: number;
  /** The observations of these arms. */
  readonly counted: readonly Observation[];
  /** Of each of these, the time since the decision, by cell; `ANSWERED` where the answer has come. */
  readonly cells: readonly number[];
}

export const ANSWERED = -1;

/** Counts what is known now. */
export function tallyOf(observations: Iterable<Observation>, { arms, within, now }: { arms: readonly string[]; within: number; now: number }): AnswerTally {
  const tallies = new Map(arms.map((arm) => [arm, { decisions: 0, answered: 0, harmed: 0, answers: new Float64Array(CELLS + 1), elapsed: new Float64Array(CELLS + 1), waiting: new Float64Array(CELLS + 1) } as ArmTally]));
  const answers: Observation[] = [];
  const counted: Observation[] = [];
  const cells: number[] = [];
  let [pending, ignored] = [0, 0];
  for (const observation of observations) {
    const { arm, at, reward, harm } = observation;
    if (!Number.isFinite(at) || (reward && !Number.isFinite(reward.at))) throw new ScenarioError('BadObservation', `Expected times of a decision for '${arm}' in milliseconds, got ${at}${reward ? ` and ${reward.at}` : ''}. Look at what the decisions were read from.`);
    const tally = tallies.get(arm);
    if (!tally) {
      ignored += 1;
      continue;
    }
    const cell = cellOf(now - at, within);
    const answered = reward !== undefined && reward.at <= now && reward.at - at <= within;
    tally.decisions += 1;
    tally.elapsed[cell]! += 1;
    if (harm) tally.harmed += 1;
    if (answered) {
      tally.answered += 1;
      tally.answers[Math.min(CELLS - 1, cellOf(reward.at - at, within))]! += 1;
      answers.push(observation);
    } else {
      tally.waiting[cell]! += 1;
      if (cell < CELLS) pending += 1;
    }
    counted.push(observation);
    cells.push(answered ? ANSWERED : cell);
  }
  return { arms: tallies, answers, pending, ignored, counted, cells };
}

/** How far the outcome of a decision that has not been answered is known, 0 to 1: the longer it has waited, the more. */
function knownOf(curve: DelayCurve, cell: number): number {
  const answered = curve.answered[cell]!;
  return (answered * (1 - curve.rate)) / (1 - curve.rate * answered);
}

/** The part of a counted observation's outcome that is known. */
export function knownAt(curve: DelayCurve, cell: number): number {
  return cell === ANSWERED ? 1 : knownOf(curve, cell);
}

/** What an arm's answers say, delays allowed for. */
export interface Known {
  readonly decisions: number;
  readonly answers: number;
  readonly harmed: number;
  /** Outcomes known: answers and, for those that wait, the part that is known. */
  readonly known: number;
  /** What these are worth, 0 to 1, while the arm's delays are not known themselves. */
  readonly trust: number;
  readonly curve: DelayCurve;
}

/**
 * Reads a tally: each "not yet" counts as a "no" only as far as it would have answered by now. Weighted so, answers over outcomes known
 * come to the rate among all, however young most decisions are.
 */
export function knownByArm({ arms }: AnswerTally, within: number): { byArm: ReadonlyMap<string, Known>; all: DelayCurve; medianDelay?: number } {
  const { all, each } = delayCurves([...arms.values()]);
  const byArm = new Map<string, Known>();
  let answers = 0;
  [...arms].forEach(([arm, { decisions, answered, harmed, waiting, elapsed }], index) => {
    const curve = each[index]!;
    let known = answered;
    for (let cell = 0; cell <= CELLS; cell++) if (waiting[cell]! > 0) known += waiting[cell]! * knownOf(curve, cell);
    answers += answered;
    const trust = known === 0 ? 1 : Math.min(1, worthOf(curve, { elapsed, known, answers: answered, usual: all.rate }) / known);
    byArm.set(arm, { decisions, answers: answered, harmed, known, trust, curve });
  });
  return { byArm, all, ...(answers > 0 && { medianDelay: medianDelay(all, within) }) };
}
