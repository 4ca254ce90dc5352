import { domainToASCII, domainToUnicode } from 'node:url';
import { z } from 'zod';

/** RFC 5321, 4.5.3.1: octets of a path and of the part before the @. */
const LONGEST = { whole: 254, local: 64 } as const;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u, /\p{Script=Hebrew}/u, /\p{Script=Arabic}/u, /\p{Script=Han}/u];

/** What is wrong with an address as it was typed. `mixed`: letters of several scripts in one word, as imitations of an address have them. */
export type EmailProblem = 'missing' | 'too-long' | 'shape' | 'mixed';

/**
 * Reads an email address that a person typed. Domains in letters with accents, or of another script, come out as they are sent (RFC 5891); before the @ only ASCII is
 * taken, for not every mailbox provider takes more (RFC 6531).
 *
 * @example readEmail(' jean@société.example ') // { email: 'jean@xn--socit-esab.example' }
 */
export function readEmail(typed: unknown): { readonly email: string } | { readonly problem: EmailProblem } {
  if (typeof typed !== 'string' || typed.trim() === '') return { problem: 'missing' };
  const text = typed.trim();
  if (text.length > LONGEST.whole) return { problem: 'too-long' };
  if (/[\p{Cc}\p{Cf}\p{Z}]/u.test(text)) return { problem: 'shape' };
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || domain === '') return { problem: 'shape' };
  if (local.length > LONGEST.local) return { problem: 'too-long' };
  if (isMixed(local) || isMixed(domainToUnicode(domain)) || isMixed(domain)) return { problem: 'mixed' };
  const email = `${local}@${domainToASCII(domain)}`;
  return z.email().max(LONGEST.whole).safeParse(email).success ? { email } : { problem: 'shape' };
}

/** A word of letters that look alike and are not: `pаypal` with a Cyrillic а. */
function isMixed(text: string): boolean {
  return text.normalize('NFKC').split(/[^\p{L}\p{M}]+/u).some((word) => SCRIPTS.filter((script) => script.test(word)).length > 1);
}
