import { LiveJourney, timeline, type Ending, type JournalEntry, type Report, type Runtime, type TouchOrder, type TouchReceipt } from '../engine/index.ts';
import { milliseconds, type Duration, type Evidence, type Kind, type Messages, type Reachable, type Reports, type Scenario } from '../scenarios/vocabulary/index.ts';
import { VirtualTime } from './virtual-time.ts';

/** Something that happens in a played journey, a while after it began. */
export type Happening<Facts> = {
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
  /** When the journey begins; Monday 2 November 2026, 09:00 UTC, unless said. */
  readonly start?: Date;
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
export async function play<Facts extends object, M extends Messages>(scenario: Scenario<Facts, M>, options: PlayOptions<NoInfer<Facts>, M>): Promise<Played> {
  const time = new VirtualTime((options.start ?? MONDAY_MORNING).getTime());
  const touches: TouchOrder[] = [];
  const runtime = playedRuntime(time, options, touches);
  const reachable = { print: true, email: true, social: true, ...options.reachable };
  const live = new LiveJourney(scenario, { facts: options.facts as Record<string, unknown>, reachable }, runtime);

  const began = time.now();
  (options.on ?? []).forEach((happening, index) => {
    const at = began + milliseconds(happening.after);
    time.schedule(at, () => live.receive(reportOf(happening, { at, index })));
  });

  let ending: Ending | undefined;
  let failure: { error: unknown } | undefined;
  void live.run().then(
    (end) => (ending = end),
    (error: unknown) => (failure = { error }),
  );
  await time.run(() => ending !== undefined || failure !== undefined);
  if (failure) throw failure.error;
  if (!ending) throw new Error(`Expected the path of ${scenario.name} to wait only for its journey, got a promise that nothing in the journey settles. Await journey.waitFor or journey.sleep.`);
  return { outcome: ending.outcome, ending, journal: live.journal, timeline: timeline(live.journal), touches };
}

function playedRuntime<Facts, M extends Messages>(time: VirtualTime, options: PlayOptions<Facts, M>, touches: TouchOrder[]): Runtime {
  const printing = milliseconds(options.printing ?? '1 day');
  const delivery = milliseconds(options.delivery ?? '3 days');
  const handedOver = new Map<string, number>();
  return {
    now: () => time.now(),
    alarm: (at, ring) => time.schedule(at, ring),
    touch: async (order) => {
      touches.push(order);
      const given = options.receipts?.[order.message] ?? {};
      const receipt: TouchReceipt = {
        sent: true,
        why: given.sent === false ? 'no-consent' : 'sent',
        ...(order.choose ? { variant: order.choose[0]! } : {}),
        ...(order.medium === 'print' ? { handedOver: time.now() + printing, inHome: time.now() + printing + delivery } : {}),
        ...given,
      };
      if (receipt.handedOver !== undefined) handedOver.set(order.touch, receipt.handedOver);
      return receipt;
    },
    recall: async (touch) => (time.now() < (handedOver.get(touch) ?? 0) ? 'recalled' : 'too-late'),
    finish: async () => {},
  };
}

function reportOf<Facts>({ after: _, response, of, evidence = 'human', id, ...data }: Happening<Facts>, { at, index }: { at: number; index: number }): Report {
  const touch = of === undefined ? {} : { touch: of.includes('/') ? of : `${of}/1` };
  return { eventId: id ?? `happening-${index + 1}`, kind: response, at, evidence, ...touch, ...(Object.keys(data).length > 0 ? { data } : {}) };
}
