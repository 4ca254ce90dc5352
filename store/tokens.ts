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
 * average. Two of 100,000 tokens are the same with a probability of 6e-6; the primary key of `links` refuses the second,
 * and `withFreshTokens` tries again with others.
 *
 * @example makeToken() // '7KQ9XM2PAB'
 */
export function makeToken(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** Times that chance may hand out what is taken; more in a row is no chance. */
const MOST_COLLISIONS = 20;

/**
 * Does something that gives out new tokens, and does it again with others as long as one of them is taken. Each attempt makes its own tokens and leaves
 * nothing behind when it fails: a statement, or a transaction begun within it.
 *
 * @example await withFreshTokens(() => insertTouch(store, { ...touch, links: [{ token: makeToken(), ... }] }))
 */
export async function withFreshTokens<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let collisions = 0; ; collisions++) {
    try {
      return await attempt();
    } catch (error) {
      if (collisions === MOST_COLLISIONS || !isTaken(error)) throw error;
    }
  }
}

/** Postgres refused a token that is there (SQLSTATE 23505). */
function isTaken(error: unknown): boolean {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return code === '23505' && (constraint === 'links_pkey' || constraint === 'drop_areas_pkey');
}

/** The symbols that are in no token, and those of a token that look like them: what is typed from paper is what was seen. */
const LOOKALIKES: Readonly<Record<string, string>> = { '0': 'QD', O: 'QD', '1': '7JT', I: 'JT7', L: 'J7T' };
/** Misread symbols that are made good; with more, anything could be meant. */
const MOST_MISREAD = 2;

/**
 * The tokens that somebody may have meant who typed this, in upper case: itself where it is one, else all that it looks like, since 0, O, 1, I and L are
 * in no token. Whoever looks them up finds one or, by a chance of 1e-10, none.
 *
 * @returns none for what can't have been a token.
 * @example tokensMeant('7kq9xm2pao') // ['7KQ9XM2PAQ', '7KQ9XM2PAD']
 */
export function tokensMeant(typed: string): string[] {
  if (TOKEN_PATTERN.test(typed)) return [typed.toUpperCase()];
  const symbols = [...typed.toUpperCase()];
  const misread = symbols.filter((symbol) => symbol in LOOKALIKES).length;
  if (symbols.length !== LENGTH || misread > MOST_MISREAD || !symbols.every((symbol) => symbol in LOOKALIKES || ALPHABET.includes(symbol))) return [];
  return symbols.reduce<string[]>((beginnings, symbol) => [...(LOOKALIKES[symbol] ?? symbol)].flatMap((meant) => beginnings.map((beginning) => beginning + meant)), ['']);
}
