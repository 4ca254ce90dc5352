import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import { learnFacts, opensMayBeSeen, recordConsent, suppress, type Store } from '../store/index.ts';

/** The media that a withdrawal closes. An invitation to a social page travels by mail, so who wants no mails gets none. */
const CLOSES: Readonly<Record<string, readonly TouchMedium[]>> = {
  print: ['print'],
  email: ['email', 'social'],
  social: ['social'],
  all: ['print', 'email', 'social'],
};

const CONSEQUENT: readonly string[] = ['unsubscribe', 'returned', 'bounced', 'complained', 'reply'];

/** Whether events of this kind change anything about their prospect. */
export function isConsequent(kind: string): boolean {
  return CONSEQUENT.includes(kind);
}

export interface Consequence {
  readonly prospectId: string;
  readonly journeyId: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Which way it came; the proof that a withdrawal keeps. */
  readonly source: string;
}

/**
 * What an event changes about its prospect, beyond the journey: to be run in the transaction that stores the event.
 *
 * - `unsubscribe`: consent withdrawn, and the medium suppressed, so that importing an old file does not open it again;
 * - `returned`: the postal address is dead; `bounced`, when permanent: the mailbox is, unless `closes: null` says that only this mail was refused;
 * - `complained`: a complaint closes mail for good;
 * - `reply`: what the person told us is known from now on.
 */
export async function applyConsequences(store: Store, { prospectId, journeyId, kind, data, source }: Consequence): Promise<void> {
  switch (kind) {
    case 'unsubscribe':
      for (const medium of CLOSES[String(data['medium'])] ?? []) {
        await recordConsent(store, { prospectId, medium, granted: false, source });
        // Where nobody said yes to it, there is nothing to end.
        if (medium === 'email') await endOpenTracking(store, { prospectId, source });
        await suppress(store, { prospectId, medium, reason: 'unsubscribed' });
      }
      return;
    case 'returned':
      return suppress(store, { prospectId, medium: 'print', reason: 'returned' });
    case 'bounced':
      if (data['permanent'] === true && data['closes'] !== null) await closeMail(store, { prospectId, reason: String(data['closes'] ?? 'bounced') });
      return;
    case 'complained':
      return closeMail(store, { prospectId, reason: 'complained' });
    case 'reply':
      return learnFacts(store, { prospectId, journeyId, facts: data['facts'] as Record<string, unknown> });
  }
}

/** A dead mailbox closes email alone: what travels by mail can't be sent without it (`mayTouch`), and a new address opens both. Who refuses our mails refuses invitations too. */
async function closeMail(store: Store, { prospectId, reason }: { prospectId: string; reason: string }): Promise<void> {
  await suppress(store, { prospectId, medium: 'email', reason });
  if (reason !== 'bounced') await suppress(store, { prospectId, medium: 'social', reason });
}

async function endOpenTracking(store: Store, { prospectId, source }: Pick<Consequence, 'prospectId' | 'source'>): Promise<void> {
  if (await opensMayBeSeen(store, prospectId)) await recordConsent(store, { prospectId, medium: 'email', purpose: 'open-tracking', granted: false, source });
}
