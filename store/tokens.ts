import { randomInt } from 'node:crypto';

/**
 * The symbols of a token: digits and capitals without 0, 1, I, L and O, which people misread and mistype. All of them are in the QR
 * code's alphanumeric mode (ISO/IEC 18004), which keeps a printed code small.
 */
export const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const LENGTH = 10;

/** What a token looks like, in any letter case: people type personal addresses in lower case. */
export const TOKEN_PATTERN = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`, 'i');

/**
 * A new token: 10 symbols of 31 from the system's cryptographic randomness, 31^10 = 8.2e14 possible ones.
 *
 * With 100,000 live tokens a guess hits one with a probability of 1.2e-10: at 1,000 guesses a second, once in three months on
 * average. Two of 100,000 tokens are the same with a probability of 6e-6; the primary key of `links` refuses the second.
 *
 * @example makeToken() // '7KQ9XM2PAB'
 */
export function makeToken(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
