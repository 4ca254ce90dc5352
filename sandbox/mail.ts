/** A mail as the sandbox keeps it. */
export interface KeptMail {
  /** Counts from 1, in the order of acceptance; the cursor of the crowd's list and the address of the mail's page. */
  readonly number: number;
  /** Message-Id without angle brackets. Two mails may have the same: that is what a double send looks like. */
  readonly id: string;
  readonly domain: string;
  readonly from: string;
  /** As it was sent. */
  readonly to: string;
  /** Plain addresses. */
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** Mailgun's user variables (`v:`). */
  readonly variables: Readonly<Record<string, string>>;
  /** Mailgun's options (`o:`) but for tags. */
  readonly options: Readonly<Record<string, string>>;
  readonly attachments: readonly { readonly name: string; readonly bytes: number }[];
  /** ISO 8601. */
  readonly at: string;
}

/** Something that happened to a mail. */
export interface MailEvent {
  readonly id: string;
  /** Number of the mail. */
  readonly mail: number;
  readonly event: 'accepted' | 'delivered' | 'failed' | 'complained';
  readonly severity?: 'permanent' | 'temporary';
  readonly reason?: string;
  readonly recipient: string;
  /** Seconds since 1970, with fractions, as Mailgun gives them. */
  readonly timestamp: number;
}

/** An event in the shape that Mailgun's events API and its webhooks share. */
export function eventData(event: MailEvent, mail: KeptMail) {
  const failed = event.event === 'failed';
  return {
    id: event.id,
    event: event.event,
    timestamp: event.timestamp,
    'log-level': failed ? (event.severity === 'permanent' ? 'error' : 'warn') : event.event === 'complained' ? 'warn' : 'info',
    ...(failed ? { severity: event.severity, reason: event.reason, 'delivery-status': statusOf(event) } : {}),
    recipient: event.recipient,
    'recipient-domain': event.recipient.slice(event.recipient.lastIndexOf('@') + 1),
    tags: mail.tags,
    campaigns: [],
    'user-variables': mail.variables,
    flags: { 'is-routed': false, 'is-authenticated': true, 'is-system-test': false, 'is-test-mode': false },
    message: {
      headers: { to: mail.to, 'message-id': mail.id, from: mail.from, subject: mail.subject },
      attachments: mail.attachments.map(({ name, bytes }) => ({ filename: name, size: bytes })),
      size: Buffer.byteLength(mail.html) + Buffer.byteLength(mail.text),
    },
  };
}

function statusOf({ severity }: MailEvent) {
  return severity === 'permanent'
    ? { code: 550, 'enhanced-code': '5.1.1', message: 'No such user here', description: '', 'attempt-no': 1 }
    : { code: 451, 'enhanced-code': '4.7.1', message: 'Try again later', description: '', 'attempt-no': 1 };
}
