import type { Store } from '../../store/connect.ts';
import { releaseLease, takeLease, type EarlierAttempt, type ToSend } from '../../store/sending-lease.ts';
import { PermanentError, RetryableError } from '../errors.ts';
import { unconfirmed, type Mail, type MailProvider } from './mail-provider.ts';

/** The lease under which an attempt sends. */
export interface Lease {
  /** What an earlier attempt left: the provider may have the mail already. */
  readonly earlier: EarlierAttempt;
  /** When it was asked for, and when it was given, by this process's clock (`performance.now()`): it began in between, by the clock of Postgres. */
  readonly askedAt: number;
  readonly givenAt: number;
}

/**
 * Takes over a mail whose sending was begun and not finished.
 *
 * @throws RetryableError (`AttemptUnderWay`) while another may still be sending it, with the time until it is surely over.
 */
export async function takeOver(store: Store, owed: ToSend, lease: number): Promise<Lease> {
  const askedAt = performance.now();
  const taken = await takeLease(store, owed, lease);
  if ('earlier' in taken) return { earlier: taken.earlier, askedAt, givenAt: performance.now() };
  const { wait } = taken;
  throw new RetryableError('AttemptUnderWay', `Expected no other attempt to send ${owed.id}, got one that may still be sending. Trying again in ${wait} ms.`, { retryAfterMs: wait });
}

export interface HandOverDeps {
  readonly store: Store;
  readonly mail: MailProvider;
  /** Milliseconds after which an attempt that did not report back is surely over. */
  readonly lease: number;
  /** Milliseconds of it within which the provider must be given the mail, or it could still be at work when the lease is over; no limit when left out. */
  readonly sendWithin?: number;
}

/** A mail that goes out once, however often that is tried. */
export interface Owed extends ToSend, Lease {
  readonly messageId: string;
  /** Asked before the mail goes out, not of one that has gone: why it may not. What it throws is thrown. */
  readonly refused?: () => Promise<string | undefined>;
  readonly make: () => Mail;
}

/**
 * Hands a mail over, for whoever holds its lease, unless an earlier attempt did: what was begun and never reported is asked about first, and by a provider that
 * can't be asked counts as sent (docs/email.md). What fails for now gives the lease back. After success, a refusal or a permanent failure the lease stays: the caller
 * records what became of it, and given back before that, it would say that nothing was handed over.
 *
 * @returns the provider's id, or why it was not handed over.
 * @throws PermanentError when the mail will never go out; RetryableError while the provider can't say.
 */
export async function handOver({ store, mail, lease, sendWithin = Infinity }: HandOverDeps, { messageId, earlier: left, askedAt, givenAt, refused, make, ...owed }: Owed): Promise<{ readonly id: string } | { readonly refused: string }> {
  // A mail that only waited for its turn is not asked about: ten thousand of them would be as many questions.
  let asked = left !== 'untried';
  try {
    const earlier = asked ? await findEarlier(mail, messageId, left) : undefined;
    if (earlier) return earlier;
    const why = await refused?.();
    if (why !== undefined) return { refused: why };
    const made = make();
    const late = performance.now() - askedAt;
    if (late > sendWithin) throw new RetryableError('AttemptTooLate', `Expected to send ${owed.id} within ${sendWithin} ms of its lease, got ${Math.round(late)} ms until then. Nothing was handed over; trying again. Is Postgres or this process overloaded?`);
    // From here on the provider may have it, unless it says that it has not.
    return await mail.send(made).catch((error: unknown) => {
      asked = !(error instanceof RetryableError && error.nothingTaken);
      throw error;
    });
  } catch (error) {
    if (!(error instanceof PermanentError)) await releaseLease(store, owed, { asked, left: lease - (performance.now() - givenAt) });
    throw error;
  }
}

/**
 * What an earlier attempt handed over. A provider that can't be asked gets no second one from us when the first was killed halfway: rather no mail than two.
 * An attempt that gave its lease back knew that nothing was taken.
 */
async function findEarlier(mail: MailProvider, messageId: string, attempt: EarlierAttempt): Promise<{ readonly id: string } | undefined> {
  const found = await mail.find(messageId);
  if (found !== 'cannot-tell') return found;
  return attempt === 'lost' ? { id: unconfirmed(messageId) } : undefined;
}
