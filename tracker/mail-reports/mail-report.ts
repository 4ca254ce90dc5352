import PostalMime, { type Attachment } from 'postal-mime';

/** What a mail to the sender's mailbox reports of one that we sent: a server's delivery status (RFC 3464), or a reader's complaint (RFC 5965). */
export interface MailReport {
  readonly kind: 'failed' | 'delayed' | 'delivered' | 'complained';
  /** Of the mail that it is about, without angle brackets; that mail's own, from the copy of its headers. */
  readonly about: string;
  /** What the server said: its enhanced code such as `5.1.1` (RFC 3463), and its code such as 550. */
  readonly enhanced?: string;
  readonly code?: number;
  /** Unique to the report. */
  readonly id: string;
  readonly at: Date;
}

/** Bytes of a report at most: it quotes a mail of ours. */
export const LONGEST = 2 * 1024 * 1024;
const ACTIONS: Readonly<Record<string, MailReport['kind']>> = { failed: 'failed', delayed: 'delayed', delivered: 'delivered', relayed: 'delivered', expanded: 'delivered' };

/**
 * Reads a mail that a server or a feedback loop sent back. Of everything in it only codes and ids are kept: neither addresses nor the mail it quotes.
 *
 * @returns undefined when it is no report, or does not tell which mail it is about: an answer of a person, an absence note; or when an id has control characters, which no mail server writes.
 * @example (await readMailReport(bytes))?.kind // 'failed'
 */
export async function readMailReport(raw: Uint8Array): Promise<MailReport | undefined> {
  const mail = await new PostalMime({ attachmentEncoding: 'utf8', forceRfc822Attachments: true, maxNestingDepth: 20 }).parse(raw).catch(() => undefined);
  if (!mail) return undefined;
  const part = (...types: string[]) => mail.attachments.find(({ mimeType }) => types.includes(mimeType.toLowerCase()));
  const original = headerOf(textOf(part('message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers', 'message/global', 'message/global-headers')), 'message-id');
  const about = original?.replace(/^<|>$/g, '');
  if (!about) return undefined;
  const date = new Date(mail.date ?? Number.NaN);
  // A report without an id of its own is known by what it says.
  const common = { about, id: mail.messageId?.replace(/^<|>$/g, '') ?? `${about}/${mail.date ?? ''}`, at: date.getTime() <= Date.now() ? date : new Date() };

  if (/\p{Cc}/u.test(common.about + common.id)) return undefined;

  const feedback = textOf(part('message/feedback-report'));
  // Others tell of a mail that was no spam after all, or of a virus.
  if (feedback) return /^(abuse|fraud)$/i.test(headerOf(feedback, 'feedback-type') ?? '') ? { ...common, kind: 'complained' } : undefined;
  const status = textOf(part('message/delivery-status', 'message/global-delivery-status'));
  const kind = ACTIONS[(headerOf(status, 'action') ?? '').toLowerCase()];
  if (!kind) return undefined;
  const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(headerOf(status, 'status') ?? '')?.[0];
  const code = /\b[245]\d\d\b/.exec(headerOf(status, 'diagnostic-code') ?? '')?.[0];
  return { ...common, kind, ...(enhanced === undefined ? {} : { enhanced }), ...(code === undefined ? {} : { code: Number(code) }) };
}

function textOf(part: Attachment | undefined): string {
  if (!part) return '';
  return typeof part.content === 'string' ? part.content : Buffer.from(part.content as ArrayBuffer).toString('utf8');
}

/** A header's value, unfolded; the first of several. */
function headerOf(text: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(text)?.[1]?.replace(/\r?\n[ \t]+/g, ' ').trim();
}
