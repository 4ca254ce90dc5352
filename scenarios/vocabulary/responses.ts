/** Where a touch is made, or a person answers. */
export type Medium = 'print' | 'email' | 'social' | 'web';

/** How sure we are that it happened, and that a person did it. `scan` is a carrier's scan of the piece, `logical` was inferred, `estimated` computed from delays. */
export type Evidence = 'human' | 'bot' | 'scan' | 'logical' | 'estimated';

/** What can be reported about a touch or a person, and what each report carries. An opened mail is not among them: it can't be known, so it can't be waited for. */
export interface Reports<Facts> {
  /** The QR code of a mailpiece was used. */
  scan: unknown;
  /** The personal page was opened by its printed address. */
  visit: unknown;
  /** A link of an email or invitation was followed; `link` is its name in the message. */
  click: { link: string };
  /** The form of the personal page, or a paper coupon: what the person told us. */
  reply: { facts: Partial<Facts> };
  /** The voucher was used in a store. */
  redeem: { voucher: string };
  /** Amount in the currency's main unit, such as euros. */
  purchase: { order: string; amount: number; currency: string };
  follow: { page: string };
  unsubscribe: { medium: Medium | 'all' };
  /** The person agreed to a medium, on a page or in the preference centre, and can be reached by it from now on. */
  consent: { medium: 'print' | 'email' | 'social' };
  /** A mailpiece is on its way: given to the carrier later than foretold, or seen by it. `inHome` is when it is expected now, where that is said: campaign milliseconds since 1970; the in-home moment moves there. */
  posted: { inHome?: number };
  delivered: unknown;
  returned: { reason: string };
  bounced: { permanent: boolean };
  complained: unknown;
  /** A mailpiece that was ordered was not made: it could not be printed, the printer spoiled it, nobody approved it. Waits for its other reports alone end at once. */
  failed: { reason: string };
}

/** The name of a report, and of the Temporal signal that carries it. */
export type Kind = keyof Reports<unknown>;

/** Every kind, in the order of a journey. */
export const KINDS = ['posted', 'delivered', 'returned', 'bounced', 'complained', 'failed', 'scan', 'visit', 'click', 'reply', 'redeem', 'purchase', 'follow', 'unsubscribe', 'consent'] as const satisfies readonly Kind[];

/** One thing that was reported. */
export type Response<K extends Kind = Kind, Facts = unknown> = {
  [P in K]: {
    readonly kind: P;
    /** The touch it is about, `<message>/<occurrence>`; none when it is about the person. */
    readonly touch?: string;
    /** When it happened, on the campaign's clock. */
    readonly at: Date;
    readonly evidence: Evidence;
  } & Readonly<Reports<Facts>[P]>;
}[K];

/** Something that can be waited for: a kind of report about one touch, or about the person whatever the touch. */
export interface Expected<K extends Kind = Kind> {
  readonly kind: K;
  readonly touch?: string;
}

/** Kinds that a machine can imitate: link scanners follow printed and mailed links, so these count for a wait only when a person was seen. */
const IMITABLE: readonly Kind[] = ['scan', 'visit', 'click'];

/**
 * Whether a report is good enough to move a journey: never a bot's, and for scans, visits and clicks only a person's.
 *
 * @example counts({ kind: 'click', evidence: 'bot' }) // false
 */
export function counts(report: { kind: Kind; evidence: Evidence }): boolean {
  return report.evidence !== 'bot' && (report.evidence === 'human' || !IMITABLE.includes(report.kind));
}
