import { createHmac, timingSafeEqual } from 'node:crypto';

export interface LobSignature {
  /** `Lob-Signature`: hex. */
  readonly signature: string | undefined;
  /** `Lob-Signature-Timestamp`: milliseconds or seconds since 1970. */
  readonly timestamp: string | undefined;
  /** As it came: parsed and written again it would not be the same. */
  readonly body: Buffer;
}

/**
 * Checks that a webhook is Lob's and of now: signature = hex HMAC-SHA256(secret, `<timestamp>.<body>`). The body is signed, and its event's id is kept,
 * so a captured one that is played back within the tolerance changes nothing.
 *
 * @returns what is wrong, or undefined.
 */
export function refuseLobSignature({ signature, timestamp, body }: LobSignature, { secret, toleranceMs, now }: { secret: string; toleranceMs: number; now: number }): string | undefined {
  if (signature === undefined || timestamp === undefined) return 'Expected the headers Lob-Signature and Lob-Signature-Timestamp, got none.';
  const expected = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'Expected a signature by our secret, got another.';
  // Lob does not say in which unit: up to 11 digits are seconds until the year 5138.
  const at = /^\d{9,11}$/.test(timestamp) ? Number(timestamp) * 1_000 : /^\d{12,14}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (!(Math.abs(now - at) <= toleranceMs)) return `Expected a timestamp of the last ${Math.round(toleranceMs / 1_000)} s, got another.`;
  return undefined;
}
