import type { Expected, Moment } from '../scenarios/vocabulary/index.ts';
import { AllOf, AnyOf, type Inbox } from './inbox.ts';
import type { Fresh } from './journal.ts';
import type { JourneyTime } from './journey-time.ts';
import type { Moments } from './moments.ts';
import type { Report } from './runtime.ts';

/** What a wait is for, and until when. */
export interface Wait {
  readonly expected: readonly Expected[];
  readonly together?: 'all' | 'sequence' | undefined;
  /** Milliseconds. */
  readonly duration: number;
  readonly from?: Moment | undefined;
}

/** What waits need of their journey. */
export interface WaitParts {
  readonly time: JourneyTime;
  readonly inbox: Inbox;
  readonly moments: Moments;
  readonly unsent: Set<string>;
  readonly record: (entry: Fresh) => void;
  /** Told what it begins to stand still for. */
  readonly standing: (possible: readonly Expected[]) => void;
  readonly expires: (until: number) => boolean;
  readonly limit: number;
}

/** The waits of a journey, numbered in the order in which they begin. */
export class Waits {
  private begun = 0;
  /** Waits that stand, each asked to end when nothing that it waits for can come any more. */
  private readonly hopes = new Set<() => void>();
  constructor(private readonly parts: WaitParts) {}

  /** Hands a report to whoever waits for it. One that says that a piece was not made ends the waits that are left with nothing to come. */
  hear(report: Report): void {
    this.parts.inbox.deliver(report);
    if (report.kind !== 'failed' || report.touch === undefined) return;
    this.parts.unsent.add(report.touch);
    for (const hope of [...this.hopes]) hope();
  }

  /** Settles with what the path is to see of the reports that ended it, or with nothing when time is up. */
  begin<Seen>({ expected, together, duration, from }: Wait, seen: (taken: readonly Report[]) => Seen): Promise<Seen | undefined> {
    const { time, inbox, moments, unsent, record, standing, expires, limit } = this.parts;
    const wait = ++this.begun;
    const begun = time.now;
    const until = () => Math.min(((from && moments.timeOf(from)) ?? begun) + duration, limit);
    const over = (by: string, events?: readonly string[]) => record(events ? { type: 'wait-ended', wait, by, events } : { type: 'wait-ended', wait, by });
    const names = expected.map(({ kind, touch }) => (touch ? `${touch} ${kind}` : kind));
    record(together ? { type: 'wait-begun', wait, expected: names, together, until: until() } : { type: 'wait-begun', wait, expected: names, until: until() });

    const wanted = together ? new AllOf(expected, together === 'sequence') : new AnyOf(expected);
    const possible = () => expected.filter(({ touch }) => touch === undefined || !unsent.has(touch));
    const isHopeless = () => possible().length < (together ? expected.length : 1);
    const answered = () => {
      const events = wanted.taken.map(({ eventId }) => eventId);
      over(events.at(-1)!, together && events);
      return seen(wanted.taken);
    };
    inbox.lookBack(wanted);
    if (wanted.complete) return Promise.resolve(answered());
    if (isHopeless()) {
      over('not-sent');
      inbox.giveBack(wanted.taken);
      return Promise.resolve(undefined);
    }
    standing(possible());
    const moved = () => record({ type: 'wait-moved', wait, until: until() });
    return time.pause<Seen | undefined>({
      until,
      watch:
        from &&
        ((rearm) =>
          moments.watch(from, () => {
            moved();
            rearm();
          })),
      stand: (answer) => {
        const leave = inbox.stand(wanted, () => answer(answered()));
        const hope = () => {
          if (!isHopeless()) return;
          over('not-sent');
          answer(undefined);
          inbox.giveBack(wanted.taken);
        };
        this.hopes.add(hope);
        return () => {
          this.hopes.delete(hope);
          leave();
        };
      },
      timeUp: (by) => {
        if (by === 'time' && expires(until())) return false;
        over(by);
        return true;
      },
      // Once it has left the line: what it took and could not use is there for others.
      unanswered: () => inbox.giveBack(wanted.taken),
    });
  }
}
