import type { Ending, JournalEntry } from './journal.ts';
import type { ChoiceOrder, ChoiceReceipt, Report, Runtime, Stage, TouchOrder, TouchReceipt } from './runtime.ts';

/** What a journey has lived through in an earlier run. */
export interface Past {
  /** The time at which the earlier run was left; campaign milliseconds. */
  readonly present: number;
  readonly journal: readonly JournalEntry[];
  /** The workflow type of the version that lived it, when it is another than the one that goes on. */
  readonly from?: string;
}

/** How far a path got over its past. */
export interface CaughtUp {
  /** Touches that were made and that the path has not asked for. */
  readonly leftOver: readonly string[];
  /** What the path asked for that was never made: from here it goes on in the present. */
  readonly unmade: readonly TouchOrder[];
  /** The same of choices. */
  readonly unchosen: readonly ChoiceOrder[];
  /** Why this past can't be this path's: it would have sent something else before a touch that was made. */
  readonly refused?: string;
}

/** A version was given a past that can't be its own: a bug of whoever moved the journey, which goes on when it is mended. */
export class PastRefused extends Error {
  override readonly name = 'PastRefused';
  constructor(
    readonly caughtUp: CaughtUp,
    scenario: string,
  ) {
    super(`Expected ${scenario} to take over this journey, got a past that it can't have had: ${caughtUp.refused}.`);
  }
}

interface Input {
  readonly at: number;
  readonly run: () => void;
}

interface Alarm extends Input {
  cancel?: () => void;
}

/** What the engine asks of the past. Undefined for a touch or a choice: it was never made; ask again, it is the present now. */
export type OutThere = Omit<Runtime, 'touch' | 'choose'> & {
  readonly mayBePast?: boolean;
  /** The touch was made: no window and no pause can hold it back any more. */
  isMade?(touch: string): boolean;
  touch(order: TouchOrder): Promise<TouchReceipt | undefined>;
  choose(order: ChoiceOrder): Promise<ChoiceReceipt | undefined>;
};

/** What the reliving does to the journey. */
export interface Lived {
  receive(report: Report, at: number): void;
  skip(): void;
}

/**
 * The past as a runtime: a path that runs over it gets what was made and what came, at the times at which it did; waits run out at theirs. When
 * it asks for what never was, or nothing is left, it meets the present, and the runtime out there takes over. At one instant, what was
 * received comes before what rings.
 */
export class Reliving implements OutThere {
  readonly mayBePast = true;
  private time: number;
  private isPresent = false;
  private readonly inputs: Input[];
  private readonly alarms = new Set<Alarm>();
  private readonly made = new Map<string, { readonly at: number; readonly receipt: TouchReceipt }>();
  /** What was chosen stays chosen: nothing that runs over a past can decide it again. */
  private readonly chosen = new Map<string, { readonly at: number; readonly receipt: ChoiceReceipt }>();
  private readonly recalls = new Map<string, { readonly at: number; readonly result: 'recalled' | 'too-late' }>();
  private readonly unmade: TouchOrder[] = [];
  private readonly unchosen: ChoiceOrder[] = [];
  /** What was chosen in the past and is no option any more. */
  private unknown: { readonly choice: string; readonly arm: string } | undefined;
  private readonly forThePresent: (() => void)[] = [];
  private stage: Stage | undefined;

  constructor(
    private readonly past: Past,
    private readonly live: Runtime,
    { began, lived }: { began: number; lived: Lived },
  ) {
    this.time = began;
    this.inputs = past.journal.flatMap((entry) => {
      if (entry.type === 'touch') this.made.set(entry.touch, entry);
      if (entry.type === 'choice') this.chosen.set(entry.choice, entry);
      if (entry.type === 'recalled') this.recalls.set(entry.touch, entry);
      if (entry.type === 'skipped') return [{ at: entry.at, run: () => lived.skip() }];
      return entry.type === 'report' ? [{ at: entry.at, run: () => lived.receive(reportOf(entry), entry.at) }] : [];
    });
  }

  /** Runs to the present: until what never was is asked for, or nothing is left before it. */
  async catchUp(isOver: () => boolean): Promise<CaughtUp> {
    await this.live.settled();
    for (let next = this.next(); next && !isOver(); next = this.next()) {
      this.alarms.delete(next);
      const index = this.inputs.indexOf(next);
      if (index >= 0) this.inputs.splice(index, 1);
      this.time = Math.max(this.time, next.at);
      next.run();
      await this.live.settled();
    }
    const refused = this.refusal();
    return { leftOver: [...this.made.keys()], unmade: this.unmade, unchosen: this.unchosen, ...(refused === undefined ? {} : { refused }) };
  }

  private refusal(): string | undefined {
    if (this.unknown) return `it has no '${this.unknown.arm}', which was chosen for ${this.unknown.choice}`;
    const asked = [...this.unmade.map(({ touch, at }) => ({ at, words: `sent ${touch}` })), ...this.unchosen.map(({ choice, at }) => ({ at, words: `chosen ${choice}` }))];
    for (const { at, words } of asked) {
      const later = [...this.made].find(([, made]) => made.at >= at);
      if (later) return `it would have ${words} on ${dayOf(at)}, and had not asked for ${later[0]} by then, which was made on ${dayOf(later[1].at)}`;
    }
    return undefined;
  }

  /** From now on everything is asked out there. */
  meetPresent(): void {
    this.time = Math.max(this.time, this.past.present);
    this.isPresent = true;
    for (const alarm of this.alarms) alarm.cancel = this.live.alarm(alarm.at, alarm.run);
    if (this.stage) this.live.changed?.(this.stage);
    for (const run of this.forThePresent) run();
  }

  get tolerance(): number {
    return this.live.tolerance ?? 0;
  }

  now(): number {
    return this.isPresent ? this.live.now() : this.time;
  }

  alarm(at: number, ring: () => void): () => void {
    if (this.isPresent) return this.live.alarm(at, ring);
    const alarm: Alarm = { at, run: ring };
    this.alarms.add(alarm);
    return () => {
      this.alarms.delete(alarm);
      alarm.cancel?.();
    };
  }

  isMade(touch: string): boolean {
    return this.made.has(touch);
  }

  touch(order: TouchOrder): Promise<TouchReceipt | undefined> {
    const made = this.made.get(order.touch);
    if (made) {
      this.made.delete(order.touch);
      return this.isPresent ? Promise.resolve(made.receipt) : this.at(made.at, made.receipt);
    }
    if (this.isPresent) return this.live.touch(order);
    this.unmade.push(order);
    return new Promise((resolve) => this.forThePresent.push(() => resolve(undefined)));
  }

  choose(order: ChoiceOrder): Promise<ChoiceReceipt | undefined> {
    const chosen = this.chosen.get(order.choice);
    if (chosen && !order.options.includes(chosen.receipt.arm)) this.unknown ??= { choice: order.choice, arm: chosen.receipt.arm };
    else if (chosen) return this.isPresent ? Promise.resolve(chosen.receipt) : this.at(chosen.at, chosen.receipt);
    if (!chosen && this.isPresent) return this.live.choose(order);
    this.unchosen.push(order);
    return new Promise((resolve) => this.forThePresent.push(() => resolve(undefined)));
  }

  recall(touch: string): Promise<'recalled' | 'too-late'> {
    const known = this.recalls.get(touch);
    if (this.isPresent) return known ? Promise.resolve(known.result) : this.live.recall(touch);
    if (known) return this.at(known.at, known.result);
    return new Promise((resolve, reject) => this.forThePresent.push(() => void this.live.recall(touch).then(resolve, reject)));
  }

  finish(ending: Ending): Promise<void> {
    return this.live.finish(ending);
  }

  settled(): Promise<void> {
    return this.live.settled();
  }

  changed(stage: Stage): void {
    this.stage = stage;
    if (this.isPresent) this.live.changed?.(stage);
  }

  private at<Value>(at: number, value: Value): Promise<Value> {
    return new Promise((resolve) => this.inputs.push({ at: Math.max(at, this.time), run: () => resolve(value) }));
  }

  /** What is next in time. Once the path waits for the present, no further wait runs out; what was received is received. */
  private next(): Input | undefined {
    let first: Input | undefined;
    for (const input of this.inputs) if (!first || input.at < first.at) first = input;
    if (this.unmade.length + this.unchosen.length > 0) return first;
    for (const alarm of this.alarms) if (alarm.at <= this.past.present && (!first || alarm.at < first.at)) first = alarm;
    return first;
  }
}

function reportOf({ eventId, kind, touch, happened, evidence, data }: Extract<JournalEntry, { type: 'report' }>): Report {
  return { eventId, kind, at: happened, evidence, ...(touch === undefined ? {} : { touch }), ...(data ? { data } : {}) };
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
