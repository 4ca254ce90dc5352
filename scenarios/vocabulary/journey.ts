import type { Duration } from './duration.ts';
import type { ClockTime, DayOptions, SendWindow } from './local-time.ts';
import type { Expected, Kind, Medium, Response } from './responses.ts';
import type { Email, Invitation, Mailpiece, Moment, Touch } from './touches.ts';
import type { Group, Responses } from './waits.ts';

/** The messages of a scenario, and its audiences: medium and props of each, by name. Types only: templates never reach the workflow. */
export interface Messages {
  readonly [name: string]: { readonly medium: Medium | 'audience'; readonly props: object };
}

/** The names of the messages that go by one medium. */
export type Named<M extends Messages, Med extends Medium | 'audience'> = { [N in keyof M & string]: M[N]['medium'] extends Med ? N : never }[keyof M & string];

/** Variants of a touch: their names, where the message itself knows what each says; or what of its props each says otherwise, by name. */
export type Variants<Props extends object = object, Variant extends string = string> = readonly [Variant, ...Variant[]] | { readonly [V in Variant]: Partial<Props> };

export interface TouchOptions<Props extends object = object, Variant extends string = string> {
  /**
   * Variants that the campaign's policy chooses from; the chosen one is on the touch. The choice point has the message's name: its policy is declared
   * under it, in the scenario's `policies.ts`.
   *
   * @example { choose: ['warm', 'factual'] }
   * @example { choose: { 'as-due': {}, 'service-first': { offer: 'service' } } }
   */
  readonly choose?: Variants<Props, Variant>;
  /** When it may go out, instead of the scenario's window for its medium. Outside, the touch is held until the window opens. */
  readonly window?: SendWindow;
}

export interface WaitOptions {
  /** How long at most. */
  readonly for: Duration;
  /** Counted from here; from now when it is left out. The end moves when the moment does. */
  readonly from?: Moment;
}

/** The media by which this person may be reached now, as far as is known: consents minus suppressions. */
export type Reachable = Readonly<Record<'print' | 'email' | 'social', boolean>>;

/**
 * One prospect's path, as its scenario sees it.
 *
 * @example
 * const postcard = await journey.print('renewal-postcard', { offer: 'replace' });
 * const answer = await journey.waitFor([postcard.on.scan, postcard.on.visit], { for: '21 days', from: postcard.inHome });
 * if (!answer) return journey.end('silent');
 */
export interface Journey<Facts extends object, M extends Messages, State extends object = never> {
  /** What is known, learned facts included. Never a name, an address, an email. */
  readonly facts: Readonly<Facts>;
  /** Reports about the person, whatever the touch. */
  readonly on: { readonly [P in Kind]: Expected<P> };
  /** Asked at the time of reading: consents at the start, minus what was withdrawn or bounced since. */
  readonly reachable: Reachable;
  /** The journey's own time, on the campaign's clock. It stands still between two waits. */
  readonly now: Date;
  /** 1 at first; `again` begins the next. */
  readonly cycle: number;
  /** What the cycle before handed to `again`; none in the first. */
  readonly state: Readonly<State> | undefined;

  print<N extends Named<M, 'print'>, const Variant extends string = never>(message: N, props: M[N]['props'], options?: TouchOptions<M[N]['props'], Variant>): Promise<Mailpiece<Variant>>;
  email<N extends Named<M, 'email'>, const Variant extends string = never>(message: N, props: M[N]['props'], options?: TouchOptions<M[N]['props'], Variant>): Promise<Email<Variant>>;
  /** Invites to follow a page on a social network, with a tracked link. The click is intent; no network reports who follows. */
  inviteToFollow<N extends Named<M, 'social'>, const Variant extends string = never>(message: N, props: M[N]['props'], options?: TouchOptions<M[N]['props'], Variant>): Promise<Invitation<Variant>>;

  /**
   * Lets the campaign's policy choose one of these: a medium, an hour, the length of a wait, a branch. It is decided once and recorded with the policy
   * and the chance; however often the journey is replayed, it stays what it was. The policy is declared under the point's name in the scenario's
   * `policies.ts`; the even split unless it is.
   *
   * @param point kebab-case, and no message's name
   * @example await journey.at(await journey.choose('send-hour', ['09:00', '18:30']));
   * @example if ((await journey.choose('reminder-medium', ['email', 'print'])) === 'print') …
   */
  choose<const Option extends string>(point: string, options: readonly [Option, ...Option[]]): Promise<Option>;

  /**
   * Lets the person belong to an audience on a social network, to whom its adverts are shown, if they consented to social media. They leave it when they
   * reach the goal or an exit, withdraw, or their time in it is over. Nothing is reported about it.
   */
  addToAudience<N extends Named<M, 'audience'>>(audience: N): Promise<Touch<never>>;
  /** Takes them out again; nothing happens when this journey has not put them in. */
  removeFromAudience<N extends Named<M, 'audience'>>(audience: N): Promise<void>;

  /**
   * The first of these to come, or one that has come already and that no earlier wait took; `undefined` when time is up.
   * Nothing is lost because it came early. Bots never count (see `counts`).
   */
  waitFor<K extends Kind>(expected: Expected<K> | readonly Expected<K>[], options: WaitOptions): Promise<Response<K, Facts> | undefined>;
  /** All of a group, see `all` and `sequence`. */
  waitFor<const E extends readonly Expected[]>(group: Group<E>, options: WaitOptions): Promise<Responses<E, Facts> | undefined>;
  sleep(duration: Duration): Promise<void>;
  /** Until a date; no time passes when it is over. */
  until(date: Date): Promise<void>;
  /**
   * Until the next such time of day where the prospect lives, right across the clocks' changes: a time that is left out in spring is
   * taken an hour later, one that comes twice in autumn the first time.
   */
  at(time: ClockTime, options?: DayOptions): Promise<void>;

  /** Adds to the facts; `source` says how it is known. */
  learn(facts: Partial<Facts>, source?: string): Promise<void>;
  /** A remark for whoever reads the timeline. */
  note(text: string): void;
  /** Ends the journey here. Throws `JourneyEnded`, so `finally` blocks run. */
  end(outcome: string): never;
  /**
   * Begins the next cycle: the path runs from its start, with this state, and what was learned and reported and not taken is remembered.
   * Throws like `end`. Each cycle has the scenario's `within` anew.
   */
  again(state: State): never;
}
