import { createHmac, randomBytes } from 'node:crypto';
import { eventData, type KeptMail, type MailEvent } from './mail.ts';
import { openPoster } from './poster.ts';

export interface WebhookOptions {
  /** Where events are posted; nowhere when it is left out. */
  readonly url?: string | undefined;
  readonly signingKey: string;
  /** Milliseconds before the second try, the third and so on; after the last the event is given up. Mailgun waits 5, 10, 15 min, 1, 2, 4 h. */
  readonly retryAfterMs: readonly number[];
  /** The event with this id was taken, or refused for good by 406; or given up. */
  readonly settled: (eventId: string) => void;
}

export interface Webhooks {
  post(event: MailEvent, mail: KeptMail): void;
  /** Stops at once; what is under way is tried again at the next start, if the mailbox is kept in a file. */
  close(): void;
}

/** Posts events as Mailgun does: signed, several at a time, in no particular order, again when it was not answered by 2xx or 406. */
export function openWebhooks({ url, signingKey, retryAfterMs, settled }: WebhookOptions): Webhooks {
  const poster = openPoster({ url, retryAfterMs, final: [406], settled });
  return {
    // One signature for all tries of an event, as a receiver that refuses a reused token has to expect.
    post: (event, mail) => poster.post({ id: event.id, body: JSON.stringify({ signature: signatureOf(signingKey), 'event-data': eventData(event, mail) }) }),
    close: poster.close,
  };
}

/** hex HMAC-SHA256 of timestamp and token: the body is not signed. */
function signatureOf(signingKey: string) {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const token = randomBytes(25).toString('hex');
  return { token, timestamp, signature: createHmac('sha256', signingKey).update(timestamp + token).digest('hex') };
}
