import { counts, type Expected } from '../scenarios/vocabulary/index.ts';
import type { Report } from './runtime.ts';

/** Reports kept for waits to come; past this the oldest of a flood stays and the newest is left to Postgres. */
const CAPACITY = 1_000;
/** Of these, so many ids go along into the next cycle: what is told twice is told twice within days. */
const REMEMBERED = 200;

/** What a wait stands in line for: some of the reports, until it has enough. */
export interface Wanted {
  /** Takes a report that it wants; false when it does not. */
  take(report: Report): boolean;
  readonly complete: boolean;
}

/** What the inbox hands to the next cycle, or to the same journey in a new run. */
export interface InboxContent {
  readonly untaken: readonly Report[];
  readonly seen: readonly string[];
}

interface Waiter {
  readonly wanted: Wanted;
  readonly complete: () => void;
}

/**
 * What has been reported and not been taken by a wait, in order of arrival. A wait first looks back here, then stands in line for
 * what comes; so nothing is lost because it came early, and nothing is taken twice.
 */
export class Inbox {
  private readonly seen: Set<string>;
  private untaken: Report[];
  private readonly arrived = new Map<string, number>();
  private readonly waiters: Waiter[] = [];

  constructor({ untaken, seen }: InboxContent = { untaken: [], seen: [] }) {
    this.untaken = [...untaken];
    this.seen = new Set(seen);
    for (const { eventId } of untaken) this.arrived.set(eventId, this.arrived.size);
  }

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

  /** Hands the report to the longest-standing wait that wants it, else keeps it. */
  deliver(report: Report): void {
    if (!counts(report)) return;
    this.arrived.set(report.eventId, this.arrived.size);
    this.offer(report);
  }

  /** Lets a wait take, earliest first, what has come already. */
  lookBack(wanted: Wanted): void {
    for (let index = 0; index < this.untaken.length && !wanted.complete; ) {
      if (wanted.take(this.untaken[index]!)) this.untaken.splice(index, 1);
      else index += 1;
    }
  }

  /** Stands in line until it has all that it wants; the function it returns leaves. */
  stand(wanted: Wanted, complete: () => void): () => void {
    const waiter = { wanted, complete };
    this.waiters.push(waiter);
    return () => {
      const index = this.waiters.indexOf(waiter);
      if (index >= 0) this.waiters.splice(index, 1);
    };
  }

  /** What a wait had taken and could not use is there again for others, as if it had never been taken. */
  giveBack(reports: readonly Report[]): void {
    for (const report of reports) this.offer(report);
  }

  get content(): InboxContent {
    return { untaken: this.untaken, seen: [...this.seen].slice(-REMEMBERED) };
  }

  private offer(report: Report): void {
    const index = this.waiters.findIndex(({ wanted }) => wanted.take(report));
    if (index >= 0) {
      const { wanted, complete } = this.waiters[index]!;
      if (!wanted.complete) return;
      this.waiters.splice(index, 1);
      return complete();
    }
    const order = this.orderOf(report);
    const before = this.untaken.findIndex((other) => this.orderOf(other) > order);
    this.untaken.splice(before < 0 ? this.untaken.length : before, 0, report);
  }

  private orderOf({ eventId }: Report): number {
    return this.arrived.get(eventId)!;
  }
}

/** One of several: the first report that fits any of them. */
export class AnyOf implements Wanted {
  taken: Report[] = [];
  constructor(private readonly expected: readonly Expected[]) {}

  get complete(): boolean {
    return this.taken.length > 0;
  }

  take(report: Report): boolean {
    if (this.complete || !this.expected.some((one) => fits(one, report))) return false;
    this.taken.push(report);
    return true;
  }
}

/** All of several, each once; `inOrder`, each after the one before it. */
export class AllOf implements Wanted {
  private readonly slots: (Report | undefined)[];

  constructor(
    private readonly expected: readonly Expected[],
    private readonly inOrder: boolean,
  ) {
    this.slots = expected.map(() => undefined);
  }

  /** In the order in which they are expected; those that have come. */
  get taken(): Report[] {
    return this.slots.filter((slot) => slot !== undefined);
  }

  get complete(): boolean {
    return !this.slots.includes(undefined);
  }

  take(report: Report): boolean {
    const next = this.slots.indexOf(undefined);
    const slot = this.inOrder ? next : this.slots.findIndex((taken, index) => !taken && fits(this.expected[index]!, report));
    if (slot < 0 || !fits(this.expected[slot]!, report)) return false;
    this.slots[slot] = report;
    return true;
  }
}

function fits({ kind, touch }: Expected, report: Report): boolean {
  return kind === report.kind && (touch === undefined || touch === report.touch);
}
