import { createHmac, randomBytes } from 'node:crypto';
import { eventData, type KeptMail, type MailEvent } from './mail.ts';

export interface WebhookOptions {
  /** Where events are posted; nowhere when it is left out. */
  readonly url?: string | undefined;
  readonly signingKey: string;
  /** Milliseconds before the second try, the third and so on; after the last the event is given up. Mailgun waits 5, 10, 15 min, 1, 2, 4 h. */
  readonly retryAfterMs: readonly number[];
  /** The event was taken, or refused for good by 406; or given up. */
  readonly settled: (event: MailEvent) => void;
}

export interface Webhooks {
  post(event: MailEvent, mail: KeptMail): void;
  /** Stops at once; what is under way is tried again at the next start, if the mailbox is kept in a file. */
  close(): void;
}

interface Job {
  readonly event: MailEvent;
  readonly body: string;
  readonly attempt: number;
}

const AT_ONCE = 8;
const TIMEOUT_MS = 10_000;

/** Posts events as Mailgun does: signed, several at a time, in no particular order, again when it was not answered by 2xx or 406. */
export function openWebhooks({ url, signingKey, retryAfterMs, settled }: WebhookOptions): Webhooks {
  const waiting: Job[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const closing = new AbortController();
  let underWay = 0;

  const next = (): void => {
    while (url !== undefined && underWay < AT_ONCE && !closing.signal.aborted) {
      const job = waiting.shift();
      if (!job) return;
      underWay += 1;
      void attempt(url, job).finally(() => {
        underWay -= 1;
        next();
      });
    }
  };

  const attempt = async (to: string, job: Job): Promise<void> => {
    const status = await post(to, job.body, closing.signal);
    if (closing.signal.aborted) return;
    if (status !== undefined && ((status >= 200 && status < 300) || status === 406)) return settled(job.event);
    const wait = retryAfterMs[job.attempt];
    if (wait === undefined) return settled(job.event);
    const timer = setTimeout(() => {
      timers.delete(timer);
      waiting.push({ ...job, attempt: job.attempt + 1 });
      next();
    }, wait);
    timers.add(timer);
  };

  return {
    post(event, mail) {
      // One signature for all tries of an event, as a receiver that refuses a reused token has to expect.
      const body = JSON.stringify({ signature: signatureOf(signingKey), 'event-data': eventData(event, mail) });
      waiting.push({ event, body, attempt: 0 });
      next();
    },
    close() {
      closing.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** Status of the answer; nothing when there was none. */
async function post(url: string, body: string, closing: AbortSignal): Promise<number | undefined> {
  try {
    const signal = AbortSignal.any([closing, AbortSignal.timeout(TIMEOUT_MS)]);
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': 'parcours-sandbox' }, body, signal, redirect: 'manual' });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return undefined;
  }
}

/** hex HMAC-SHA256 of timestamp and token: the body is not signed. */
function signatureOf(signingKey: string) {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const token = randomBytes(25).toString('hex');
  return { token, timestamp, signature: createHmac('sha256', signingKey).update(timestamp + token).digest('hex') };
}
