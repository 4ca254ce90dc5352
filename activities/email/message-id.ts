import { createHash } from 'node:crypto';

/**
 * The Message-Id of a touch's mail, without angle brackets: the same at every try, so the provider can be asked whether it has the mail,
 * and a hash, so a mail's header tells nobody which prospect of which campaign it went to.
 *
 * @param touchId `<journeyId>/<message>/<occurrence>`
 * @param domain the sending domain
 * @example messageIdOf('spring/p-001/thank-you/1', 'mg.brand.example') // '2f0c…@mg.brand.example'
 */
export function messageIdOf(touchId: string, domain: string): string {
  return `${createHash('sha256').update(touchId).digest('hex').slice(0, 40)}@${domain}`;
}
