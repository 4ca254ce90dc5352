import { counts, type Expected } from '../scenarios/vocabulary/index.ts';
import type { Report } from './runtime.ts';

/** Reports kept for waits to come; past this the oldest of a flood stays and the newest is left to Postgres. */
const CAPACITY = 1_000;

interface Waiter {
  readonly expected: readonly Expected[];
  readonly take: (report: Report) => void;
}

/**
 * What has been reported and not been taken by a wait, in order of arrival. A wait first looks back here, then stands in line for
 * what comes; so nothing is lost because it came early, and nothing is taken twice.
 */
export class Inbox {
  private readonly seen = new Set<string>();
  private readonly untaken: Report[] = [];
  private readonly waiters: Waiter[] = [];

  /**
   * False when it was seen before, or there is no room to remember it.
   *
   * @param decisive a goal or an exit: however full, it is let in
   */
  admit({ eventId }: Report, decisive: boolean): boolean {
    if (this.seen.has(eventId) || (this.seen.size >= CAPACITY && !decisive)) return false;
    this.seen.add(eventId);
    return true;
  }

  /** Hands the report to the longest-standing wait that expects it, else keeps it. */
  deliver(report: Report): void {
    if (!counts(report)) return;
    const index = this.waiters.findIndex((waiter) => matches(waiter.expected, report));
    if (index < 0) this.untaken.push(report);
    else this.waiters.splice(index, 1)[0]!.take(report);
  }

  /** The earliest report that is expected and untaken; it is taken now. */
  lookBack(expected: readonly Expected[]): Report | undefined {
    const index = this.untaken.findIndex((report) => matches(expected, report));
    return index < 0 ? undefined : this.untaken.splice(index, 1)[0];
  }

  /** Stands in line; the function it returns leaves it. */
  stand(expected: readonly Expected[], take: (report: Report) => void): () => void {
    const waiter = { expected, take };
    this.waiters.push(waiter);
    return () => {
      const index = this.waiters.indexOf(waiter);
      if (index >= 0) this.waiters.splice(index, 1);
    };
  }
}

function matches(expected: readonly Expected[], report: Report): boolean {
  return expected.some(({ kind, touch }) => kind === report.kind && (touch === undefined || touch === report.touch));
}
