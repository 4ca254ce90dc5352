import type { JourneyEnded } from '../scenarios/vocabulary/index.ts';
import type { Runtime } from './runtime.ts';

/** What a path stands still for. */
export interface Pause<Answer> {
  /** Campaign milliseconds at which it is over; asked again when it has moved. */
  readonly until: () => number;
  /** Tells when `until` has moved; returns how to stop telling. */
  readonly watch?: ((moved: () => void) => () => void) | undefined;
  /** Stands in line for an answer; returns how to leave it. */
  readonly stand?: (answer: (value: Answer) => void) => () => void;
  /** False when time being up is no end of this pause but of the journey. */
  readonly timeUp?: (by: 'time' | 'skipped') => boolean;
  /** It is over, and no answer came. */
  readonly unanswered?: () => void;
}

interface Standing {
  readonly interrupt: (ended: JourneyEnded) => void;
  readonly skip: () => void;
}

/**
 * A journey's own time, and the one place where a journey lets time pass.
 *
 * It moves with what reaches the journey: an alarm's due time, a report's own time, a receipt's. It never passes an alarm that has not rung, and
 * what is reported at the instant of an alarm comes before it. So a journey tells the same story in every runtime, however late a machine is.
 */
export class JourneyTime {
  private rang = -Infinity;
  private inFlight = 0;
  private readonly dues = new Set<{ at: number }>();
  private readonly standing = new Set<Standing>();
  private landed: (() => void) | undefined;

  constructor(
    private time: number,
    private readonly runtime: Pick<Runtime, 'now' | 'alarm' | 'tolerance'>,
  ) {}

  /** Campaign milliseconds since 1970. */
  get now(): number {
    return this.time;
  }

  /** What clocks out there show, for what is to happen at a time of day: the journey's own time, unless its machine is late. */
  get clock(): number {
    const now = this.runtime.now();
    return now - this.time > (this.runtime.tolerance ?? 0) ? now : this.time;
  }

  /** No touch and no recall is under way. */
  get isQuiet(): boolean {
    return this.inFlight === this.standing.size;
  }

  /** Something reached the journey that happened at this time. */
  arrive(at: number): void {
    let first = Infinity;
    for (const due of this.dues) if (due.at < first) first = due.at;
    this.time = Math.max(this.time, Math.min(at, first));
  }

  /** A report reached it; one that comes after an alarm rang is told after it. */
  arriveReported(at: number): void {
    this.arrive(Math.max(Math.min(at, this.runtime.now()), this.rang + 1));
  }

  /** A step that takes its time begins: the journey's end waits until it has landed. */
  begin(): void {
    this.inFlight += 1;
  }

  land(): void {
    this.inFlight -= 1;
    if (this.inFlight === 0) this.landed?.();
  }

  /** Once nothing is under way any more. */
  async allLanded(): Promise<void> {
    while (this.inFlight > 0) await new Promise<void>((resolve) => (this.landed = resolve));
  }

  /** Everything that stands still goes on by throwing this. */
  interrupt(ended: JourneyEnded): void {
    for (const { interrupt } of [...this.standing]) interrupt(ended);
  }

  /** Everything that stands still goes on as if its time was up. */
  skip(): void {
    for (const { skip } of [...this.standing]) skip();
  }

  /** Stands still until an answer, the time, or the journey's end. */
  pause<Answer>({ until, watch, stand, timeUp, unanswered }: Pause<Answer>): Promise<Answer | undefined> {
    this.begin();
    return new Promise<Answer | undefined>((resolve, reject) => {
      const settle = () => {
        leave?.();
        unwatch?.();
        disarm();
        this.standing.delete(standing);
        this.land();
      };
      const over = (by: 'time' | 'skipped') => {
        if (timeUp && !timeUp(by)) return;
        settle();
        unanswered?.();
        resolve(undefined);
      };
      const standing: Standing = {
        interrupt: (ended) => {
          settle();
          unanswered?.();
          reject(ended);
        },
        skip: () => over('skipped'),
      };
      const leave = stand?.((value) => {
        settle();
        resolve(value);
      });
      let disarm = this.alarm(until(), () => over('time'));
      const unwatch = watch?.(() => {
        disarm();
        disarm = this.alarm(until(), () => over('time'));
      });
      this.standing.add(standing);
    });
  }

  private alarm(at: number, ring: () => void): () => void {
    const due = { at };
    this.dues.add(due);
    const cancel = this.runtime.alarm(at, () => {
      this.dues.delete(due);
      this.time = Math.max(this.time, at);
      this.rang = this.time;
      ring();
    });
    return () => {
      this.dues.delete(due);
      cancel();
    };
  }
}
