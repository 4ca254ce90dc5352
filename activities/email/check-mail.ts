import { domainToASCII } from 'node:url';
import { PermanentError } from '../errors.ts';
import type { Mail } from './mail-provider.ts';

/** Symbols at most: RFC 5321, 4.5.3.1, and what a subject may hold before receivers take it for spam or cut the header. */
const LONGEST = { local: 64, domain: 253, address: 254, subject: 250 } as const;
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** Alphabets with letters that look like those of another. */
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u, /\p{Script=Cherokee}/u];

/**
 * The address as it goes onto the wire, with the domain in ASCII, or why a mail to it is not tried. Whoever's address is wrong gets no mail and the
 * provider no reason to doubt us; nothing is guessed or mended.
 *
 * @example readAddress('zoé@maison-bœuf.example') // { problem: 'letters without accents before the @' }
 */
export function readAddress(address: string): { readonly ascii: string } | { readonly problem: string } {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (at < 1 || /[\s,;<>"()[\]\\]/.test(address) || /[\p{Cc}\p{Cf}]/u.test(address) || local.includes('@')) return { problem: 'one plain address such as name@brand.example' };
  if (!LOCAL.test(local)) return { problem: 'letters without accents before the @, and dots between them' };
  // One look-alike letter of another alphabet makes another domain, somebody else's.
  if (SCRIPTS.filter((script) => script.test(domain)).length > 1) return { problem: 'a domain in the letters of one alphabet' };
  const ascii = domainToASCII(domain);
  const labels = ascii.split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)) || /^\d+$/.test(labels.at(-1)!)) return { problem: 'a domain such as brand.example after the @' };
  if (local.length > LONGEST.local || ascii.length > LONGEST.domain || local.length + ascii.length + 1 > LONGEST.address) return { problem: `at most ${LONGEST.address} characters` };
  return { ascii: `${local}@${ascii}` };
}

/**
 * Refuses what would go out broken: an address that is none, a header of several lines, which would begin another one. Nothing of the person is in the error.
 *
 * @returns the mail, its address in ASCII.
 * @throws PermanentError (`BadAddress`, `BadHeader`) that names the touch, and with it the prospect, and the field.
 */
export function checkMail(mail: Mail): Mail {
  const address = readAddress(mail.to);
  if ('problem' in address) throw new PermanentError('BadAddress', `Expected field email of the prospect of touch ${mail.touch} to be ${address.problem}, got something else. Correct it by an import.`);
  for (const [name, value] of Object.entries({ ...mail.headers, Subject: mail.subject, From: mail.from, 'Message-Id': mail.messageId })) {
    if (/\p{Cc}/u.test(name + value)) throw new PermanentError('BadHeader', `Expected header '${name.split(/\p{Cc}/u)[0]}' of touch ${mail.touch} to be one line, got several or control characters.`);
  }
  if (mail.subject.length > LONGEST.subject) throw new PermanentError('BadHeader', `Expected header 'Subject' of touch ${mail.touch} to have at most ${LONGEST.subject} characters, got ${mail.subject.length}.`);
  return { ...mail, to: address.ascii };
}
