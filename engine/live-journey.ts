import { JourneyEnded, milliseconds, ScenarioError, workflowTypeOf, type AnyScenario, type ClockTime, type DayOptions, type Expected, type Journey, type Medium, type Messages, type Reachable } from '../scenarios/vocabulary/index.ts';
import type { Again, Carried } from './carried.ts';
import { Choices, type Chosen } from './choices.ts';
import { Guard } from './guard.ts';
import { Inbox } from './inbox.ts';
import { inferredIn } from './inferred.ts';
import type { Ending, Fresh, JournalEntry } from './journal.ts';
import { journeyOf } from './journey-of.ts';
import type { JourneyStart } from './journey-start.ts';
import { JourneyTime } from './journey-time.ts';
import { DEFAULT_TIME_ZONE, nextClockTime } from './local-time.ts';
import { Moments } from './moments.ts';
import { reachableAfter } from './reachability.ts';
import { Operators } from './operators.ts';
import { PastRefused, Reliving, type CaughtUp, type OutThere, type Past } from './reliving.ts';
import type { Report, Runtime, Stage, TouchReceipt } from './runtime.ts';
import { Touches, type Asked } from './touches.ts';
import { Waits, type Wait } from './waits.ts';

/**
 * One prospect's run through a scenario, on whatever runtime. Everything it does and receives goes through the journal, in order; its time is
 * its own (see `JourneyTime`).
 *
 * @example
 * const live = new LiveJourney(boilerRenewalV1, { facts, reachable }, runtime);
 * live.receive(report); // at any time, also before `run`
 * const ending = await live.run();
 */
export class LiveJourney {
  readonly journal: JournalEntry[] = [];
  readonly began: number;
  readonly cycle: number;
  readonly state: object | undefined;
  /** Settles when its past is lived through; nothing for a journey without one. */
  caughtUp: Promise<CaughtUp> | undefined;
  stage: Stage = { name: 'entered' };
  facts: Readonly<Record<string, unknown>>;
  reachable: Reachable;
  /** For operators: pause, resume, skip. */
  readonly operators: Operators;
  private readonly time: JourneyTime;
  private readonly limit: number;
  private readonly runtime: OutThere;
  private readonly inbox: Inbox;
  private readonly moments = new Moments();
  private readonly guard = new Guard((error) => this.giveUp?.(error));
  readonly touches: Touches;
  private readonly choices: Choices;
  private readonly waits: Waits;
  private giveUp: ((error: ScenarioError) => void) | undefined;
  private learned: Readonly<Record<string, unknown>>;
  private ending: Omit<Ending, 'learned'> | undefined;
  private next: object | undefined;
  private reliving: Reliving | undefined;
  private readonly early: (() => void)[] = [];
  /** What comes from outside while the past is lived through waits for the present. */
  private readonly whenPresent = (act: () => void): unknown => (this.reliving ? this.early.push(act) : act());

  constructor(
    private readonly scenario: AnyScenario,
    private readonly start: JourneyStart,
    runtime: Runtime,
  ) {
    const { carried, past } = start;
    this.facts = carried?.facts ?? start.facts;
    this.reachable = carried?.reachable ?? start.reachable;
    this.learned = carried?.learned ?? {};
    this.cycle = carried?.cycle ?? 1;
    this.state = carried?.state;
    this.inbox = new Inbox(carried?.inbox);
    this.began = start.began ?? runtime.now();
    const lived = { receive: (report: Report, at: number) => this.take(report, () => this.time.arrive(at)), skip: () => this.operators.skipNow() };
    this.reliving = past && new Reliving(past, runtime, { began: this.began, lived });
    this.runtime = this.reliving ?? runtime;
    this.time = new JourneyTime(this.began, this.runtime);
    this.limit = this.began + milliseconds(scenario.within);
    // One object for all parts: spreading one with functions in it makes V8 a hidden class each time (docs/performance.md).
    const parts = {
      scenario,
      time: this.time,
      runtime: this.runtime,
      zone: start.timeZone ?? DEFAULT_TIME_ZONE,
      limit: this.limit,
      inbox: this.inbox,
      moments: this.moments,
      guard: this.guard,
      unsent: new Set<string>(),
      record: (entry: Fresh) => this.record(entry),
      facts: () => this.facts,
      expires: (until: number) => this.expires(until),
      outcome: () => this.ending?.outcome,
      held: () => (this.reliving || this.ending ? undefined : this.operators.resumed()),
      standing: (possible: readonly Expected[]) => this.enter({ ...this.stage, ...this.mediumOf(possible) }),
      whenPresent: this.whenPresent,
      hasEnded: () => this.ending !== undefined,
    };
    this.operators = new Operators(parts, carried?.isPaused ?? false);
    this.touches = new Touches(parts, { ...carried?.occurrences }, { ...carried?.media });
    this.choices = new Choices(parts, this.touches.occurrences);
    this.waits = new Waits(parts);
  }

  /** Its own time, campaign milliseconds since 1970. */
  get now(): number {
    return this.time.now;
  }

  /** What another run needs to go on from here, once `isQuiet`. */
  get past(): Past {
    return { present: this.time.clock, journal: this.journal };
  }

  /** Nothing is under way that the journal does not say yet. */
  get isQuiet(): boolean {
    return !this.reliving && this.time.isQuiet;
  }

  /**
   * Runs the path to its end, whatever ends it, and records that end; or to its next cycle, which another `LiveJourney` begins.
   *
   * @throws what the path throws, but for the journey's own end. A `ScenarioError` is recorded as the outcome `failed` first, for no retry
   * mends it; any other error is a bug in the path, to be mended in code while the journey waits, so it is no outcome.
   */
  async run(): Promise<Ending | Again> {
    const path = this.scenario.path as (journey: Journey<Record<string, unknown>, Messages, object>) => Promise<void>;
    let failure: ScenarioError | undefined;
    try {
      const body = new Promise<void>((resolve, reject) => {
        this.giveUp = reject;
        if (this.ending) resolve();
        else path(journeyOf(this)).then(resolve, reject);
      });
      if (this.reliving) await (this.caughtUp = this.catchUp(this.reliving, body));
      await body;
      this.end({ outcome: 'completed', by: 'path' });
    } catch (error) {
      if (error instanceof ScenarioError) {
        failure = error;
        this.end({ outcome: 'failed', by: 'error', detail: failure.message });
        this.next = undefined;
      } else if (!(error instanceof JourneyEnded)) throw error;
    }
    // Branches that were left behind (a lost race) may still be taking something back in their `finally`.
    await this.time.allLanded();
    if (this.next) return { again: this.carried(this.next) };
    const ending: Ending = { ...this.ending!, learned: this.learned };
    await this.runtime.finish(ending);
    if (failure) throw failure;
    return ending;
  }

  /** Takes in what was reported: dropped if seen before, else journalled, then goal, exits, waits. */
  receive(report: Report): void {
    this.whenPresent(() => this.take(report, () => this.time.arriveReported(report.at)));
  }

  /** Ends the journey where it stands: pending steps throw `JourneyEnded`, so that `finally` blocks run. The first end counts. */
  end(ending: Omit<Ending, 'learned'>): void {
    if (this.ending) return;
    this.ending = ending;
    if (this.next) this.record({ type: 'again', cycle: this.cycle + 1 });
    else this.record({ type: 'ended', ...ending, learned: this.learned });
    this.time.interrupt(new JourneyEnded(ending.outcome));
    this.operators.release();
    if (!this.next) this.enter({ ...this.stage, name: 'ended' });
  }

  /** Ends this cycle; `run` returns what the next begins with. */
  again(state: object): void {
    if (this.ending) return;
    this.next = state;
    this.end({ outcome: 'again', by: 'path' });
  }

  touch<Seen>(asked: Asked, seen: (id: string, receipt: TouchReceipt) => Seen): Promise<Seen> {
    return this.step() ?? this.touches.make(asked, (id, receipt) => {
      this.moments.estimate(id, receipt);
      this.stage = receipt.variant === undefined ? { name: asked.message } : { name: asked.message, variant: receipt.variant };
      return seen(id, receipt);
    });
  }

  choose(chosen: Chosen): Promise<string> {
    return this.step() ?? this.choices.make(chosen);
  }

  waitFor<Seen>(wait: Wait, seen: (taken: readonly Report[]) => Seen): Promise<Seen | undefined> {
    return this.step() ?? this.waits.begin(wait, seen);
  }

  /** @param until campaign milliseconds */
  sleep(until: number): Promise<void> {
    const refused = this.step();
    if (refused) return refused;
    const end = Math.max(Math.min(until, this.limit), this.now);
    this.record({ type: 'slept-until', until: end });
    if (end === this.now) return Promise.resolve();
    const { waitingOn: _, ...stage } = this.stage;
    this.enter(stage);
    return this.time.pause<never>({ until: () => end, timeUp: (by) => by === 'skipped' || !this.expires(end) });
  }

  /** Until clocks where the prospect lives show that time. */
  at(time: ClockTime, on: DayOptions = {}): Promise<void> {
    return this.sleep(nextClockTime({ time, after: this.time.clock, zone: this.start.timeZone ?? DEFAULT_TIME_ZONE, on }));
  }

  learn(facts: Readonly<Record<string, unknown>>, source?: string): void {
    this.guard.step(this.now);
    this.facts = { ...this.facts, ...facts };
    this.learned = { ...this.learned, ...facts };
    this.record({ type: 'learned', facts, ...(source === undefined ? {} : { source }) });
  }

  note(text: string): void {
    this.guard.step(this.now);
    this.record({ type: 'note', text });
  }

  record(entry: Fresh): undefined {
    // Each entry is made for the journal, so its time is written into it: a copy of each would cost a simulation a tenth of its speed.
    (entry as { at?: number }).at = this.now;
    this.journal.push(entry as JournalEntry);
  }

  /** One more step of the path; what it gets instead when the journey is over. */
  private step(): Promise<never> | undefined {
    if (this.ending) return this.guard.after(this.ending.outcome);
    this.guard.step(this.now);
    return undefined;
  }

  private take(report: Report, arrive: () => void): void {
    const { eventId, kind, touch, evidence, at: happened, data } = report;
    const isGoal = this.scenario.goal.includes(kind);
    const isExit = this.scenario.exit.includes(kind);
    if (!this.inbox.admit(report, isGoal || isExit)) return;
    arrive();
    this.record({ type: 'report', eventId, kind, ...(touch === undefined ? {} : { touch }), evidence, happened, ...(data ? { data } : {}) });
    if ((this.ending && !this.next) || evidence === 'bot') return;
    this.takeInferred(report);
    this.reachable = reachableAfter(this.reachable, report);
    this.moments.observe(report);
    // A goal or an exit that comes as the next cycle is about to begin: there is none.
    if (isGoal || isExit) this.next = this.ending = undefined;
    if (isGoal) this.end({ outcome: 'converted', by: 'goal', detail: kind });
    else if (isExit) this.end({ outcome: kind, by: 'exit', detail: kind });
    else this.waits.hear(report);
  }

  /** What was inferred about the person as the report was stored is known from here on; what the path has learned itself stands. */
  private takeInferred(report: Report): void {
    for (const [fact, { value, source }] of inferredIn(report)) {
      if (fact in this.learned || this.facts[fact] === value) continue;
      this.facts = { ...this.facts, [fact]: value };
      this.record({ type: 'learned', facts: { [fact]: value }, source });
    }
  }

  /** Runs over the past until the present, then takes what was reported meanwhile. */
  private async catchUp(reliving: Reliving, body: Promise<void>): Promise<CaughtUp> {
    let isOver = false;
    void body.catch(() => {}).then(() => (isOver = true));
    const { journal, from, present } = this.start.past!;
    const caughtUp = await reliving.catchUp(() => isOver);
    if (caughtUp.refused) throw new PastRefused(caughtUp, workflowTypeOf(this.scenario));
    this.reliving = undefined;
    this.operators.goOnFrom(journal);
    reliving.meetPresent();
    if (from) {
      this.time.arrive(present);
      this.record({ type: 'moved', from, to: workflowTypeOf(this.scenario) });
    }
    for (const act of this.early.splice(0)) act();
    return caughtUp;
  }

  private carried(state: object): Carried {
    const { cycle, facts, learned, reachable } = this;
    const { occurrences, media } = this.touches;
    return { cycle: cycle + 1, state, facts, learned, reachable, inbox: this.inbox.content, occurrences, media, isPaused: this.operators.isPaused };
  }

  /** The journey's limit ends it before whatever it stands still for. */
  private expires(until: number): boolean {
    const isOver = until >= this.limit;
    if (isOver) this.end({ outcome: 'expired', by: 'within', detail: this.scenario.within });
    return isOver;
  }

  private mediumOf(expected: readonly Expected[]): { waitingOn?: Medium } {
    const { touch } = expected.find((one) => one.touch !== undefined) ?? {};
    const medium = touch === undefined ? this.stage.waitingOn : this.touches.media[touch];
    return medium === undefined ? {} : { waitingOn: medium };
  }

  private enter(stage: Stage): void {
    this.runtime.changed?.((this.stage = stage));
  }
}
