import FormData from 'form-data';
import Mailgun from 'mailgun.js';
import { PermanentError } from '../errors.ts';
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
}

/**
 * Sends mails through Mailgun, by its own client. Mailgun's tracking is off: our links are tracked already, and opens need a consent.
 *
 * `find` asks the events API, which Mailgun fills some seconds after acceptance: leave time between a lost answer and the question.
 *
 * @throws (by its functions) PermanentError for what is wrong with the mail; RetryableError for 408, 429, 5xx and network trouble, with Mailgun's
 * Retry-After, and for settings that an operator has to mend (401, 403, 404).
 * @example
 * const mail = createMailgun({ url: 'https://api.eu.mailgun.net', key, domain: 'mg.brand.example' });
 * const { id } = (await mail.find(messageId)) ?? (await mail.send(letter));
 */
export function createMailgun({ url, key, domain, timeoutMs = 20_000 }: MailgunOptions): MailProvider {
  const client = new Mailgun(FormData).client({ username: 'api', key, url, timeout: timeoutMs });
  const { asking } = listenForRetryAfter();

  async function ask<Answer>(what: Asked['what'], request: () => Promise<Answer>): Promise<Answer> {
    const { result, retryAfter } = await asking(request);
    if ('value' in result) return result.value;
    throw fromMailgun(result.error, { what, domain, url, retryAfter: retryAfter() });
  }

  return {
    async send(mail) {
      check(mail);
      const { id } = await ask('send', () => client.messages.create(domain, formOf(mail)));
      return { id: bare(id ?? mail.messageId) };
    },
    async find(messageId) {
      // Not `client.events.get`: it warns on the console at each call.
      const query = { 'message-id': messageId, event: 'accepted', limit: 1 };
      const { body } = await ask('find', () => client.request.get(`/v3/${domain}/events`, query));
      const [item] = (body as { items?: { message?: { headers?: { 'message-id'?: string } } }[] }).items ?? [];
      return item && { id: bare(item.message?.headers?.['message-id'] ?? messageId) };
    },
  };
}

function formOf(mail: Mail) {
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
  };
}

/** Mailgun reads a comma in `to` as a further recipient, and a line break in a header would begin another one. */
function check(mail: Mail): void {
  if (!/^[^\s,;<>"@]+@[^\s,;<>"@]+$/.test(mail.to)) {
    throw new PermanentError('BadAddress', `Expected touch ${mail.touch} to go to one plain address, got something else. Correct the prospect's email.`);
  }
  for (const [name, value] of Object.entries({ ...mail.headers, Subject: mail.subject, From: mail.from })) {
    if (/[\r\n]/.test(name + value)) throw new PermanentError('BadHeader', `Expected header '${name.split(/[\r\n]/)[0]}' of touch ${mail.touch} to be one line, got several.`);
  }
}

function bare(id: string): string {
  return id.replace(/^<|>$/g, '');
}
