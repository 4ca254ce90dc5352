import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { realTime, type Clock } from '../engine/index.ts';

interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}

interface Timer {
  readonly at: number;
  readonly scope: CancellationScope;
  /** What the journey had heard when it was set. */
  readonly heard: number;
}

/**
 * Many alarms, one Temporal timer that counts: for the earliest. A timer is an action and two events of history, so one that is no longer
 * needed is left running until another takes its place; most journeys end first, and the cancellation is never written.
 *
 * A timer is cancelled only when something from outside (a signal, an update, another timer) has come since it was set. Set and cancelled around
 * the result of a local activity alone, it may be in the history or not: a replay knows that result one workflow task sooner, and would leave
 * the timer out. Such a timer is left to ring for nobody.
 */
export class AlarmClock {
  private readonly alarms = new Set<Alarm>();
  private timer: Timer | undefined;
  private heard = 0;

  constructor(
    private readonly clock: Clock,
    private readonly told: { readonly summary: () => string; readonly onHeard: () => void },
  ) {}

  /** Rings once at that time of the campaign, never before this has returned; the function it returns takes it back. */
  set(at: number, ring: () => void): () => void {
    const alarm = { at, ring };
    this.alarms.add(alarm);
    this.arm();
    return () => this.alarms.delete(alarm);
  }

  /** Something came from outside. */
  hear(): void {
    this.heard += 1;
    this.told.onHeard();
  }

  private arm(): void {
    const at = Math.min(...[...this.alarms].map((alarm) => alarm.at));
    if (this.timer?.at === at) return;
    if (this.timer && this.timer.heard < this.heard) this.timer.scope.cancel();
    const scope = new CancellationScope();
    const timer = (this.timer = { at, scope, heard: this.heard });
    const milliseconds = Math.max(1, Math.ceil(realTime(this.clock, at) - Date.now()));
    void scope
      .run(() => sleep(milliseconds, { summary: this.told.summary() }))
      .then(
        () => this.fired(timer),
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }

  private fired(timer: { readonly at: number }): void {
    this.hear();
    if (this.timer !== timer) return;
    this.timer = undefined;
    for (const alarm of [...this.alarms].filter(({ at }) => at <= timer.at).sort((one, other) => one.at - other.at)) {
      if (this.alarms.delete(alarm)) alarm.ring();
    }
    if (this.alarms.size > 0) this.arm();
  }
}
