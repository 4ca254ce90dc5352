/**
 * Whether what a mail server answered says that the address is dead, rather than that this one mail was refused. A receiver's policy (5.7), a full mailbox (5.2.2), a mail
 * that grew too old on its way (5.4) say nothing against the address (RFC 3463), and its owner may be a good customer; an address that does not exist (5.1) and a mailbox that was
 * closed (5.2.1) do. Where nothing more exact was said, the three codes of RFC 5321 that are about the mailbox count.
 *
 * @param enhanced such as `5.1.1`
 * @param code such as 550
 */
export function isDeadAddress({ enhanced, code }: { readonly enhanced?: string | null | undefined; readonly code?: number | null | undefined }): boolean {
  // 5.0.0 is what servers say that have nothing more exact to say.
  if (enhanced && /^5\.[1-9]/.test(enhanced)) return enhanced.startsWith('5.1.') || enhanced === '5.2.1';
  return code === 550 || code === 551 || code === 553;
}
