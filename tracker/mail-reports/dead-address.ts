/**
 * Of what a server may say in detail (RFC 3463; RFC 7505 for 5.1.10), what means that the recipient's address will never take a mail: it does not exist, or its mailbox was closed.
 * Not every 5.1 does: 5.1.7 and 5.1.8 are about the sender's address, so about us, 5.1.5 says that the recipient's is right.
 */
const DEAD = /^5\.(1\.([0-46]|10)|2\.1)$/;
/** 5.0.0 is what servers say that have nothing more exact to say. */
const EXACT = /^5\.[1-9]\d*\./;

/** What an enhanced code alone says of the address; undefined where it says nothing exact. */
export function verdictOf(enhanced: string | null | undefined): 'dead' | 'not-dead' | undefined {
  if (!enhanced || !EXACT.test(enhanced)) return undefined;
  return DEAD.test(enhanced) ? 'dead' : 'not-dead';
}

/**
 * Whether what a mail server answered says that the address is dead, rather than that this one mail was refused. A receiver's policy (5.7), a full mailbox (5.2.2), a mail
 * that grew too old on its way (5.4), a sender whose domain is set up wrongly (5.1.7, 5.1.8) say nothing against the address, and its owner may be a good customer.
 * Where nothing more exact was said, the three codes of RFC 5321 that are about the mailbox count.
 *
 * @param enhanced such as `5.1.1`
 * @param code such as 550
 */
export function isDeadAddress({ enhanced, code }: { readonly enhanced?: string | null | undefined; readonly code?: number | null | undefined }): boolean {
  const verdict = verdictOf(enhanced);
  return verdict === undefined ? code === 550 || code === 551 || code === 553 : verdict === 'dead';
}
