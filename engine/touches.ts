import { assertWindow, JourneyEnded, milliseconds, type Medium, type ScenarioOptions, type SendWindow } from '../scenarios/vocabulary/index.ts';
import { assertArms } from './choices.ts';
import type { Guard } from './guard.ts';
import type { Fresh } from './journal.ts';
import type { JourneyTime } from './journey-time.ts';
import { nextOpening } from './local-time.ts';
import type { OutThere } from './reliving.ts';
import type { TouchOrder, TouchReceipt } from './runtime.ts';

/** A touch as the path asks for it. */
export type Asked = Pick<TouchOrder, 'message' | 'medium' | 'props' | 'choose' | 'offers' | 'audience'> & { readonly window?: SendWindow | undefined };

/** What touches need of their journey. */
export interface TouchParts {
  readonly scenario: Pick<ScenarioOptions, 'windows' | 'caps'>;
  readonly time: JourneyTime;
  readonly guard: Guard;
  /** The touches that did not go out. */
  readonly unsent: Set<string>;
  readonly runtime: OutThere;
  readonly zone: string;
  readonly record: (entry: Fresh) => void;
  /** What is known of the person. */
  readonly facts: () => Readonly<Record<string, unknown>>;
  /** The outcome, once the journey has ended. */
  readonly outcome: () => string | undefined;
  /** Settles when an operator's pause is over; nothing while there is none. */
  readonly held: () => Promise<void> | undefined;
  /** Ends the journey when its limit is reached before that time. */
  readonly expires: (until: number) => boolean;
  readonly limit: number;
}

/** What a journey sends and takes back, and what became of each. */
export class Touches {
  constructor(
    private readonly parts: TouchParts,
    /** How often each message went out. */
    readonly occurrences: Record<string, number>,
    /** By touch: the medium it went by. */
    readonly media: Record<string, Medium>,
  ) {}

  /** Settles with what the path is to see of it, `seen`; a promise less for each touch than mapping it later. */
  make<Seen>(asked: Asked, seen: (id: string, receipt: TouchReceipt) => Seen): Promise<Seen> {
    const { time, guard, record, outcome } = this.parts;
    guard.touch();
    const { message, medium } = asked;
    const occurrence = (this.occurrences[message] ?? 0) + 1;
    this.occurrences[message] = occurrence;
    const id = `${message}/${occurrence}`;
    if (asked.choose) assertArms(`the variants of touch ${id}`, asked.choose);
    if (asked.window) assertWindow(`window of touch ${id}`, asked.window);
    time.begin();
    // An order that was given is waited for even when the journey ends meanwhile: what became of it must be on record.
    return this.order(id, asked).then(
      (receipt) => {
        time.land();
        if (receipt.at !== undefined) time.arrive(receipt.at);
        if (!receipt.sent) this.parts.unsent.add(id);
        this.media[id] = medium;
        record(asked.audience ? { type: 'touch', touch: id, message, medium, receipt, audience: true } : { type: 'touch', touch: id, message, medium, receipt });
        const view = seen(id, receipt);
        const ended = outcome();
        if (ended !== undefined) throw new JourneyEnded(ended);
        return view;
      },
      (error: unknown) => {
        time.land();
        throw error;
      },
    );
  }

  /** Allowed after the end, for `finally` blocks. */
  recall(touch: string): Promise<'recalled' | 'too-late'> {
    const { time, runtime, record } = this.parts;
    const known = (result: 'recalled' | 'too-late') => {
      record({ type: 'recalled', touch, result });
      return result;
    };
    if (this.parts.unsent.has(touch)) return Promise.resolve(known('too-late'));
    time.begin();
    return runtime.recall(touch).then(
      (result) => {
        time.land();
        return known(result);
      },
      (error: unknown) => {
        time.land();
        throw error;
      },
    );
  }

  /** Takes the person out of an audience that they were put in. */
  leave(audience: string): Promise<void> {
    const occurrence = this.occurrences[audience];
    return occurrence === undefined ? Promise.resolve() : this.recall(`${audience}/${occurrence}`).then(() => {});
  }

  /** Orders a touch once nothing holds it back: an operator's pause, a window that is closed, a past that must be lived through first. */
  private order(id: string, asked: Asked): Promise<TouchReceipt> {
    const { outcome, time } = this.parts;
    const again = (): Promise<TouchReceipt> => {
      const ended = outcome();
      return ended === undefined ? this.order(id, asked) : Promise.reject(new JourneyEnded(ended));
    };
    const hold = this.parts.runtime.isMade?.(id) ? undefined : (this.parts.held() ?? this.outsideWindow(id, asked));
    if (hold) {
      // What is held is not under way: the journey may move to another run meanwhile.
      time.land();
      return hold.then(
        () => {
          time.begin();
          return again();
        },
        (error: unknown) => {
          time.begin();
          throw error;
        },
      );
    }
    const { message, medium, props, choose, offers, window, audience } = asked;
    const cap = this.parts.scenario.caps?.[medium];
    const order: { -readonly [K in keyof TouchOrder]: TouchOrder[K] } = { touch: id, at: time.now, message, medium, props };
    if (choose) [order.choose, order.facts] = [choose, this.parts.facts()];
    if (offers) order.offers = offers;
    if (audience) order.audience = audience;
    if (cap) order.cap = { most: cap.most, per: milliseconds(cap.per) };
    if (window) order.window = window;
    const made = this.parts.runtime.touch(order);
    return this.parts.runtime.mayBePast ? made.then((receipt) => receipt ?? again()) : (made as Promise<TouchReceipt>);
  }

  private outsideWindow(touch: string, { medium, window = this.parts.scenario.windows?.[medium] }: Asked): Promise<void> | undefined {
    if (!window) return undefined;
    const { time, zone, record, expires, limit } = this.parts;
    const opens = nextOpening({ window, at: time.clock, zone });
    if (opens <= time.clock) return undefined;
    const until = Math.min(opens, limit);
    record({ type: 'held', touch, until });
    return time.pause<never>({ until: () => until, timeUp: (by) => by === 'skipped' || !expires(until) });
  }
}
