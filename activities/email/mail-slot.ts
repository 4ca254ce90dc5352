import { sql } from 'kysely';
import type { Store } from '../../store/connect.ts';
import { PermanentError, RetryableError } from '../errors.ts';
import { receiverOf, slotAfter, type Pace, type Standing } from './pace.ts';

/** A mail that was refused as too early is given another turn within this, milliseconds; else it is tried as soon as it can be. */
const SOON = 3_600_000;
/** A mail whose turn comes later than this is not sent: journeys give a touch three days, and retries need some of them. Milliseconds. */
const LATEST = 2 * 86_400_000;
/** Milliseconds after which a slot has passed. */
const PASSED = 60_000;
/** From a touch's beginning, the latest slot that it is given in place of one that has passed. Milliseconds. */
const LAST = 2.5 * 86_400_000;

interface PacedMail {
  readonly touchId: string;
  readonly email: string;
}

/**
 * Lets a mail through when its turn has come. Its slot is given out once, in order, and kept with the touch, so that a thousand mails that wait don't ask again
 * and again whose turn it is. A mail that does not come in its slot, because workers or their provider were down, has lost it and takes a turn behind the others: all that
 * were held up would otherwise go out at the same moment. It goes out at once only where no turn is left in the days that its journey gives it.
 *
 * @throws RetryableError (`Paced`) with the time until its turn; PermanentError (`PaceExceeded`) when its first turn would be days away.
 */
export async function awaitTurn(store: Store, pace: Pace, mail: PacedMail): Promise<void> {
  // Postgres tells microseconds, this process whole milliseconds: less than one away is now.
  const wait = Math.floor((await slotOf(store, pace, mail)) - Date.now());
  if (wait > 0) throw new RetryableError('Paced', `Expected the turn of touch ${mail.touchId} to have come, got ${wait} ms to wait: its receiver gets mails at the pace of MAIL_RATE and MAIL_WARM_UP.`, { retryAfterMs: wait });
}

/**
 * Gives a mail that its provider refused, and did not take, a turn behind the others. Without it all that were refused would come again at the same moment, and again.
 */
export async function loseTurn(store: Store, pace: Pace, mail: PacedMail): Promise<void> {
  await takeSlot(store, pace, { ...mail, within: SOON });
}

/** Counts a mail that waits for no turn, since its reader does: those that wait come later by as much. */
export async function jumpQueue(store: Store, pace: Pace, email: string): Promise<void> {
  await takeSlot(store, pace, { email, within: Infinity });
}

async function slotOf(store: Store, pace: Pace, mail: PacedMail): Promise<number> {
  const known = await store.selectFrom('touches').select(['slot_at', 'at']).where('id', '=', mail.touchId).executeTakeFirst();
  const kept = known?.slot_at?.getTime();
  if (known && kept !== undefined) {
    if (kept >= Date.now() - PASSED) return kept;
    const another = await takeSlot(store, pace, { ...mail, within: known.at.getTime() + LAST - Date.now() });
    return another.isTaken ? another.at : kept;
  }
  const first = await takeSlot(store, pace, { ...mail, within: LATEST });
  if (first.isTaken) return first.at;
  throw new PermanentError('PaceExceeded', `Expected the turn of touch ${mail.touchId} within two days, got one in ${Math.round((first.at - Date.now()) / 3_600_000)} hours: more is to be sent to ${receiverOf(mail.email)} than MAIL_RATE and MAIL_WARM_UP let through. Launch at a slower pace.`);
}

/** The receiver's next slot, taken if it comes soon enough, and kept with the touch where there is one. */
function takeSlot(store: Store, pace: Pace, { touchId, email, within }: Partial<PacedMail> & { readonly email: string; readonly within: number }): Promise<{ readonly at: number; readonly isTaken: boolean }> {
  const receiver = receiverOf(email);
  return store.transaction().execute(async (transaction) => {
    // The row is made before it is locked, so that the first two don't both believe to be first.
    await sql`INSERT INTO mail_slots (receiver, next_at, day, taken) VALUES (${receiver}, 'epoch', 'epoch', 0) ON CONFLICT DO NOTHING`.execute(transaction);
    const { rows } = await sql<Standing & { now: number }>`
      SELECT (extract(epoch FROM next_at) * 1000)::float8 AS "nextAt", day - DATE '1970-01-01' AS day, taken, (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now
        FROM mail_slots WHERE receiver = ${receiver} FOR UPDATE`.execute(transaction);
    const { now, ...before } = rows[0]!;
    const { at, after } = slotAfter(pace, { receiver, now, before });
    if (at - now > within) return { at, isTaken: false };
    await sql`
      UPDATE mail_slots SET next_at = to_timestamp(${after.nextAt / 1_000}::float8), day = DATE '1970-01-01' + ${after.day}::int, taken = ${after.taken} WHERE receiver = ${receiver}`.execute(transaction);
    if (touchId !== undefined) await sql`UPDATE touches SET slot_at = to_timestamp(${at / 1_000}::float8) WHERE id = ${touchId}`.execute(transaction);
    return { at, isTaken: true };
  });
}
