import { sql } from 'kysely';
import type { Store } from '../../store/connect.ts';
import { PermanentError, RetryableError } from '../errors.ts';
import { receiverOf, slotAfter, type Pace, type Standing } from './pace.ts';

/** A mail that was refused as too early is given another turn within this, milliseconds; else it is tried as soon as it can be. */
const SOON = 3_600_000;
/** A mail whose turn comes later than this is not sent: journeys give a touch three days, and retries need some of them. Milliseconds. */
const LATEST = 2 * 86_400_000;

/**
 * Lets a mail through when its turn has come. Its slot is given out once, in order, and kept with the touch, so that a thousand mails that wait don't ask again
 * and again whose turn it is; a mail that was not sent in its slot after all costs that slot and nothing else.
 *
 * @throws RetryableError (`Paced`) with the time until its turn; PermanentError (`PaceExceeded`) when that would be days.
 */
export async function awaitTurn(store: Store, pace: Pace, { touchId, email }: { readonly touchId: string; readonly email: string }): Promise<void> {
  const known = await store.selectFrom('touches').select('slot_at').where('id', '=', touchId).executeTakeFirst();
  const slot = known?.slot_at?.getTime() ?? (await takeSlot(store, pace, { touchId, email, within: LATEST }));
  // Postgres tells microseconds, this process whole milliseconds: less than one away is now.
  const wait = Math.floor(slot - Date.now());
  if (wait > 0) throw new RetryableError('Paced', `Expected the turn of touch ${touchId} to have come, got ${wait} ms to wait: its receiver gets mails at the pace of MAIL_RATE and MAIL_WARM_UP.`, { retryAfterMs: wait });
}

/**
 * Gives a mail that its provider refused, and did not take, a turn behind the others. Without it all that were refused would come again at the same moment, and again.
 */
export async function loseTurn(store: Store, pace: Pace, mail: { readonly touchId: string; readonly email: string }): Promise<void> {
  await takeSlot(store, pace, { ...mail, within: SOON }).catch((error: unknown) => {
    if (!(error instanceof PermanentError)) throw error;
  });
}

function takeSlot(store: Store, pace: Pace, { touchId, email, within }: { readonly touchId: string; readonly email: string; readonly within: number }): Promise<number> {
  const receiver = receiverOf(email);
  return store.transaction().execute(async (transaction) => {
    // The row is made before it is locked, so that the first two don't both believe to be first.
    await sql`INSERT INTO mail_slots (receiver, next_at, day, taken) VALUES (${receiver}, 'epoch', 'epoch', 0) ON CONFLICT DO NOTHING`.execute(transaction);
    const { rows } = await sql<Standing & { now: number }>`
      SELECT (extract(epoch FROM next_at) * 1000)::float8 AS "nextAt", day - DATE '1970-01-01' AS day, taken, (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now
        FROM mail_slots WHERE receiver = ${receiver} FOR UPDATE`.execute(transaction);
    const { now, ...before } = rows[0]!;
    const { at, after } = slotAfter(pace, { receiver, now, before });
    if (at - now > within) {
      throw new PermanentError('PaceExceeded', `Expected the turn of touch ${touchId} within two days, got one in ${Math.round((at - now) / 3_600_000)} hours: more is to be sent to ${receiver} than MAIL_RATE and MAIL_WARM_UP let through. Launch at a slower pace.`);
    }
    await sql`
      UPDATE mail_slots SET next_at = to_timestamp(${after.nextAt / 1_000}::float8), day = DATE '1970-01-01' + ${after.day}::int, taken = ${after.taken} WHERE receiver = ${receiver}`.execute(transaction);
    await sql`UPDATE touches SET slot_at = to_timestamp(${at / 1_000}::float8) WHERE id = ${touchId}`.execute(transaction);
    return at;
  });
}
