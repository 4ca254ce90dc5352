import type { Moment } from '../scenarios/vocabulary/index.ts';
import type { Report, TouchReceipt } from './runtime.ts';

/** The moments of mailpieces: estimates at first, moved by what the carrier reports. Campaign time in milliseconds. */
export class Moments {
  private readonly times = new Map<string, number>();
  private readonly settled = new Set<string>();
  private readonly watchers = new Set<(moment: Moment) => void>();

  /** Takes over a mailpiece's estimates. */
  estimate(touch: string, { handedOver, inHome }: TouchReceipt): void {
    if (handedOver !== undefined) this.times.set(key({ name: 'handed-over', touch }), handedOver);
    if (inHome !== undefined) this.times.set(key({ name: 'in-home', touch }), inHome);
  }

  /** A carrier's report replaces the estimate, and waits that count from it move. What is still expected does not undo what was delivered. */
  observe({ kind, touch, at, data }: Report): void {
    const time = kind === 'delivered' ? at : kind === 'posted' ? data?.['inHome'] : undefined;
    if (typeof time !== 'number' || touch === undefined) return;
    const moment: Moment = { name: 'in-home', touch };
    if (!this.times.has(key(moment)) || (kind === 'posted' && this.settled.has(touch))) return;
    if (kind === 'delivered') this.settled.add(touch);
    this.times.set(key(moment), time);
    for (const watcher of [...this.watchers]) watcher(moment);
  }

  /** The time it has now; undefined for a mailpiece that was not sent. */
  timeOf(moment: Moment): number | undefined {
    return this.times.get(key(moment));
  }

  /** Calls back each time this moment moves, until the function it returns is called. */
  watch({ name, touch }: Moment, moved: () => void): () => void {
    const watcher = (moment: Moment) => {
      if (moment.name === name && moment.touch === touch) moved();
    };
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }
}

function key({ name, touch }: Moment): string {
  return `${touch} ${name}`;
}
