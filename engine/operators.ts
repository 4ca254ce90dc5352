import type { Fresh, JournalEntry } from './journal.ts';
import type { JourneyTime } from './journey-time.ts';
import type { OutThere } from './reliving.ts';

export interface OperatorParts {
  readonly time: JourneyTime;
  readonly runtime: OutThere;
  readonly record: (entry: Fresh) => void;
  /** Does it now, or when the journey has caught up with its past. */
  readonly whenPresent: (act: () => void) => unknown;
  readonly hasEnded: () => boolean;
}

/** What operators do to a journey under way, at the time it is out there. */
export class Operators {
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly parts: OperatorParts,
    public isPaused: boolean,
  ) {}

  /** Nothing goes out until `resume`; waits go on, and so does what ends the journey. */
  pause(): void {
    this.operate(() => {
      if (this.isPaused) return;
      this.isPaused = true;
      this.parts.record({ type: 'paused' });
    });
  }

  resume(): void {
    this.operate(() => {
      if (!this.isPaused) return;
      this.parts.record({ type: 'resumed' });
      this.release();
    });
  }

  /** Ends every wait and sleep that the path stands in, as if their time was up. */
  skip(): void {
    this.operate(() => this.skipNow());
  }

  /** The same without an operator: it was lived through once. */
  skipNow(): void {
    this.parts.record({ type: 'skipped' });
    this.parts.time.skip();
  }

  /** Paused or not, as its past left it. */
  goOnFrom(past: readonly JournalEntry[]): void {
    const last = past.findLast(({ type }) => type === 'paused' || type === 'resumed');
    if (last) this.isPaused = last.type === 'paused';
  }

  /** Settles when a pause is over; nothing while there is none. */
  resumed(): Promise<void> | undefined {
    return this.isPaused ? new Promise((resolve) => this.waiting.push(resolve)) : undefined;
  }

  /** Lets go what a pause holds back. */
  release(): void {
    this.isPaused = false;
    for (const go of this.waiting.splice(0)) go();
  }

  private operate(act: () => void): void {
    this.parts.whenPresent(() => {
      if (this.parts.hasEnded()) return;
      this.parts.time.arrive(this.parts.runtime.now());
      act();
    });
  }
}
