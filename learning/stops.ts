import type { StoppedArm } from './snapshot.ts';

/** Which arms still get somebody. The last one always does: something has to be sent, and only an operator may end that. */
export class Stops {
  private readonly stopped = new Map<string, StoppedArm>();

  constructor(
    private readonly arms: readonly string[],
    private readonly kept: readonly string[],
  ) {}

  get live(): string[] {
    return this.arms.filter((arm) => !this.stopped.has(arm));
  }

  stop(arm: string, stopped: StoppedArm): void {
    if (!this.arms.includes(arm) || this.stopped.has(arm) || this.kept.includes(arm) || this.live.length === 1) return;
    this.stopped.set(arm, stopped);
  }

  get all(): Record<string, StoppedArm> {
    return Object.fromEntries(this.arms.filter((arm) => this.stopped.has(arm)).map((arm) => [arm, this.stopped.get(arm)!]));
  }
}
