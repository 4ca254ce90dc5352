import type { Evidence, Kind, Medium, SendWindow, TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Ending } from './journal.ts';

/** A touch that the scenario asks for. The activity that carries it out decides (consent, suppression, variant), sends and records, once per `touch` however often it is tried. */
export interface TouchOrder {
  /** `<message>/<occurrence>`; with the journey's id it is the idempotency key. */
  readonly touch: string;
  /** When the path asks for it: the journey's own time, campaign milliseconds. */
  readonly at: number;
  readonly message: string;
  readonly medium: TouchMedium;
  readonly props: object;
  /** No message: the person joins the audience of that name, as a social touch. */
  readonly audience?: true;
  /** Variants to choose from; none when the message has but one. */
  readonly choose?: readonly string[];
  /** What of the props each variant says otherwise, by its name. */
  readonly offers?: Readonly<Record<string, object>>;
  /** What the journey knows of the person, for a policy that goes by facts; where there are variants. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** At most so many touches by this medium within so many milliseconds before `at`, this one included. */
  readonly cap?: { readonly most: number; readonly per: number };
  /** The window that the path set for it; the engine has kept it, and whoever checks must know of it. */
  readonly window?: SendWindow;
}

/** A choice that the path asks for. The activity that carries it out decides by the policy in force and records, once per `choice` however often it is tried. */
export interface ChoiceOrder {
  /** `<point>/<occurrence>`; with the journey's id it is the idempotency key. */
  readonly choice: string;
  readonly point: string;
  readonly options: readonly string[];
  /** When the path asks for it, campaign milliseconds. */
  readonly at: number;
  /** What the journey knows of the person. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** How a policy chose: enough to say why, and to learn from it. */
export interface Decision {
  /** Hash of the policy's content: which weights were in force. */
  readonly policy: string;
  /** How likely this choice was, 0 to 1. */
  readonly chance: number;
  /** The facts that it went by, where it goes by any. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** What came of a choice. */
export interface ChoiceReceipt extends Decision {
  readonly arm: string;
  /** When that was settled, campaign milliseconds; as `order.at` where choosing takes no time. */
  readonly at?: number;
}

/** What became of a touch. */
export interface TouchReceipt {
  readonly sent: boolean;
  /** Machine-readable: `sent`, or why not: `no-consent`, `no-address`, `bad-address:<reason>`, `suppressed:<reason>`, `capped`, `failed:<type>`. */
  readonly why: string;
  /** When that was settled, campaign milliseconds: the journey's time goes on from there. As `order.at` where making it takes no time. */
  readonly at?: number;
  readonly variant?: string;
  /** How the variant was chosen, where there were several. */
  readonly decision?: Decision;
  /** Campaign time in milliseconds, for a mailpiece: when its print run goes to the carrier, and when it will be in the letter box. */
  readonly handedOver?: number;
  readonly inHome?: number;
}

/**
 * The props of a touch, as its variant has them.
 *
 * @example propsOf({ props: { offer: 'replace' }, offers: { gentle: { offer: 'service' } } }, 'gentle') // { offer: 'service' }
 */
export function propsOf({ props, offers }: Pick<TouchOrder, 'props' | 'offers'>, variant: string | undefined): object {
  return offers && variant !== undefined ? { ...props, ...offers[variant] } : props;
}

/** A report as it reaches a journey: the payload of every response signal. */
export interface Report {
  /** Unique per event; a second one with the same id is dropped. */
  readonly eventId: string;
  readonly kind: Kind;
  /** `<message>/<occurrence>` of the touch it is about; none when it is about the person. */
  readonly touch?: string;
  /** Campaign time, milliseconds since 1970. */
  readonly at: number;
  readonly evidence: Evidence;
  /** What this kind carries, such as `{ link }` or `{ facts }`. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * All that a journey needs of the world. The Temporal runtime and the virtual-time runtime implement it; the engine knows neither.
 * Times are the campaign's, in milliseconds since 1970.
 */
export interface Runtime {
  /** The time that it is out there. A journey's own time follows what reaches it (see `LiveJourney`), and is never later. */
  now(): number;
  /** How far `now` may run ahead of a journey's own time, campaign milliseconds, before its machine counts as late: 0 unless said. */
  readonly tolerance?: number;
  /** Calls `ring` once, at that time or at once if it has passed, never before `alarm` has returned; the function it returns takes it back. */
  alarm(at: number, ring: () => void): () => void;
  touch(order: TouchOrder): Promise<TouchReceipt>;
  choose(order: ChoiceOrder): Promise<ChoiceReceipt>;
  recall(touch: string): Promise<'recalled' | 'too-late'>;
  /** Records the end, and recalls what still waits to be printed. */
  finish(ending: Ending): Promise<void>;
  /** Once every promise that can settle now has: between two of the things that a journey which catches up has lived through. */
  settled(): Promise<void>;
  /** Told when the journey's stage, the medium it waits on or its latest variant changes; for whoever watches. */
  changed?(stage: Stage): void;
}

/** Where a journey stands, in words an operator filters by. */
export interface Stage {
  /** `waiting`, `sleeping` or `ended` after the latest touch's message, such as `renewal-postcard`; `entered` before the first. */
  readonly name: string;
  /** The medium whose answer is awaited. */
  readonly waitingOn?: Medium;
  readonly variant?: string;
}
