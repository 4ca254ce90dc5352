import type { Report, Runtime, TouchOrder, TouchReceipt } from '../../engine/index.ts';
import type { Observation, Open } from './observed-journey.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** As in `play`: print hands over on the next day, and the piece is in the letter box three days later. */
const PRINTING = DAY;
const DELIVERY = 3 * DAY;
/** A Monday morning, within everybody's windows. */
export const BEGAN = Date.parse('2026-11-02T09:00:00Z');

/** The world of one story: time stands still until somebody says what happens next. */
export class World {
  now = BEGAN;
  private readonly alarms: { at: number; ring: () => void }[] = [];
  private readonly landing: (() => void)[] = [];
  private reports = 0;

  runtime({ unsent }: Observation, { consents }: Open): Runtime {
    return {
      now: () => this.now,
      alarm: (at, ring) => {
        const alarm = { at, ring };
        this.alarms.push(alarm);
        return () => this.takeBack(alarm);
      },
      touch: (order) => new Promise((resolve) => this.landing.push(() => resolve(this.receiptOf(order, consents(order.medium))))),
      // What comes of a choice is settled where the path is watched.
      choose: async ({ options, at }) => ({ arm: options[0]!, at, policy: 'explored', chance: 1 / options.length }),
      recall: async (touch) => (unsent.has(touch) ? 'too-late' : 'recalled'),
      finish: async () => {},
      settled,
    };
  }

  /** Lets one touch be made. One at a time, so that what the path does next is seen to follow it. */
  land(): boolean {
    const next = this.landing.shift();
    next?.();
    return next !== undefined;
  }

  /** Time goes by until the next thing that is due; false when nothing is. */
  ring(): boolean {
    const next = this.next;
    if (!next) return false;
    this.takeBack(next);
    this.now = Math.max(this.now, next.at);
    next.ring();
    return true;
  }

  /** When time is next up for something, milliseconds since the story began. */
  get due(): number | undefined {
    return this.next && this.next.at - BEGAN;
  }

  /** @param at since the story began; never before now */
  report(about: Pick<Report, 'kind' | 'touch'>, at: number): Report {
    this.now = Math.max(this.now, BEGAN + at);
    return { eventId: `story-${++this.reports}`, at: this.now, evidence: 'human', ...about };
  }

  /** Halfway to whatever is due next, milliseconds since the story began. */
  get halfway(): number {
    const due = this.next?.at ?? this.now + 2 * DAY;
    return this.now - BEGAN + Math.floor(Math.max(0, due - this.now) / 2 / HOUR) * HOUR;
  }

  private get next(): { at: number; ring: () => void } | undefined {
    return this.alarms.reduce<{ at: number; ring: () => void } | undefined>((first, alarm) => (first && first.at <= alarm.at ? first : alarm), undefined);
  }

  private takeBack(alarm: { at: number; ring: () => void }): void {
    const index = this.alarms.indexOf(alarm);
    if (index >= 0) this.alarms.splice(index, 1);
  }

  private receiptOf({ medium, choose, at = this.now }: TouchOrder, consented: boolean): TouchReceipt {
    if (!consented) return { sent: false, why: 'no-consent', at };
    const onPaper = medium === 'print' ? { handedOver: this.now + PRINTING, inHome: this.now + PRINTING + DELIVERY } : {};
    return { sent: true, why: 'sent', at, ...(choose ? { variant: choose[0]! } : {}), ...onPaper };
  }
}

/** Once every promise that can settle has: a macrotask comes after all microtasks. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
