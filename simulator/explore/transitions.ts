import { knownFrom, type Known } from './separate.ts';
import type { Outcome, Step, Story } from './story.ts';

/** From one step of one story to the next. */
export interface Transition {
  readonly from: string;
  readonly outcome: Outcome | undefined;
  readonly to: string;
  /** What was settled by then. */
  readonly known: Known;
  /** The same for all that follows the same step of the same story, in parallel. */
  readonly moment: object;
}

/** The node that a step belongs to: where it stands in the source, and what it does there. The next cycle goes back to the start. */
export function keyOf({ place, asked }: Pick<Step, 'place' | 'asked'>): string {
  if (asked.kind === 'again') return 'start';
  if (asked.kind === 'end') return `end ${asked.outcome}`;
  return `${asked.kind} ${'message' in asked ? asked.message : ''} ${place}`;
}

/** Steps that stand in a picture: a wait for what was never sent is no step. */
export function shows({ asked, outcome }: Step): boolean {
  return !(asked.kind === 'wait' && outcome?.by === 'not-sent');
}

/** A story as a way through the graph. */
export function transitionsOf({ steps, factors }: Story): Transition[] {
  const moments = steps.map(() => ({}));
  let beginning = {};
  let cycle = 1;
  return steps.flatMap((step) => {
    if (!shows(step)) return [];
    const known = knownFrom([...factors.slice(0, step.known), { key: 'cycle', value: cycle }]);
    const to = keyOf(step);
    const before = shownBefore(step, steps);
    const from = before.length > 0 ? before : [undefined];
    const transitions = from.map((number) => ({
      ...(number === undefined ? { from: 'start', outcome: undefined, moment: beginning } : { from: keyOf(steps[number]!), outcome: steps[number]!.outcome, moment: moments[number]! }),
      ...{ to, known },
    }));
    if (step.asked.kind === 'again') [beginning, cycle] = [{}, cycle + 1];
    return transitions;
  });
}

/** The steps before, past those that don't show. */
function shownBefore({ after }: Step, steps: readonly Step[]): number[] {
  return [...new Set(after.flatMap((number) => (shows(steps[number]!) ? [number] : shownBefore(steps[number]!, steps))))];
}
