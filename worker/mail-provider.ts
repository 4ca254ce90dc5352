import { readFileSync } from 'node:fs';
import type { MailProvider } from '../activities/email/mail-provider.ts';
import { createMailgun } from '../activities/email/mailgun.ts';
import { readPace, type Pace } from '../activities/email/pace.ts';
import { createSmtp } from '../activities/email/smtp.ts';
import type { WorkerSettings } from './settings.ts';

/** How a worker sends mails. */
export interface Mailing {
  readonly mail: MailProvider;
  /** Of message ids. */
  readonly domain: string;
  /** Milliseconds after which an attempt to send is surely over. */
  readonly lease: number;
  /** Milliseconds of these within which the provider must be given the mail. */
  readonly sendWithin: number;
  /** How fast each receiver gets mails. */
  readonly pace: Pace | undefined;
}

/** What is left between the provider's time-out and the end of an attempt's lease, in milliseconds: for what comes before the provider is asked. */
const MARGIN = 5_000;

/**
 * The provider that the settings ask for.
 *
 * @throws Error when SMTP_URL is none, or the DKIM key or the authority's certificate can't be read.
 */
export function mailingOf(settings: WorkerSettings): Mailing {
  const fromDomain = /@([^\s<>@]+)>?$/.exec(settings.MAIL_FROM)?.[1] ?? 'localhost';
  const pace = readPace({ rate: settings.MAIL_RATE, warmUp: settings.MAIL_WARM_UP });
  if (settings.MAIL_PROVIDER === 'smtp') {
    const { SMTP_URL: url = '', SMTP_CA: ca, SMTP_TIMEOUT_MS: timeoutMs, SMTP_DKIM_SELECTOR: selector, SMTP_DKIM_KEY: file } = settings;
    const dkim = selector && file ? { dkim: { selector, privateKey: readFileSync(file, 'utf8') } } : {};
    return { mail: createSmtp({ url, domain: fromDomain, timeoutMs, ...(ca === undefined ? {} : { ca: readFileSync(ca, 'utf8') }), ...dkim }), domain: fromDomain, lease: timeoutMs + MARGIN, sendWithin: MARGIN, pace };
  }
  const { MAILGUN_URL: url, MAILGUN_API_KEY: key = '', MAILGUN_DOMAIN: domain = fromDomain, MAILGUN_TIMEOUT_MS: timeoutMs, MAILGUN_LOOK_UP_AFTER_MS: lookUpAfterMs, MAILGUN_TEST_MODE: testMode } = settings;
  // A worker that was killed has lost an answer, too.
  const lease = timeoutMs + Math.max(MARGIN, lookUpAfterMs);
  return { mail: createMailgun({ url, key, domain, timeoutMs, lookUpAfterMs, testMode: testMode === 'yes' }), domain, lease, sendWithin: lease - timeoutMs, pace };
}
