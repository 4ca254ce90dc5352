import { createHmac, timingSafeEqual } from 'node:crypto';

export interface MailgunSignature {
  /** Seconds since 1970. */
  readonly timestamp: string;
  readonly token: string;
  /** Hex. */
  readonly signature: string;
}

/** Mailgun repeats a webhook for 8 hours; a quarter of an hour more for slow clocks and queues. In milliseconds. */
const OLDEST = (8 * 60 + 15) * 60_000;
const NEWEST = 5 * 60_000;

/**
 * Checks that a webhook is Mailgun's and of today: signature = hex HMAC-SHA256(signing key, timestamp + token) (Mailgun, "Securing
 * webhooks"). The body is not part of it, so the token must not come twice; that is checked where tokens are stored.
 *
 * @returns what is wrong, or undefined.
 */
export function refuseSignature({ timestamp, token, signature }: MailgunSignature, { signingKey, now }: { signingKey: string; now: number }): string | undefined {
  const expected = createHmac('sha256', signingKey).update(timestamp + token).digest();
  const given = Buffer.from(signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'Expected a signature by our signing key, got another.';
  const age = now - Number(timestamp) * 1_000;
  if (!(age <= OLDEST)) return 'Expected a timestamp of the last 8 hours, got an older one.';
  if (age < -NEWEST) return 'Expected a timestamp of the past, got one of the future.';
  return undefined;
}
