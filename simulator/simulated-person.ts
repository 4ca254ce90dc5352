import { DEFAULT_TIME_ZONE, LiveJourney, propsOf, type ChoiceOrder, type ChoiceReceipt, type Ending, type JourneyStart, type Report, type Runtime, type TouchOrder, type TouchReceipt } from '../engine/index.ts';
import { REPORTS_OF, type Kind, type Response } from '../scenarios/vocabulary/index.ts';
import { Agenda } from './agenda.ts';
import { increment, type MessageTally } from './tally.ts';
import type { Cause, Coming } from './response-model.ts';
import { brokenRule, type Made } from './rule-check.ts';
import type { Shown } from './shown.ts';
import { Standing } from './standing.ts';
import type { World } from './world.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Cycles of one journey; more without time going by is a loop. */
const CYCLES_AT_ONCE = 100;

/** A touch as it stands with the person. */
interface Piece {
  readonly order: TouchOrder;
  readonly occurrence: number;
  readonly message: MessageTally;
  readonly variant: string | undefined;
  readonly props: Readonly<Record<string, unknown>>;
  readonly handedOver: number | undefined;
  recalled: boolean;
}

/**
 * One person: their journey on a time of its own, and what they do. It is the journey's runtime, deciding and recording as the activities do
 * (consent, caps, variant, print runs), with draws in place of the world.
 */
export class SimulatedPerson implements Runtime {
  failure: { readonly error: unknown } | undefined;
  ending: Ending | undefined;
  /** They did what the campaign is for, within its time; in whichever cycle, for `everConverted`. */
  everConverted = false;
  private converted = false;
  cents = 0;
  readonly made: Made[] = [];
  readonly pieces: Piece[] = [];
  private readonly agenda: Agenda;
  private readonly began: number;
  private endedAt: number;
  private readonly zone: string;
  private readonly standing: Standing;
  private readonly shown: Shown | undefined;
  private readonly seen: string[] = [];
  private readonly did: Kind[] = [];
  /** What their path's choices came to, by point; the latest of each. */
  private chosen: Record<string, string> | undefined;
  private told: object;
  private live: LiveJourney | undefined;
  private reported = 0;
  private cycles = 0;
  private cycleBegan: number;
  private horizon: number;

  constructor(
    readonly number: number,
    private readonly world: World,
    { isHeldOut, began }: { isHeldOut: boolean; began: number },
  ) {
    const { facts, reachable, timeZone = DEFAULT_TIME_ZONE, hasEmail = true } = world.prospect(number);
    this.began = began;
    this.endedAt = began;
    this.cycleBegan = began;
    this.agenda = new Agenda(began);
    this.horizon = began + world.within;
    this.told = facts;
    this.zone = timeZone;
    this.standing = new Standing(reachable, hasEmail);
    this.shown = world.shown(timeZone);
    const own = world.model.ofTheirOwn(number, facts);
    for (const coming of own) this.expect(coming, began);
    if (isHeldOut) {
      world.tally.holdout += 1;
      return;
    }
    world.tally.treated += 1;
    if (own.some(({ kind, delay }) => world.isGoal(kind) && delay <= world.within)) world.tally.anyway += 1;
    this.begin({ facts: facts as Record<string, unknown>, reachable, timeZone });
  }

  /** Lets the next thing happen. False when nothing is left to happen. */
  advance(): boolean {
    // Until the journey is over nothing may be left out; after, what comes is only counted.
    if (this.isUnderWay) return this.agenda.step(this.began + this.world.horizon);
    while (this.agenda.step(this.horizon));
    return false;
  }

  /** Their journey has not ended. */
  get isUnderWay(): boolean {
    return this.live !== undefined && this.ending === undefined;
  }

  /** It has not ended, and nothing can happen to it any more. */
  get isStuck(): boolean {
    return this.isUnderWay && !this.agenda.hasMore;
  }

  get isHeldOut(): boolean {
    return this.live === undefined;
  }

  /** How long their journey took. */
  get days(): number {
    return (this.endedAt - this.began) / (24 * HOUR);
  }

  now(): number {
    return this.agenda.now;
  }

  alarm(at: number, ring: () => void): () => void {
    const due = this.agenda.add(at, ring);
    return () => void (due.wanted = false);
  }

  touch(order: TouchOrder): Promise<TouchReceipt> {
    return Promise.resolve(this.decided(order));
  }

  choose({ choice, point, options, at }: ChoiceOrder): Promise<ChoiceReceipt> {
    const { world } = this;
    const arm = world.chosen(this.number, { id: choice, point, among: options });
    this.chosen = { ...this.chosen, [point]: arm };
    let counts = world.tally.choices.get(point);
    if (!counts) world.tally.choices.set(point, (counts = new Map()));
    increment(counts, arm);
    return Promise.resolve({ arm, at, policy: 'simulated', chance: 1 / options.length });
  }

  recall(touch: string): Promise<'recalled' | 'too-late'> {
    const piece = this.pieces.find(({ order }) => order.touch === touch);
    return Promise.resolve(piece && this.recalled(piece) ? 'recalled' : 'too-late');
  }

  finish(ending: Ending): Promise<void> {
    this.ending = ending;
    this.endedAt = this.now();
    for (const piece of this.pieces) this.recalled(piece);
    const { tally } = this.world;
    increment(tally.outcomes, ending.outcome);
    tally.lengths.add((this.now() - this.began) / HOUR);
    return Promise.resolve();
  }

  settled(): Promise<void> {
    return this.world.settled();
  }

  private begin(start: JourneyStart): void {
    const live = new LiveJourney(this.world.scenario, start, this);
    this.live = live;
    live.run().then(
      (end) => {
        if (!('again' in end)) return;
        if (live.now > this.cycleBegan) this.cycles = 0;
        this.cycles += 1;
        if (this.cycles > CYCLES_AT_ONCE) {
          this.failure = { error: new Error(`Expected a cycle to take its time, got ${CYCLES_AT_ONCE} of them at one moment. Let the path wait before journey.again.`) };
          return;
        }
        this.cycleBegan = live.now;
        this.horizon = live.now + this.world.within;
        // Who has bought may buy again in another cycle.
        this.converted = false;
        this.begin({ ...start, began: live.now, carried: end.again });
      },
      (error: unknown) => {
        this.failure = { error };
      },
    );
  }

  /** Whether it goes out, and what follows if it does. */
  private decided(order: TouchOrder): TouchReceipt {
    const { world, number } = this;
    const { message: name, medium, touch, at } = order;
    if (order.audience) return { sent: !this.standing.audienceRefusal, why: this.standing.audienceRefusal ?? 'sent', at };
    const message = world.message(name, medium);
    const refused = this.standing.refusal(order, world.figures(name).purpose, this.made);
    if (refused) {
      increment(message.notSent, refused);
      return { sent: false, why: refused, at };
    }
    const variant = order.choose && world.chosen(number, { id: touch, point: name, among: order.choose });
    const first = !this.seen.includes(name);
    message.sent += 1;
    world.tally.touches += 1;
    if (first) {
      this.seen.push(name);
      message.people += 1;
      message.minutes += Math.floor((at - this.began) / MINUTE);
    }
    if (variant !== undefined) increment(message.variants, variant);
    this.made.push({ touch, medium, at: this.now(), window: order.window });
    const broken = brokenRule(world.scenario, this.made, this.zone);
    if (broken) world.tally.violate({ ...broken, prospect: number, touch, at: this.now() });
    const run = medium === 'print' ? world.printRun(name, at, this.zone) : undefined;
    const piece: Piece = { order, occurrence: Number(touch.slice(name.length + 1)), message, variant, props: propsOf(order, variant) as Readonly<Record<string, unknown>>, handedOver: run?.handedOver, recalled: false };
    this.pieces.push(piece);
    world.tally.days[medium].add(world.dayOf(run?.handedOver ?? at));
    this.deliver(piece, run?.inHome ?? at);
    const receipt: { -readonly [K in keyof TouchReceipt]: TouchReceipt[K] } = { sent: true, why: 'sent', at };
    if (variant !== undefined) receipt.variant = variant;
    if (run) [receipt.handedOver, receipt.inHome] = [run.handedOver, run.inHome];
    return receipt;
  }

  /** The piece or mail is on its way: it arrives, or comes back; and who has it may respond. */
  private deliver(piece: Piece, estimate: number): void {
    const { world, number } = this;
    const { order, variant, occurrence, props } = piece;
    const fate = world.fate(number, { touch: order.touch, medium: order.medium, estimate, handedOver: piece.handedOver });
    if (fate.lost) {
      this.agenda.add(fate.lost.at, () => this.report({ kind: fate.lost!.kind, evidence: 'scan', data: fate.lost!.data }, piece));
      return;
    }
    this.shown?.arrived(order, fate.arrives);
    if (fate.reported) this.agenda.add(fate.arrives, () => this.report({ kind: 'delivered', evidence: order.medium === 'print' ? 'logical' : 'scan' }, piece));
    const cause: Cause = { message: order.message, medium: order.medium, variant, occurrence, props, chosen: this.chosen };
    for (const coming of world.model.after(number, this.told, cause)) this.expect(coming, fate.arrives, piece);
  }

  private expect(coming: Coming, from: number, piece?: Piece): void {
    this.agenda.add(from + coming.delay, () => this.respond(coming, piece));
  }

  /** They do it, unless what it is about never reached them, or they have bought already. */
  private respond(coming: Coming, piece: Piece | undefined): void {
    if (piece?.recalled) return;
    const { world } = this;
    const { kind, evidence, data, worth } = coming;
    const isPerson = evidence === 'human';
    if (isPerson && world.isGoal(kind)) {
      if (this.converted) return;
      if (this.now() <= this.horizon) this.convert();
    }
    if (worth > 0 && this.live) {
      this.cents += Math.round(worth * 100);
      world.tally.cents += Math.round(worth * 100);
      world.tally.orders += 1;
    }
    if (kind === 'reply' && data?.['facts']) this.told = { ...this.told, ...(data['facts'] as object) };
    if (this.live) this.report({ kind, evidence, data }, piece, coming.ofTouch);
    if (!isPerson) return;
    const response = { kind, at: new Date(this.now()), evidence, ...data } as Response;
    const cause: Cause = piece
      ? { message: piece.order.message, medium: piece.order.medium, variant: piece.variant, occurrence: piece.occurrence, props: piece.props, chosen: this.chosen, response }
      : { response };
    for (const next of world.model.after(this.number, this.told, cause)) this.expect(next, this.now(), piece);
  }

  private convert(): void {
    this.converted = true;
    const { tally } = this.world;
    if (this.live) tally.days.conversions.add(this.world.dayOf(this.now()));
    if (this.everConverted) return;
    this.everConverted = true;
    if (this.live) tally.converted += 1;
    else tally.holdoutConverted += 1;
  }

  private report({ kind, evidence, data }: Pick<Report, 'kind' | 'evidence'> & { data?: Coming['data'] }, piece: Piece | undefined, ofTouch = true): void {
    const { tally } = this.world;
    if (piece?.recalled) return;
    const about = piece && ofTouch && (REPORTS_OF[piece.order.medium] as readonly Kind[]).includes(kind) ? piece : undefined;
    if (evidence !== 'bot') {
      if (!this.did.includes(kind)) {
        this.did.push(kind);
        increment(tally.people, kind);
      }
      if (about) {
        const key = `${about.order.message} ${kind}`;
        if (!this.seen.includes(key)) {
          this.seen.push(key);
          increment(about.message.responses, kind);
        }
      }
      if (kind !== 'delivered' && kind !== 'returned' && kind !== 'bounced') tally.days.responses.add(this.world.dayOf(this.now()));
      this.standing.close(kind, data);
    }
    const inferred = about && evidence === 'human' ? this.shown?.respond({ ...about.order, variant: about.variant, props: about.props }, { kind, at: this.now(), link: data?.['link'], told: this.told }) : undefined;
    this.reported += 1;
    const report: Report = { eventId: `e${this.reported}`, kind, at: this.now(), evidence, ...(about ? { touch: about.order.touch } : {}), ...(data || inferred ? { data: { ...data, ...(inferred && { inferred }) } } : {}) };
    if (!this.ending) this.live?.receive(report);
  }

  private recalled(piece: Piece): boolean {
    if (piece.recalled || piece.handedOver === undefined || piece.handedOver <= this.now()) return false;
    piece.recalled = true;
    piece.message.sent -= 1;
    piece.message.recalled += 1;
    this.world.tally.touches -= 1;
    this.world.tally.days.print.add(this.world.dayOf(piece.handedOver), -1);
    return true;
  }
}
