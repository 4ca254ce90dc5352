import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** 32 MB and about a fifth of a second: one of the settings that OWASP's password storage cheat sheet gives for scrypt (N 2^15, r 8, p 3). */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const LENGTH = 32;

/** Symbols of a password at least; a sentence is easier to keep than signs (NIST SP 800-63B asks for length, not for kinds of signs). */
export const PASSWORD_LENGTH = 12;
/** Symbols at most, so that no sign-in sends us a book to hash. */
export const PASSWORD_LIMIT = 200;

/**
 * Hashes a password for table `operators`.
 *
 * @throws RangeError when it is too short or too long.
 * @example await hashPassword('four words for a door') // 'scrypt$32768$8$3$…$…'
 */
export async function hashPassword(password: string): Promise<string> {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH || length > PASSWORD_LIMIT) throw new RangeError(`Expected a password of ${PASSWORD_LENGTH} to ${PASSWORD_LIMIT} symbols, got ${length}. A few words in a row are easy to keep.`);
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Whether it is the password of that hash. Takes as long for a name that nobody has, whose hash is undefined. */
export async function isPassword(password: string, hashed: string | undefined): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = (hashed ?? NOBODYS).split('$');
  const expected = Buffer.from(hash, 'base64url');
  const given = await derive(password.slice(0, PASSWORD_LIMIT * 4), Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(given, expected) && hashed !== undefined;
}

/** A password that can be typed, for operators of demos: 80 bits. */
export function makePassword(): string {
  return Array.from(randomBytes(16), (byte) => SYMBOLS[byte % 32]).join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** Without those that look alike. */
const SYMBOLS = 'abcdefghijkmnpqrstuvwxyz23456789';
const NOBODYS = ['scrypt', COST.N, COST.r, COST.p, Buffer.alloc(16).toString('base64url'), Buffer.alloc(LENGTH).toString('base64url')].join('$');

/** Hashes under way at once; each takes its memory. Others wait their turn. */
const AT_ONCE = 2;
let under = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  if (under >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else under += 1;
  try {
    // NFKC: an accent may be typed in two ways.
    return await new Promise((resolve, reject) => scrypt(password.normalize('NFKC'), salt, LENGTH, { ...cost, maxmem: 64 * 1024 * 1024 }, (error, key) => (error ? reject(error) : resolve(key))));
  } finally {
    const next = waiting.shift();
    if (next) next();
    else under -= 1;
  }
}
