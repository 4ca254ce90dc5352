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
  private readonly inFlight = new Set<Promise<unknown>>();
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
    while (this.inFlight.size > 0) await Promise.allSettled([...this.inFlight]);
    const ending: Ending = { ...this.ending!, learned: this.learned };
    await this.runtime.finish(ending);
    if (failure) throw failure;
    return ending;
  }

  /** Takes in what was reported: dropped if seen before, else journalled, then goal, exits, waits. */
  receive(report: Report): void {
    if (!this.inbox.admit(report)) return;
    const { eventId, kind, touch, evidence, at: happened } = report;
    this.record({ type: 'report', eventId, kind, ...(touch === undefined ? {} : { touch }), evidence, happened });
    if (this.ending || evidence === 'bot') return;
    this.reachable = reachableAfter(this.reachable, report);
    this.moments.observe(report);
    if (this.scenario.goal.includes(kind)) this.end({ outcome: 'converted', by: 'goal', detail: kind });
    else if (this.scenario.exit.includes(kind)) this.end({ outcome: kind, by: 'exit', detail: kind });
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

  async touch(order: Omit<TouchOrder, 'touch'>): Promise<{ id: string; receipt: TouchReceipt }> {
    this.assertOpen();
    const { message, medium } = order;
    const occurrence = (this.occurrences.get(message) ?? 0) + 1;
    this.occurrences.set(message, occurrence);
    const id = `${message}/${occurrence}`;
    // An order that was given is waited for even when the journey ends meanwhile: what became of it must be on record.
    const receipt = await this.track(this.runtime.touch({ touch: id, ...order }));
    if (!receipt.sent) this.unsent.add(id);
    this.media.set(id, medium);
    this.moments.estimate(id, receipt);
    this.record({ type: 'touch', touch: id, message, medium, receipt });
    this.stage = { name: message, ...(receipt.variant === undefined ? {} : { variant: receipt.variant }) };
    this.assertOpen();
    return { id, receipt };
  }

  /** Allowed after the end, for `finally` blocks. */
  async recall(touch: string): Promise<'recalled' | 'too-late'> {
    const result = this.unsent.has(touch) ? 'too-late' : await this.track(this.runtime.recall(touch));
    this.record({ type: 'recalled', touch, result });
    return result;
  }

  async waitFor(expected: readonly Expected[], duration: number, from: Moment | undefined): Promise<Report | undefined> {
    this.assertOpen();
    const wait = ++this.waits;
    const begun = this.runtime.now();
    const until = () => Math.min(((from && this.moments.timeOf(from)) ?? begun) + duration, this.limit);
    this.record({ type: 'wait-begun', wait, expected: expected.map(({ kind, touch }) => (touch ? `${touch} ${kind}` : kind)), until: until() });

    const possible = expected.filter(({ touch }) => touch === undefined || !this.unsent.has(touch));
    if (possible.length === 0) return this.record({ type: 'wait-ended', wait, by: 'not-sent' });
    const early = this.inbox.lookBack(possible);
    if (early) {
      this.record({ type: 'wait-ended', wait, by: early.eventId });
      return early;
    }
    this.enter({ ...this.stage, ...this.mediumOf(possible) });

    const report = await this.pause<Report>(until, from, (answer) => this.inbox.stand(possible, answer), (moved) => this.record({ type: 'wait-moved', wait, until: moved }));
    this.record({ type: 'wait-ended', wait, by: report?.eventId ?? 'time' });
    return report;
  }

  async sleep(duration: number): Promise<void> {
    this.assertOpen();
    const until = Math.min(this.runtime.now() + duration, this.limit);
    this.record({ type: 'slept-until', until });
    const { waitingOn: _, ...stage } = this.stage;
    this.enter(stage);
    await this.pause(() => until, undefined, () => () => {});
  }

  learn(facts: Readonly<Record<string, unknown>>, source?: string): void {
    this.facts = { ...this.facts, ...facts };
    this.learned = { ...this.learned, ...facts };
    this.record({ type: 'learned', facts, ...(source === undefined ? {} : { source }) });
  }

  record(entry: Fresh): undefined {
    this.journal.push({ at: this.runtime.now(), ...entry });
  }

  assertOpen(): void {
    if (this.ending) throw new JourneyEnded(this.ending.outcome);
  }

  /** Stands still until an answer, the time, or the journey's end. The one place where a journey lets time pass. */
  private pause<Answer>(until: () => number, from: Moment | undefined, stand: (answer: (value: Answer) => void) => () => void, moved?: (until: number) => void): Promise<Answer | undefined> {
    return this.track(
      new Promise<Answer | undefined>((resolve, reject) => {
        const settle = (then: () => void) => {
          leave();
          unwatch();
          disarm();
          this.pending.delete(interrupt);
          then();
        };
        const interrupt = (ended: JourneyEnded) => settle(() => reject(ended));
        const ring = () => {
          if (until() >= this.limit) this.end({ outcome: 'expired', by: 'within', detail: this.scenario.within });
          else settle(() => resolve(undefined));
        };
        const leave = stand((value) => settle(() => resolve(value)));
        let disarm = this.runtime.alarm(until(), ring);
        const rearm = () => {
          disarm();
          moved?.(until());
          disarm = this.runtime.alarm(until(), ring);
        };
        const unwatch = from ? this.moments.watch(from, rearm) : () => {};
        this.pending.add(interrupt);
      }),
    );
  }

  private track<Value>(step: Promise<Value>): Promise<Value> {
    const settled: Promise<void> = step.then(
      () => void this.inFlight.delete(settled),
      () => void this.inFlight.delete(settled),
    );
    this.inFlight.add(settled);
    return step;
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
