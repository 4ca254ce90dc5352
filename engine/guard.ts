import { JourneyEnded, ScenarioError } from '../scenarios/vocabulary/index.ts';

/** Steps that a path may take without time going by: more is a loop that waits for nothing. */
const STEPS_AT_ONCE = 1_000;
/** Touches in one cycle: more is a loop that forgot its end, and a flood for a person. */
const TOUCHES = 200;
/** Steps tried after the end: a path that goes on catches `JourneyEnded` and must not be let run. */
const STEPS_AFTER_END = 100;

/**
 * Stops paths that would never stop. It counts a path's calls on its journey; one that loops without any is stopped by Temporal's own watch
 * over its sandbox, and found by `parcours check`.
 */
export class Guard {
  private time = NaN;
  private steps = 0;
  private touches = 0;
  private afterEnd = 0;

  /**
   * @param give up told when the path does not stop by itself
   */
  constructor(private readonly giveUp: (error: ScenarioError) => void) {}

  /** @throws ScenarioError (`LoopsWithoutWaiting`) when time has stood still for too many steps. */
  step(time: number): void {
    if (time !== this.time) {
      this.time = time;
      this.steps = 0;
    }
    this.steps += 1;
    if (this.steps > STEPS_AT_ONCE) this.stop('LoopsWithoutWaiting', `to wait now and then, got ${STEPS_AT_ONCE} steps at one moment`, 'Put a waitFor or a sleep into the loop.');
  }

  /** @throws ScenarioError (`TooManyTouches`) */
  touch(): void {
    this.touches += 1;
    if (this.touches > TOUCHES) this.stop('TooManyTouches', `to make ${TOUCHES} touches at most in a cycle, got one more`, 'End the loop that makes them, or begin the next cycle with journey.again.');
  }

  /**
   * What a step gets when the journey is over: the journey's end, thrown or as a rejection. One that won't hear gets an answer that never comes.
   */
  after(outcome: string): Promise<never> {
    this.afterEnd += 1;
    if (this.afterEnd <= STEPS_AFTER_END) return Promise.reject(new JourneyEnded(outcome));
    this.giveUp(this.error('WillNotEnd', `to stop when its journey has ended, got ${STEPS_AFTER_END} steps after that`, 'Let JourneyEnded through: catch only what you expect.'));
    return new Promise(() => {});
  }

  private stop(type: string, expected: string, advice: string): never {
    const error = this.error(type, expected, advice);
    this.giveUp(error);
    throw error;
  }

  private error(type: string, expected: string, advice: string): ScenarioError {
    const place = placeOf(new Error().stack ?? '');
    return new ScenarioError(type, `Expected the path${place === undefined ? '' : ` at ${place}`} ${expected}. ${advice}`);
  }
}

/**
 * Where the path stood, `file:line`, by a stack: its first frame that is neither the engine's nor the vocabulary's.
 *
 * @example placeOf(error.stack) // 'scenarios/boiler-renewal/v1.ts:26'
 */
export function placeOf(stack: string): string | undefined {
  for (const line of stack.split('\n')) {
    const found = /\(?((?:[A-Za-z]:)?[^\s():]+\.[cm]?[jt]sx?):(\d+):\d+\)?$/.exec(line.replace('file://', ''));
    if (!found || /(^|\/)(engine|scenarios\/vocabulary|node_modules)\//.test(found[1]!)) continue;
    const file = found[1]!.replace(/^.*\/(?=(?:scenarios|test|bench|workflows|simulator)\/)/, '');
    return `${file}:${found[2]}`;
  }
  return undefined;
}
