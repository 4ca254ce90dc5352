import { z } from 'zod';
import { readPace } from '../activities/email/pace.ts';
import { readSmtpUrl } from '../activities/email/smtp-url.ts';

/** Compose files and CI set what they don't have to nothing. */
const optional = z.string().optional().transform((text) => text || undefined);

/** Who carries mails, and how fast. */
export const mailSettings = {
  MAIL_PROVIDER: z.enum(['mailgun', 'smtp']).default('mailgun'),
  MAILGUN_URL: z.url().default('https://api.eu.mailgun.net'),
  MAILGUN_API_KEY: optional,
  MAILGUN_DOMAIN: optional,
  /** Mailgun takes mails and sends none. */
  MAILGUN_TEST_MODE: z.enum(['yes', 'no']).default('no'),
  /** A request to Mailgun that takes longer is given up. */
  MAILGUN_TIMEOUT_MS: z.coerce.number().int().min(100).max(25_000).default(15_000),
  /** From a lost answer to the question whether Mailgun has the mail. */
  MAILGUN_LOOK_UP_AFTER_MS: z.coerce.number().int().min(0).max(600_000).default(30_000),
  SMTP_URL: optional.superRefine((url, context) => complain(context, () => url && readSmtpUrl(url))),
  /** A file with the certificate, PEM, of an authority of our own. */
  SMTP_CA: optional,
  SMTP_TIMEOUT_MS: z.coerce.number().int().min(100).max(25_000).default(20_000),
  SMTP_DKIM_SELECTOR: optional,
  /** A file with the private key, PEM. */
  SMTP_DKIM_KEY: optional,
  /** Mails a second by receiver, such as `gmail=2/s *=10/s`. */
  MAIL_RATE: optional.superRefine((rate, context) => complain(context, () => readPace({ rate }))),
  /** The first day of a warm-up, then mails a day to each receiver. */
  MAIL_WARM_UP: optional.superRefine((warmUp, context) => complain(context, () => readPace({ warmUp }))),
  MAIL_FROM: z.string().regex(/^[^\p{Cc}]*[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$/u, 'Expected Name <address>, on one line'),
};

/** What lacks beside what is there, a line each. */
export function missingMailSettings(environment: NodeJS.ProcessEnv): string[] {
  const isSet = (name: string): boolean => Boolean(environment[name]);
  const provider = environment['MAIL_PROVIDER'] === 'smtp' ? 'smtp' : 'mailgun';
  const needed = (provider === 'smtp' ? ['SMTP_URL'] : ['MAILGUN_API_KEY', 'MAILGUN_DOMAIN']).filter((name) => !isSet(name)).map((name) => `  ${name}: Expected a value, since MAIL_PROVIDER is ${provider}, got none`);
  const half = ['SMTP_DKIM_SELECTOR', 'SMTP_DKIM_KEY'].filter((name) => !isSet(name));
  return half.length === 1 ? [...needed, `  ${half[0]}: Expected SMTP_DKIM_SELECTOR and SMTP_DKIM_KEY together, got one of them`] : needed;
}

function complain(context: { addIssue(message: string): void }, read: () => unknown): void {
  try {
    read();
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : String(error));
  }
}
