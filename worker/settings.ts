import { z } from 'zod';
import { readPace } from '../activities/email/pace.ts';
import { readSmtpUrl } from '../activities/email/smtp-url.ts';

const settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_SCHEMA: z.string().default('public'),
  PARCOURS_TASK_QUEUE: z.string().min(1).default('parcours'),
  PARCOURS_PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  PARCOURS_OUT: z.string().default('out'),
  MAIL_PROVIDER: z.enum(['mailgun', 'smtp']).default('mailgun'),
  MAILGUN_URL: z.url().default('https://api.eu.mailgun.net'),
  MAILGUN_API_KEY: z.string().min(1).optional(),
  MAILGUN_DOMAIN: z.string().min(1).optional(),
  /** Mailgun takes mails and sends none. */
  MAILGUN_TEST_MODE: z.enum(['yes', 'no']).default('no'),
  /** A request to Mailgun that takes longer is given up. */
  MAILGUN_TIMEOUT_MS: z.coerce.number().int().min(100).max(25_000).default(15_000),
  SMTP_URL: z.string().min(1).optional(),
  SMTP_TIMEOUT_MS: z.coerce.number().int().min(100).max(25_000).default(20_000),
  SMTP_DKIM_SELECTOR: z.string().min(1).optional(),
  /** A file with the private key, PEM. */
  SMTP_DKIM_KEY: z.string().min(1).optional(),
  /** Mails a second by receiver, such as `gmail=2/s *=10/s`. */
  MAIL_RATE: z.string().optional(),
  /** The first day of a warm-up, then mails a day to each receiver. */
  MAIL_WARM_UP: z.string().optional(),
  MAIL_FROM: z.string().regex(/^[^\p{Cc}]*[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$/u, 'Expected Name <address>, on one line'),
  WORKER_CACHED_WORKFLOWS: z.coerce.number().int().min(0).default(500),
}).superRefine((given, context) => {
  const needed = given.MAIL_PROVIDER === 'smtp' ? (['SMTP_URL'] as const) : (['MAILGUN_API_KEY', 'MAILGUN_DOMAIN'] as const);
  for (const name of needed) if (given[name] === undefined) context.addIssue({ code: 'custom', path: [name], message: `Expected a value, since MAIL_PROVIDER is ${given.MAIL_PROVIDER}, got none` });
  for (const [name, pace] of [['MAIL_RATE', { rate: given.MAIL_RATE }], ['MAIL_WARM_UP', { warmUp: given.MAIL_WARM_UP }]] as const) {
    const problem = problemOf(() => readPace(pace));
    if (problem) context.addIssue({ code: 'custom', path: [name], message: problem });
  }
  if (given.SMTP_URL !== undefined) {
    const problem = problemOf(() => readSmtpUrl(given.SMTP_URL!));
    if (problem) context.addIssue({ code: 'custom', path: ['SMTP_URL'], message: problem });
  }
  if ((given.SMTP_DKIM_SELECTOR === undefined) !== (given.SMTP_DKIM_KEY === undefined)) context.addIssue({ code: 'custom', path: ['SMTP_DKIM_KEY'], message: 'Expected SMTP_DKIM_SELECTOR and SMTP_DKIM_KEY together' });
});

export type WorkerSettings = z.infer<typeof settings>;

/**
 * The worker's settings from its environment.
 *
 * @throws Error that names every variable that is wrong or missing, at once.
 */
export function workerSettings(environment: NodeJS.ProcessEnv): WorkerSettings {
  const { data, error } = settings.safeParse(environment);
  if (!error) return data;
  const problems = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`Expected a worker's environment, got problems in:\n${problems.join('\n')}\nSee docs/configuration.md.`);
}

function problemOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
