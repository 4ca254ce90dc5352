/**
 * Trying again would fail the same way: bad content, a refused key, an unknown prospect. It is recorded on the touch, not retried.
 * The message reaches Temporal's history, so it names ids, fields and settings, never a person.
 *
 * @example throw new PermanentError('BadSubject', "Expected a subject in one line from 'thank-you', got two lines.");
 */
export class PermanentError extends Error {
  override readonly name: string = 'PermanentError';
  constructor(
    /** Stable; shows in Temporal UI as the failure's type, and on the touch as `failed:<type>`. */
    readonly type: string,
    message: string,
    /** `cause`, for whoever looks at home: it is never recorded (`toApplicationFailure`). */
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * Trying again later may do: the network, a busy provider. The message reaches Temporal's history, so it never names a person.
 *
 * @example throw new RetryableError('MailgunBusy', 'Expected Mailgun to take the mail, got 429.', { retryAfterMs: 5_000 });
 */
export class RetryableError extends Error {
  override readonly name: string = 'RetryableError';
  /** Milliseconds to wait before the next try, when the other side said so; else the activity's own backoff counts. */
  readonly retryAfterMs: number | undefined;
  /** The other side has said that it took nothing, or was never reached: it need not be asked before the next try. */
  readonly nothingTaken: boolean;
  constructor(
    /** Stable; shows in Temporal UI as the failure's type. */
    readonly type: string,
    message: string,
    { retryAfterMs, nothingTaken = false }: { retryAfterMs?: number | undefined; nothingTaken?: boolean } = {},
  ) {
    super(message);
    this.retryAfterMs = retryAfterMs;
    this.nothingTaken = nothingTaken;
  }
}
