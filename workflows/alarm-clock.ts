import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { realTime, type Clock } from '../engine/index.ts';

interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}

/**
 * Many alarms, at most one Temporal timer: for the earliest. A timer is an action and two events of history, so one that is no longer
 * needed is left running until another takes its place; most journeys end first, and the cancellation is never written.
 */
export class AlarmClock {
  private readonly alarms = new Set<Alarm>();
  private timer: { readonly at: number; readonly scope: CancellationScope } | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly summary: () => string,
  ) {}

  /** Rings once at that time of the campaign, never before this has returned; the function it returns takes it back. */
  set(at: number, ring: () => void): () => void {
    const alarm = { at, ring };
    this.alarms.add(alarm);
    this.arm();
    return () => this.alarms.delete(alarm);
  }

  private arm(): void {
    const at = Math.min(...[...this.alarms].map((alarm) => alarm.at));
    if (this.timer?.at === at) return;
    this.timer?.scope.cancel();
    const scope = new CancellationScope();
    const timer = (this.timer = { at, scope });
    const milliseconds = Math.max(1, Math.ceil(realTime(this.clock, at) - Date.now()));
    void scope
      .run(() => sleep(milliseconds, { summary: this.summary() }))
      .then(
        () => this.fired(timer),
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }

  private fired(timer: { readonly at: number }): void {
    if (this.timer !== timer) return;
    this.timer = undefined;
    for (const alarm of [...this.alarms].filter(({ at }) => at <= timer.at).sort((one, other) => one.at - other.at)) {
      if (this.alarms.delete(alarm)) alarm.ring();
    }
    if (this.alarms.size > 0) this.arm();
  }
}
