/** Time since a decision is told in cells of the window: narrow at its beginning, where most answers come. */
export const CELLS = 96;

/** Prior answers, spread as nobody has seen any: they give way to the first dozen. */
const PRIOR_ANSWERS = 2;
/** How many answers the delays of all arms weigh against an arm's own. More of them learn faster where all arms are answered alike, and give up a slow arm where not. */
const POOLED_ANSWERS = 1;

/** The cell of a time since the decision; times past the window are in the one after the last. */
export function cellOf(time: number, within: number): number {
  return time >= within ? CELLS : Math.floor(CELLS * Math.sqrt(Math.max(0, time) / within));
}

/** When a cell begins, milliseconds. */
export function timeOf(cell: number, within: number): number {
  return within * (cell / CELLS) ** 2;
}

/** What is counted of an arm, by cell; the last entry is for those whose window is over. */
export interface DelayCounts {
  /** Answers, by the time they took. */
  readonly answers: Float64Array;
  /** All decisions, by the time since. */
  readonly elapsed: Float64Array;
}

/** Answers among decisions, and how they spread over the window. */
export interface DelayCurve {
  /** Share of decisions that are answered within the window. */
  readonly rate: number;
  /** Of those that answer, the share that has by the middle of each cell; 1 after the window. */
  readonly answered: Float64Array;
  readonly density: Float64Array;
}

/** Before any answer: log-logistic as delays of mail are (shape 1.5), half of them in a quarter of the window. */
export const PRIOR_DENSITY: Float64Array = (() => {
  const cumulative = (cell: number) => 1 / (1 + (0.25 / (cell / CELLS) ** 2) ** 1.5);
  return Float64Array.from({ length: CELLS }, (_, cell) => (cumulative(cell + 1) - (cell === 0 ? 0 : cumulative(cell))) / cumulative(CELLS));
})();

/**
 * The delays, from data of which the youngest have not shown theirs yet: in each cell, answers are counted against the decisions that are old
 * enough to have answered in it (a life table of the density), with a gamma prior, so that cells nobody is old enough for take the prior's
 * part. The setting is that of C. Vernade, O. Cappé, V. Perchet, "Stochastic Bandit Models for Delayed Conversions", UAI 2017,
 * with the distribution estimated along the way.
 *
 * @param prior how answers spread as far as is known otherwise, with the answers it weighs
 */
function delayCurve({ answers, elapsed }: DelayCounts, prior: { density: Float64Array; answers: number; rate: number }): DelayCurve {
  const atRisk = oldEnough(elapsed);
  const density = new Float64Array(CELLS);
  let rate = prior.rate;
  for (let round = 0; round < 100; round++) {
    let sum = 0;
    for (let cell = 0; cell < CELLS; cell++) {
      density[cell] = (answers[cell]! + prior.answers * prior.density[cell]!) / (atRisk[cell]! + prior.answers / rate);
      sum += density[cell]!;
    }
    const before = rate;
    rate = Math.min(0.999, Math.max(1e-6, sum));
    if (Math.abs(rate - before) < 1e-9) break;
  }
  const sum = density.reduce((total, part) => total + part, 0);
  const answered = new Float64Array(CELLS + 1).fill(1);
  let cumulative = 0;
  for (let cell = 0; cell < CELLS; cell++) {
    density[cell]! /= sum;
    answered[cell] = cumulative + density[cell]! / 2;
    cumulative += density[cell]!;
  }
  return { rate, answered, density };
}

/** Decisions that are old enough to have been answered in each cell. */
function oldEnough(elapsed: Float64Array): Float64Array {
  const atRisk = new Float64Array(CELLS);
  let older = elapsed[CELLS]!;
  for (let cell = CELLS - 1; cell >= 0; cell--) {
    atRisk[cell] = older + elapsed[cell]! / 2;
    older += elapsed[cell]!;
  }
  return atRisk;
}

/**
 * How many decisions, all of them known, would tell as much of an arm's rate. In cells that few are old enough for, the curve is a guess, worth
 * no more than the answers its prior weighs: an arm that is answered late must not be given up on the word of one that is answered fast.
 */
export function worthOf({ density }: DelayCurve, { elapsed, known, answers, usual }: { elapsed: Float64Array; known: number; answers: number; usual: number }): number {
  const atRisk = oldEnough(elapsed);
  const rate = (answers + POOLED_ANSWERS) / (known + POOLED_ANSWERS / usual);
  let sum = 0;
  for (let cell = 0; cell < CELLS; cell++) sum += density[cell]! / (rate * atRisk[cell]! + POOLED_ANSWERS);
  return (1 / sum - POOLED_ANSWERS) / rate;
}

/** The curve of each arm: its own answers, and those of all arms where it has few. */
export function delayCurves(arms: readonly DelayCounts[]): { all: DelayCurve; each: DelayCurve[] } {
  const together = { answers: new Float64Array(CELLS + 1), elapsed: new Float64Array(CELLS + 1) };
  for (const { answers, elapsed } of arms) {
    for (let cell = 0; cell <= CELLS; cell++) {
      together.answers[cell]! += answers[cell]!;
      together.elapsed[cell]! += elapsed[cell]!;
    }
  }
  const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0);
  const rate = (sum(together.answers) + 1) / (sum(together.elapsed) + 2);
  const all = delayCurve(together, { density: PRIOR_DENSITY, answers: PRIOR_ANSWERS, rate });
  return { all, each: arms.map((arm) => delayCurve(arm, { density: all.density, answers: POOLED_ANSWERS, rate: all.rate })) };
}

/** By when half of all answers have come. */
export function medianDelay({ density }: DelayCurve, within: number): number {
  let cumulative = 0;
  let cell = 0;
  while (cell < CELLS && cumulative + density[cell]! < 0.5) cumulative += density[cell++]!;
  return timeOf(Math.min(CELLS, cell + (0.5 - cumulative) / (density[cell] ?? 1)), within);
}
