import FormData from 'form-data';
import Mailgun from 'mailgun.js';
import { RetryableError } from '../errors.ts';
import { checkMail } from './check-mail.ts';
import type { Mail, MailProvider } from './mail-provider.ts';
import { fromMailgun, type Asked } from './mailgun-error.ts';
import { listenForRetryAfter } from './retry-after.ts';

export interface MailgunOptions {
  /** Mailgun's API, `https://api.mailgun.net` or `https://api.eu.mailgun.net`, or the sandbox's address. */
  readonly url: string;
  readonly key: string;
  /** The sending domain. */
  readonly domain: string;
  /** Milliseconds until an unanswered request is given up; 20,000 unless said. Keep it below the lease of an attempt to send. */
  readonly timeoutMs?: number;
  /**
   * Milliseconds from a lost answer to the question whether Mailgun has the mail, 30,000 unless said: a request whose time was up may still be on its way, and the
   * events that tell of it take some seconds. Asked too early, the answer is no, and somebody gets the mail twice.
   */
  readonly lookUpAfterMs?: number;
  /** Mailgun takes mails, reports them as delivered, and sends none. */
  readonly testMode?: boolean;
}

/**
 * Sends mails through Mailgun, by its own client. Mailgun's tracking is off: our links are tracked already, and opens need a consent.
 *
 * `find` asks the events API, which Mailgun fills some seconds after acceptance: a lost answer asks for that time (`retryAfterMs`).
 *
 * @throws (by its functions) PermanentError for what is wrong with the mail; RetryableError for 408, 429, 5xx and network trouble, with Mailgun's
 * Retry-After, and for settings that an operator has to mend (401, 403, 404).
 * @example
 * const mail = createMailgun({ url: 'https://api.eu.mailgun.net', key, domain: 'mg.brand.example' });
 * const { id } = (await mail.find(messageId)) ?? (await mail.send(letter));
 */
export function createMailgun({ url, key, domain, timeoutMs = 20_000, lookUpAfterMs: lookUpAfter = 30_000, testMode = false }: MailgunOptions): MailProvider {
  const client = new Mailgun(FormData).client({ username: 'api', key, url, timeout: timeoutMs });
  const { asking } = listenForRetryAfter();

  async function ask<Answer>(what: Asked['what'], request: () => Promise<Answer>): Promise<Answer> {
    const { result, retryAfter } = await asking(request);
    if ('value' in result) return result.value;
    throw fromMailgun(result.error, { what, domain, url, retryAfter: retryAfter(), lookUpAfter });
  }

  return {
    name: 'mailgun',
    async send(mail) {
      const form = formOf(checkMail(mail), testMode);
      const { id } = await ask('send', () => client.messages.create(domain, form));
      // A proxy or an error page that answers 200 has taken nothing; Mailgun may have: it is asked before the next try.
      if (typeof id !== 'string' || id === '') throw strange('the id of a mail', url);
      return { id: bare(id) };
    },
    async find(messageId) {
      // Not `client.events.get`: it warns on the console at each call.
      const query = { 'message-id': messageId, event: 'accepted', limit: 1 };
      const { body } = await ask('find', () => client.request.get(`/v3/${domain}/events`, query));
      const { items } = (body ?? {}) as { items?: { message?: { headers?: { 'message-id'?: string } } }[] };
      // Taken for an empty list, an error page would mean that the mail is not there, and it would be sent twice.
      if (!Array.isArray(items)) throw strange('a list of events', url);
      const [item] = items;
      return item && { id: bare(item.message?.headers?.['message-id'] ?? messageId) };
    },
  };
}

function strange(what: string, url: string): RetryableError {
  return new RetryableError('MailgunTrouble', `Expected ${what} from Mailgun at ${url}, got an answer without. Check that MAILGUN_URL is Mailgun's, with nothing in between.`);
}

function formOf(mail: Mail, testMode: boolean) {
  const headers = { ...mail.headers, 'Message-Id': `<${mail.messageId}>` };
  return {
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [`h:${name}`, value])),
    'v:touch': mail.touch,
    'o:tag': [...mail.tags],
    'o:tracking': 'no' as const,
    ...(testMode ? { 'o:testmode': 'yes' as const } : {}),
  };
}

function bare(id: string): string {
  return id.replace(/^<|>$/g, '');
}
