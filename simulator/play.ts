import { explanation, LiveJourney, timeline, type Ending, type Explanation, type JournalEntry, type JourneyStart, type Report, type Runtime, type TouchOrder, type TouchReceipt } from '../engine/index.ts';
import { milliseconds, type Duration, type Evidence, type Kind, type Messages, type Reachable, type Reports, type Scenario } from '../scenarios/vocabulary/index.ts';
import { settled, VirtualTime } from './virtual-time.ts';

/** Something that happens in a played journey, a while after it began: somebody responds, or an operator steps in. */
export type Happening<Facts> = Reported<Facts> | { readonly after: Duration; readonly operator: 'pause' | 'resume' | 'skip' | 'end' };

/** A response or delivery event. */
export type Reported<Facts> = {
  [K in Kind]: {
    readonly after: Duration;
    readonly response: K;
    /** The message it is about, and its first occurrence, unless `<message>/<occurrence>` is said; none when it is about the person. */
    readonly of?: string;
    /** `human` unless said. */
    readonly evidence?: Evidence;
    /** Two happenings with one id are the same report, told twice. */
    readonly id?: string;
  } & (unknown extends Reports<Facts>[K] ? unknown : Partial<Reports<Facts>[K]>);
}[Kind];

export interface PlayOptions<Facts, M extends Messages> {
  readonly facts: Facts;
  readonly on?: readonly Happening<Facts>[];
  /** Everyone can be reached by everything unless said. */
  readonly reachable?: Partial<Reachable>;
  /** Receipts that differ from `sent`: by message. */
  readonly receipts?: { readonly [N in keyof M & string]?: Partial<TouchReceipt> };
  /** The variant of every touch that offers it; of others, and unless said, the first. */
  readonly variant?: string;
  /** What is chosen, by choice point: a message's name or that given to `journey.choose`. Of those left out the first option, unless `variant` says. */
  readonly choices?: Readonly<Record<string, string>>;
  /** IANA name of the zone where the prospect lives; Europe/Paris unless said. */
  readonly timeZone?: string;
  /** When the journey begins; Monday 2 November 2026, 09:00 UTC, unless said. */
  readonly start?: Date;
  /** What the journey has lived through already; `start` is then the present, from which happenings count. See `whatIf`. */
  readonly led?: Pick<JourneyStart, 'began' | 'carried' | 'past'>;
  /** From print to hand-over, and from there to the letter box; 1 and 3 days unless said. */
  readonly printing?: Duration;
  readonly delivery?: Duration;
}

export interface Played {
  readonly outcome: string;
  readonly ending: Ending;
  readonly journal: readonly JournalEntry[];
  /** For people and inline snapshots; see `timeline` in `engine/`. */
  readonly timeline: readonly string[];
  /** Every touch and wait with its reason. */
  readonly explanation: Explanation;
  readonly touches: readonly TouchOrder[];
}

const MONDAY_MORNING = new Date('2026-11-02T09:00:00Z');

/**
 * Plays one journey in virtual time: the same engine as in Temporal, no server, months in a millisecond.
 *
 * @throws what the path throws; Error when the path waits for something other than the journey.
 * @example
 * const { outcome } = await play(boilerRenewalV1, { facts, on: [{ after: '5 days', response: 'scan', of: 'renewal-postcard' }] });
 */
export async function play<Facts extends object, M extends Messages, State extends object>(scenario: Scenario<Facts, M, State>, options: PlayOptions<NoInfer<Facts>, M>): Promise<Played> {
  const time = new VirtualTime((options.start ?? MONDAY_MORNING).getTime());
  const touches: TouchOrder[] = [];
  const runtime = playedRuntime(time, options, touches);
  const reachable = { print: true, email: true, social: true, ...options.reachable };
  const start: JourneyStart = { facts: options.facts as Record<string, unknown>, reachable, ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }), ...options.led };
  const journal: JournalEntry[] = [];
  let live = new LiveJourney(scenario, start, runtime);

  const began = time.now();
  const happenings = (options.on ?? []).map((happening, index) => ({ happening, index, at: began + milliseconds(happening.after) }));
  // What happens at one instant reaches the journey together, before it goes on.
  for (const instant of new Set(happenings.map(({ at }) => at))) {
    const together = happenings.filter(({ at }) => at === instant);
    time.schedule(instant, () => together.forEach(({ happening, ...when }) => happen(live, happening, when)));
  }

  let ending: Ending | undefined;
  let failure: { error: unknown } | undefined;
  const run = () => {
    void live.run().then(
      (end) => {
        journal.push(...live.journal);
        if (!('again' in end)) return (ending = end);
        live = new LiveJourney(scenario, { ...start, began: live.now, carried: end.again, past: undefined }, runtime);
        return run();
      },
      (error: unknown) => (failure = { error }),
    );
  };
  run();
  await live.caughtUp?.catch(() => {});
  await time.run(() => ending !== undefined || failure !== undefined);
  if (failure) throw failure.error;
  if (!ending) throw new Error(`Expected the path of ${scenario.name} to wait only for its journey, got a promise that nothing in the journey settles. Await journey.waitFor or journey.sleep.`);
  return { outcome: ending.outcome, ending, journal, timeline: timeline(journal), explanation: explanation(journal), touches };
}

function happen<Facts>(live: LiveJourney, happening: Happening<Facts>, when: { at: number; index: number }): void {
  if ('operator' in happening) OPERATOR[happening.operator](live);
  else live.receive(reportOf(happening, when));
}

const OPERATOR = {
  pause: (live: LiveJourney) => live.operators.pause(),
  resume: (live: LiveJourney) => live.operators.resume(),
  skip: (live: LiveJourney) => live.operators.skip(),
  end: (live: LiveJourney) => live.end({ outcome: 'stopped', by: 'operator' }),
} as const;

const CAPPED = { sent: false, why: 'capped' };

/** As the activities count: touches of the same medium within the stretch of time before this one. */
function isCapped({ cap, medium, at }: TouchOrder, before: readonly TouchOrder[]): boolean {
  return cap !== undefined && before.filter((touch) => touch.medium === medium && touch.at > at - cap.per).length >= cap.most;
}

function playedRuntime<Facts, M extends Messages>(time: VirtualTime, options: PlayOptions<Facts, M>, touches: TouchOrder[]): Runtime {
  const printing = milliseconds(options.printing ?? '1 day');
  const delivery = milliseconds(options.delivery ?? '3 days');
  const handedOver = new Map<string, number>();
  const sent: TouchOrder[] = [];
  const chosen = (point: string, among: readonly string[]): string => {
    const wanted = options.choices?.[point];
    if (wanted !== undefined && !among.includes(wanted)) throw new Error(`Expected choices['${point}'] to be one of ${among.join(', ')}, got '${wanted}'.`);
    return wanted ?? among.find((one) => one === options.variant) ?? among[0]!;
  };
  return {
    now: () => time.now(),
    alarm: (at, ring) => time.schedule(at, ring),
    touch: async (order) => {
      const given = isCapped(order, sent) ? CAPPED : (options.receipts?.[order.message] ?? (options.reachable?.[order.medium] === false ? { sent: false } : {}));
      touches.push(order);
      const receipt: TouchReceipt = {
        sent: true,
        why: given.sent === false ? 'no-consent' : 'sent',
        at: order.at,
        ...(order.choose && given.sent !== false ? { variant: chosen(order.message, order.choose) } : {}),
        ...(order.medium === 'print' && given.sent !== false ? { handedOver: time.now() + printing, inHome: time.now() + printing + delivery } : {}),
        ...given,
      };
      if (receipt.sent) sent.push(order);
      if (receipt.handedOver !== undefined) handedOver.set(order.touch, receipt.handedOver);
      return receipt;
    },
    choose: async ({ point, options: among, at }) => ({ arm: chosen(point, among), at, policy: 'played', chance: 1 / among.length }),
    recall: async (touch) => (time.now() < (handedOver.get(touch) ?? 0) ? 'recalled' : 'too-late'),
    finish: async () => {},
    settled,
  };
}

function reportOf<Facts>({ after: _, response, of, evidence = 'human', id, ...data }: Reported<Facts>, { at, index }: { at: number; index: number }): Report {
  const touch = of === undefined ? {} : { touch: of.includes('/') ? of : `${of}/1` };
  return { eventId: id ?? `happening-${index + 1}`, kind: response, at, evidence, ...touch, ...(Object.keys(data).length > 0 ? { data } : {}) };
}
