import { z } from 'zod';
import { createSandbox } from './create-sandbox.ts';

const filled = z.string().min(1);
const environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535),
  MAILGUN_API_KEY: filled,
  MAILGUN_SIGNING_KEY: filled,
  MAILGUN_DOMAIN: filled.optional(),
  /** Where webhooks go; nowhere when left out. */
  SANDBOX_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  SANDBOX_FOLDER: filled.optional(),
  /** Mails a second that it takes as a Mailgun; as many as come unless said. */
  SANDBOX_MAIL_RATE: z.coerce.number().positive().optional(),
  /** Takes mails by SMTP at this port as well. */
  SANDBOX_SMTP_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  /** With both there is a Lob as well. */
  LOB_API_KEY: filled.optional(),
  LOB_WEBHOOK_SECRET: filled.optional(),
  SANDBOX_LOB_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  META_ACCESS_TOKEN: filled.optional(),
  META_APP_SECRET: filled.optional(),
  SANDBOX_META_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
});

const parsed = environment.safeParse(process.env);
if (!parsed.success) {
  console.error(`Expected the sandbox's environment to be whole, got:\n${z.prettifyError(parsed.error)}`);
  process.exit(1);
}
const { SANDBOX_PORT, MAILGUN_API_KEY, MAILGUN_SIGNING_KEY, MAILGUN_DOMAIN, SANDBOX_WEBHOOK_URL, SANDBOX_FOLDER, SANDBOX_MAIL_RATE, SANDBOX_SMTP_PORT } = parsed.data;
const { LOB_API_KEY, LOB_WEBHOOK_SECRET, SANDBOX_LOB_WEBHOOK_URL, META_ACCESS_TOKEN: accessToken, META_APP_SECRET: appSecret, SANDBOX_META_WEBHOOK_URL } = parsed.data;

const sandbox = await createSandbox({
  key: MAILGUN_API_KEY,
  signingKey: MAILGUN_SIGNING_KEY,
  domain: MAILGUN_DOMAIN,
  webhookUrl: SANDBOX_WEBHOOK_URL,
  folder: SANDBOX_FOLDER,
  rate: SANDBOX_MAIL_RATE === undefined ? undefined : { requests: SANDBOX_MAIL_RATE, perMs: 1_000 },
  smtp: SANDBOX_SMTP_PORT === undefined ? undefined : { port: SANDBOX_SMTP_PORT },
  lob: LOB_API_KEY && LOB_WEBHOOK_SECRET ? { key: LOB_API_KEY, webhookSecret: LOB_WEBHOOK_SECRET, webhookUrl: SANDBOX_LOB_WEBHOOK_URL } : undefined,
  ...(accessToken && appSecret ? { meta: { accessToken, appSecret, webhookUrl: SANDBOX_META_WEBHOOK_URL } } : {}),
});
const stop = () => void sandbox.close().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

// Anybody who can reach it can read every mail: this machine only.
const address = await sandbox.listen({ port: SANDBOX_PORT, host: '127.0.0.1' });
console.log(`sandbox mailbox ${address}`);
