import { JourneyEnded, milliseconds, ScenarioError, type AnyScenario, type Expected, type Journey, type Medium, type Messages, type Moment, type Reachable } from '../scenarios/vocabulary/index.ts';
import { Inbox } from './inbox.ts';
import type { Ending, JournalEntry } from './journal.ts';
import { journeyOf } from './journey-of.ts';
import { Moments } from './moments.ts';
import { reachableAfter } from './reachability.ts';
import type { Report, Runtime, Stage, TouchOrder, TouchReceipt } from './runtime.ts';

/** What a journey begins with. Facts and reachable media, never identity. */
export interface JourneyStart {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly reachable: Reachable;
}

/** An entry without its time, of whichever type. */
type Fresh = JournalEntry extends infer Entry ? (Entry extends JournalEntry ? Omit<Entry, 'at'> : never) : never;

/** What a pause waits for. */
interface Pause<Answer> {
  readonly until: () => number;
  /** The moment that `until` counts from, if it may move. */
  readonly from?: Moment | undefined;
  readonly moved?: () => void;
  /** Stands in line for an answer; returns how to leave it. */
  readonly stand?: (answer: (value: Answer) => void) => () => void;
  readonly timeUp?: () => void;
}

/**
 * One prospect's run through a scenario, on whatever runtime. Everything it does and receives goes through the journal, in order.
 *
 * @example
 * const live = new LiveJourney(boilerRenewalV1, { facts, reachable }, runtime);
 * live.receive(report); // at any time, also before `run`
 * const ending = await live.run();
 */
export class LiveJourney {
  readonly journal: JournalEntry[] = [];
  stage: Stage = { name: 'entered' };
  facts: Readonly<Record<string, unknown>>;
  reachable: Reachable;
  private readonly inbox = new Inbox();
  private readonly moments = new Moments();
  private readonly unsent = new Set<string>();
  private readonly occurrences = new Map<string, number>();
  private readonly media = new Map<string, Medium>();
  private readonly pending = new Set<(ended: JourneyEnded) => void>();
  private inFlight = 0;
  private landed: (() => void) | undefined;
  private readonly limit: number;
  private waits = 0;
  private learned: Readonly<Record<string, unknown>> = {};
  private ending: Omit<Ending, 'learned'> | undefined;

  constructor(
    private readonly scenario: AnyScenario,
    start: JourneyStart,
    private readonly runtime: Runtime,
  ) {
    this.facts = start.facts;
    this.reachable = start.reachable;
    this.limit = runtime.now() + milliseconds(scenario.within);
  }

  /**
   * Runs the path to its end, whatever ends it, and records that end.
   *
   * @throws what the path throws, but for the journey's own end. A `ScenarioError` is recorded as the outcome `failed` first, for no retry
   * mends it; any other error is a bug in the path, to be mended in code while the journey waits, so it is no outcome.
   */
  async run(): Promise<Ending> {
    const path = this.scenario.path as (journey: Journey<Record<string, unknown>, Messages>) => Promise<void>;
    let failure: ScenarioError | undefined;
    try {
      if (!this.ending) await path(journeyOf(this));
      this.end({ outcome: 'completed', by: 'path' });
    } catch (error) {
      if (error instanceof ScenarioError) this.end({ outcome: 'failed', by: 'error', detail: (failure = error).message });
      else if (!(error instanceof JourneyEnded)) throw error;
    }
    // Branches that were left behind (a lost race) may still be taking something back in their `finally`.
    while (this.inFlight > 0) await new Promise<void>((resolve) => (this.landed = resolve));
    const ending: Ending = { ...this.ending!, learned: this.learned };
    await this.runtime.finish(ending);
    if (failure) throw failure;
    return ending;
  }

  /** Takes in what was reported: dropped if seen before, else journalled, then goal, exits, waits. */
  receive(report: Report): void {
    const { eventId, kind, touch, evidence, at: happened } = report;
    const isGoal = this.scenario.goal.includes(kind);
    const isExit = this.scenario.exit.includes(kind);
    if (!this.inbox.admit(report, isGoal || isExit)) return;
    this.record({ type: 'report', eventId, kind, ...(touch === undefined ? {} : { touch }), evidence, happened });
    if (this.ending || evidence === 'bot') return;
    this.reachable = reachableAfter(this.reachable, report);
    this.moments.observe(report);
    if (isGoal) this.end({ outcome: 'converted', by: 'goal', detail: kind });
    else if (isExit) this.end({ outcome: kind, by: 'exit', detail: kind });
    else this.inbox.deliver(report);
  }

  /** Ends the journey where it stands: pending steps throw `JourneyEnded`, so that `finally` blocks run. The first end counts. */
  end(ending: Omit<Ending, 'learned'>): void {
    if (this.ending) return;
    this.ending = ending;
    this.record({ type: 'ended', ...ending, learned: this.learned });
    const ended = new JourneyEnded(ending.outcome);
    for (const interrupt of [...this.pending]) interrupt(ended);
    this.enter({ ...this.stage, name: 'ended' });
  }

  /** Settles with what the path is to see of it, `seen`; a promise less for each touch than mapping it later. */
  touch<Seen>(order: Omit<TouchOrder, 'touch'>, seen: (id: string, receipt: TouchReceipt) => Seen): Promise<Seen> {
    if (this.ending) return Promise.reject(new JourneyEnded(this.ending.outcome));
    const { message, medium } = order;
    const occurrence = (this.occurrences.get(message) ?? 0) + 1;
    this.occurrences.set(message, occurrence);
    const id = `${message}/${occurrence}`;
    this.inFlight += 1;
    // An order that was given is waited for even when the journey ends meanwhile: what became of it must be on record.
    return this.runtime.touch({ touch: id, ...order }).then(
      (receipt) => {
        this.land();
        if (!receipt.sent) this.unsent.add(id);
        this.media.set(id, medium);
        this.moments.estimate(id, receipt);
        this.record({ type: 'touch', touch: id, message, medium, receipt });
        this.stage = { name: message, ...(receipt.variant === undefined ? {} : { variant: receipt.variant }) };
        if (this.ending) throw new JourneyEnded(this.ending.outcome);
        return seen(id, receipt);
      },
      (error: unknown) => {
        this.land();
        throw error;
      },
    );
  }

  /** Allowed after the end, for `finally` blocks. */
  async recall(touch: string): Promise<'recalled' | 'too-late'> {
    this.inFlight += 1;
    try {
      const result = this.unsent.has(touch) ? 'too-late' : await this.runtime.recall(touch);
      this.record({ type: 'recalled', touch, result });
      return result;
    } finally {
      this.land();
    }
  }

  /** Settles with what the path is to see of the report that ended it, or with nothing when time is up. */
  waitFor<Seen>(expected: readonly Expected[], { duration, from }: { duration: number; from: Moment | undefined }, seen: (report: Report) => Seen): Promise<Seen | undefined> {
    if (this.ending) return Promise.reject(new JourneyEnded(this.ending.outcome));
    const wait = ++this.waits;
    const begun = this.runtime.now();
    const until = () => Math.min(((from && this.moments.timeOf(from)) ?? begun) + duration, this.limit);
    const over = (by: string) => this.record({ type: 'wait-ended', wait, by });
    this.record({ type: 'wait-begun', wait, expected: expected.map(({ kind, touch }) => (touch ? `${touch} ${kind}` : kind)), until: until() });

    const possible = expected.filter(({ touch }) => touch === undefined || !this.unsent.has(touch));
    if (possible.length === 0) return Promise.resolve(over('not-sent'));
    const early = this.inbox.lookBack(possible);
    if (early) {
      over(early.eventId);
      return Promise.resolve(seen(early));
    }
    this.enter({ ...this.stage, ...this.mediumOf(possible) });

    const moved = () => this.record({ type: 'wait-moved', wait, until: until() });
    const answered = (answer: (value: Seen) => void) =>
      this.inbox.stand(possible, (report) => {
        over(report.eventId);
        answer(seen(report));
      });
    return this.pause<Seen>({ until, from, moved, stand: answered, timeUp: () => over('time') });
  }

  sleep(duration: number): Promise<void> {
    if (this.ending) return Promise.reject(new JourneyEnded(this.ending.outcome));
    const until = Math.min(this.runtime.now() + duration, this.limit);
    this.record({ type: 'slept-until', until });
    const { waitingOn: _, ...stage } = this.stage;
    this.enter(stage);
    return this.pause<never>({ until: () => until });
  }

  learn(facts: Readonly<Record<string, unknown>>, source?: string): void {
    this.facts = { ...this.facts, ...facts };
    this.learned = { ...this.learned, ...facts };
    this.record({ type: 'learned', facts, ...(source === undefined ? {} : { source }) });
  }

  record(entry: Fresh): undefined {
    this.journal.push({ at: this.runtime.now(), ...entry });
  }

  /** Stands still until an answer, the time, or the journey's end. The one place where a journey lets time pass. */
  private pause<Answer>({ until, from, moved, stand, timeUp }: Pause<Answer>): Promise<Answer | undefined> {
    this.inFlight += 1;
    return new Promise<Answer | undefined>((resolve, reject) => {
      const settle = () => {
        leave?.();
        unwatch?.();
        disarm();
        this.pending.delete(interrupt);
        this.land();
      };
      const interrupt = (ended: JourneyEnded) => {
        settle();
        reject(ended);
      };
      const ring = () => {
        if (until() >= this.limit) return this.end({ outcome: 'expired', by: 'within', detail: this.scenario.within });
        settle();
        timeUp?.();
        resolve(undefined);
      };
      const leave = stand?.((value) => {
        settle();
        resolve(value);
      });
      let disarm = this.runtime.alarm(until(), ring);
      const rearm = () => {
        disarm();
        moved?.();
        disarm = this.runtime.alarm(until(), ring);
      };
      const unwatch = from && this.moments.watch(from, rearm);
      this.pending.add(interrupt);
    });
  }

  /** A step is over; whoever waits for the last one is told. */
  private land(): void {
    this.inFlight -= 1;
    if (this.inFlight === 0) this.landed?.();
  }

  private mediumOf(expected: readonly Expected[]): { waitingOn?: Medium } {
    const touch = expected.find((one) => one.touch !== undefined)?.touch;
    const medium = touch === undefined ? this.stage.waitingOn : this.media.get(touch);
    return medium === undefined ? {} : { waitingOn: medium };
  }

  private enter(stage: Stage): void {
    this.stage = stage;
    this.runtime.changed?.(stage);
  }
}
