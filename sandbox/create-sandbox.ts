import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import { openDelivery } from './delivery.ts';
import { faultRoutes } from './faults.ts';
import { openLob, type LobOptions } from './lob/index.ts';
import { mailRoutes } from './mail-routes.ts';
import { openMailbox } from './mailbox.ts';
import { metaRoutes, type MetaSandboxOptions } from './meta/meta-routes.ts';
import { mailgunRoutes } from './mailgun-routes.ts';
import type { RateLimit } from './rate-limit.ts';
import { openSmtpServer, type SmtpServerOptions } from './smtp/server.ts';
import { openWebhooks } from './webhooks.ts';

export interface SandboxOptions {
  /** The API key that callers must show. */
  readonly key: string;
  /** Key that webhooks are signed with. */
  readonly signingKey: string;
  /** Where webhooks go; nowhere when left out. */
  readonly webhookUrl?: string | undefined;
  /** Folder whose `mailgun.jsonl` keeps mails and events across restarts; in memory alone when left out. */
  readonly folder?: string | undefined;
  /** The only sending domain it knows; any when left out. */
  readonly domain?: string | undefined;
  /** Milliseconds from acceptance to delivery, and to each event after it; 50 unless said. */
  readonly deliverAfterMs?: number;
  /** Mails that it takes in how long; more are refused with 429 and Retry-After. As many as come unless said. */
  readonly rate?: RateLimit | undefined;
  /** Milliseconds before each further try of a webhook. Unless said: Mailgun's patience, made short: 8 tries in 80 s. */
  readonly retryAfterMs?: readonly number[];
  /** A Lob besides; none when left out. */
  readonly lob?: LobOptions | undefined;
  /** It is a Meta too when this is given. */
  readonly meta?: MetaSandboxOptions;
  /** Takes mails by SMTP as well, at this port of 127.0.0.1 (0 for any; `GET /healthz` tells), from whoever logs in so. */
  readonly smtp?: Pick<SmtpServerOptions, 'port' | 'login' | 'tls'> | undefined;
}

/** Mailgun takes messages of 25 MB at most. */
const LIMIT = 25 * 1024 * 1024;
const RETRIES = [200, 500, 1_000, 3_000, 10_000, 25_000, 40_000];

/**
 * A Mailgun, and a Lob and a Meta if asked for, to talk to without them. Listens when told to; `close()` stops deliveries and webhooks.
 *
 * @example
 * const sandbox = await createSandbox({ key: 'key-test', signingKey: 'sign-test', webhookUrl });
 * const url = await sandbox.listen({ port: 0 });
 * const mail = createMailgun({ url, key: 'key-test', domain: 'mg.brand.example' });
 */
export async function createSandbox({ key, signingKey, webhookUrl, folder, domain, deliverAfterMs = 50, retryAfterMs = RETRIES, rate, lob, meta, smtp }: SandboxOptions): Promise<FastifyInstance> {
  const mailbox = openMailbox(folder);
  const webhooks = openWebhooks({ url: webhookUrl, signingKey, retryAfterMs, settled: mailbox.told });
  const delivery = openDelivery({ mailbox, webhooks, deliverAfterMs });

  const app = fastify({ bodyLimit: LIMIT, forceCloseConnections: true });
  await app.register(formbody);
  await app.register(multipart, { limits: { fieldSize: LIMIT, fileSize: LIMIT, fields: 1_000, parts: 1_000 } });
  const faults = faultRoutes(app);
  const smtpServer = smtp && (await openSmtpServer({ mailbox, nextFault: faults.nextSmtp, ...smtp }));
  app.get('/healthz', async () => ({ status: 'ok', mails: mailbox.mails.length, ...(rate ? { refused: mailgun.refused() } : {}), ...(smtpServer ? { smtp: smtpServer.port } : {}) }));
  const mailgun = mailgunRoutes(app, { key, domain, rate, mailbox, delivery, faults });
  mailRoutes(app, mailbox);
  const press = lob && openLob(app, { ...lob, folder, retryAfterMs, faults });
  if (meta) metaRoutes(app, meta);

  app.addHook('onReady', async () => {
    delivery.resume();
    press?.resume();
  });
  app.addHook('onClose', async () => {
    await smtpServer?.close();
    press?.close();
    delivery.close();
    webhooks.close();
    mailbox.close();
  });
  return app;
}
