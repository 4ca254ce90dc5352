/** A mail, ready to go. */
export interface Mail {
  /** Without angle brackets; from `messageIdOf`. */
  readonly messageId: string;
  /** `Name <address>` or an address. */
  readonly from: string;
  /** One plain address. */
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Further headers by name, such as `List-Unsubscribe`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Labels for the provider's statistics: the campaign, the message and its variant, nothing about the person. */
  readonly tags: readonly string[];
  /** The touch's key; the provider gives it back with each delivery event. */
  readonly touch: string;
}

/** Whoever carries mails. Both functions throw `PermanentError` or `RetryableError`. */
export interface MailProvider {
  /** As it is recorded with each touch. */
  readonly name: string;
  /**
   * Hands a mail over; `id` is the provider's, without angle brackets, or begins with `unconfirmed:` where the mail was handed over whole and its receipt
   * was lost. Not idempotent: ask `find` before a second try.
   */
  send(mail: Mail): Promise<{ id: string }>;
  /** The mail with this Message-Id, if the provider took it: an answer may be lost after acceptance. `cannot-tell` by those who can't be asked. */
  find(messageId: string): Promise<{ id: string } | 'cannot-tell' | undefined>;
}

/** The id of a mail that was handed over whole and whose receipt was lost. */
export function unconfirmed(messageId: string): string {
  return `unconfirmed:${messageId}`;
}
