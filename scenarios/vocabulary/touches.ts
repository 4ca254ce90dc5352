import type { Expected, Kind, Medium } from './responses.ts';

/** A point in time that may still move: an in-home date is an estimate until the carrier reports. */
export interface Moment {
  readonly name: 'handed-over' | 'in-home';
  /** The touch it belongs to. */
  readonly touch: string;
}

/** One thing done to the prospect, or deliberately not done: then `sent` is false, `why` says so, and a wait on it alone ends at once. */
export interface Touch<K extends Kind = Kind, Variant extends string = string> {
  /** `<message>/<occurrence>`, such as `renewal-postcard/1`; unique within the journey. */
  readonly id: string;
  readonly sent: boolean;
  /** Machine-readable, such as `sent`, `no-consent`, `suppressed:bounced`, `no-address`, `bad-address:line-too-long`. */
  readonly why: string;
  /** The variant that the policy chose, when the touch offered several. */
  readonly variant?: Variant;
  /** The reports that this medium can make. */
  readonly on: { readonly [P in K]: Expected<P> };
}

export interface Mailpiece<Variant extends string = string> extends Touch<'scan' | 'visit' | 'reply' | 'redeem' | 'posted' | 'delivered' | 'returned' | 'failed', Variant> {
  /** When the print run is given to the carrier. */
  readonly handedOver: Moment;
  /** When it lies in the letter box: the carrier's report, else the estimate. */
  readonly inHome: Moment;
  /** Takes the piece back if its print run is still open. */
  recall(): Promise<'recalled' | 'too-late'>;
}
export type Email<Variant extends string = string> = Touch<'click' | 'reply' | 'redeem' | 'delivered' | 'bounced' | 'complained', Variant>;
export type Invitation<Variant extends string = string> = Touch<'click' | 'follow', Variant>;

/** The reports that each medium can make; the types above say the same to the compiler. */
export const REPORTS_OF = {
  print: ['scan', 'visit', 'reply', 'redeem', 'posted', 'delivered', 'returned', 'failed'],
  email: ['click', 'reply', 'redeem', 'delivered', 'bounced', 'complained'],
  social: ['click', 'follow'],
} as const satisfies Record<Exclude<Medium, 'web'>, readonly Kind[]>;

/** A medium through which a journey can touch a person. */
export type TouchMedium = keyof typeof REPORTS_OF;
