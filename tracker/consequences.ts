import type { Evidence, TouchMedium } from '../scenarios/vocabulary/index.ts';
import { campaignTime, type Clock } from '../engine/clock.ts';
import { forgetInferredOfObjector } from '../store/fact-sources.ts';
import { learnFacts, markReturned, opensMayBeSeen, recordConsent, recordInHome, suppress, unmakePiece, type Store } from '../store/index.ts';

/** The media that a withdrawal closes. An invitation to a social page travels by mail, so who wants no mails gets none. */
const CLOSES: Readonly<Record<string, readonly TouchMedium[]>> = {
  print: ['print'],
  email: ['email', 'social'],
  social: ['social'],
  all: ['print', 'email', 'social'],
};

const CONSEQUENT: readonly string[] = ['unsubscribe', 'posted', 'delivered', 'returned', 'bounced', 'complained', 'reply', 'failed'];

/** Whether events of this kind change anything about their prospect. */
export function isConsequent(kind: string): boolean {
  return CONSEQUENT.includes(kind);
}

export interface Consequence {
  readonly prospectId: string;
  readonly journeyId: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** `<message>/<occurrence>`; none when it is about the person. */
  readonly touch?: string;
  /** Real time. */
  readonly at: Date;
  readonly evidence: Evidence;
  readonly clock: Clock;
  /** Which way it came; the proof that a withdrawal keeps. */
  readonly source: string;
}

/**
 * What an event changes about its prospect, beyond the journey: to be run in the transaction that stores the event.
 *
 * - `unsubscribe`: consent withdrawn, and the medium suppressed, so that importing an old file does not open it again; of who wants nothing by any medium, what was inferred is forgotten;
 * - `posted`, `delivered`, `returned`: when the mailpiece was in the home is known better;
 * - `returned`: the postal address is dead as well; `bounced`, when permanent: the mailbox is, unless `closes: null` says that only this mail was refused;
 * - `failed`: the mailpiece was not made, so it was not sent and cost nothing;
 * - `complained`: a complaint closes mail for good;
 * - `reply`: what the person told us is known from now on.
 */
export async function applyConsequences(store: Store, consequence: Consequence): Promise<void> {
  const { prospectId, journeyId, kind, data, source } = consequence;
  await keepInHome(store, consequence);
  switch (kind) {
    case 'unsubscribe':
      for (const medium of CLOSES[String(data['medium'])] ?? []) {
        await recordConsent(store, { prospectId, medium, granted: false, source });
        // Where nobody said yes to it, there is nothing to end.
        if (medium === 'email') await endOpenTracking(store, { prospectId, source });
        await suppress(store, { prospectId, medium, reason: 'unsubscribed' });
      }
      return forgetInferredOfObjector(store, prospectId);
    case 'returned':
      return markReturned(store, { prospectId, ...touchOf(consequence), evidence: `${source}:${touchOf(consequence).touchId ?? journeyId}` });
    case 'bounced':
      if (data['permanent'] === true && data['closes'] !== null) await closeMail(store, { prospectId, reason: String(data['closes'] ?? 'bounced') });
      return;
    case 'failed':
      return markUnmade(store, consequence);
    case 'complained':
      return closeMail(store, { prospectId, reason: 'complained' });
    case 'reply':
      return learnFacts(store, { prospectId, journeyId, facts: data['facts'] as Record<string, unknown>, source: `asked:${source}`, at: consequence.at });
  }
}

/** What a carrier says of the letter box, on the campaign's clock. */
async function keepInHome(store: Store, { kind, at, evidence, clock, data, ...rest }: Consequence): Promise<void> {
  const { touchId } = touchOf(rest);
  if (touchId === undefined || (kind !== 'posted' && kind !== 'delivered' && kind !== 'returned')) return;
  // A service tells the world's time, a print run the campaign's.
  const expected = data['inHome'];
  const time = kind !== 'posted' ? campaignTime(clock, at.getTime()) : typeof expected === 'number' ? expected : campaignTime(clock, Date.parse(String(expected)));
  // Lob and others say that a piece was posted, and not when it will arrive.
  if (Number.isFinite(time)) await recordInHome(store, { touchId, kind, at: new Date(time), evidence });
}

/** A print run has written all this itself (`failPieces`); a carrier or the provider has only told. */
async function markUnmade(store: Store, { data, ...rest }: Consequence): Promise<void> {
  const { touchId } = touchOf(rest);
  if (touchId !== undefined) await unmakePiece(store, { touchId, reason: String(data['reason']) });
}

function touchOf({ journeyId, touch }: Pick<Consequence, 'journeyId' | 'touch'>): { touchId?: string } {
  return touch === undefined ? {} : { touchId: `${journeyId}/${touch}` };
}

/** A dead mailbox closes email alone: what travels by mail can't be sent without it (`mayTouch`), and a new address opens both. Who refuses our mails refuses invitations too. */
async function closeMail(store: Store, { prospectId, reason }: { prospectId: string; reason: string }): Promise<void> {
  await suppress(store, { prospectId, medium: 'email', reason });
  if (reason !== 'bounced') await suppress(store, { prospectId, medium: 'social', reason });
}

async function endOpenTracking(store: Store, { prospectId, source }: Pick<Consequence, 'prospectId' | 'source'>): Promise<void> {
  if (await opensMayBeSeen(store, prospectId)) await recordConsent(store, { prospectId, medium: 'email', purpose: 'open-tracking', granted: false, source });
}
