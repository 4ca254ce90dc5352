import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import type { MailProvider } from '../activities/email/mail-provider.ts';
import { createMailgun } from '../activities/email/mailgun.ts';
import { messageIdOf } from '../activities/email/message-id.ts';
import { renderEmail } from '../activities/email/render-email.ts';
import { createService, freePort, startPostgres, startTemporal } from '../cli/stack/index.ts';
import { ensureSearchAttributes } from '../client/index.ts';
import { content } from '../scenarios/boiler-renewal/content.ts';
import { messages } from '../scenarios/boiler-renewal/messages/index.ts';
import type { AnyMessage, EmailMessage } from '../scenarios/content/index.ts';
import { connectStore } from '../store/connect.ts';
import { migrate } from '../store/migrate.ts';
import { bundleWorkflows } from '../worker/create-worker.ts';
import type { PlainActivities } from './plain-journey.ts';

/** Settings of both workers: equal, so that only what they run differs. */
const WORKER = {
  maxCachedWorkflows: 1_000,
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentActivityTaskExecutions: 100,
  maxConcurrentLocalActivityExecutions: 100,
} as const satisfies Partial<WorkerOptions>;

const MAIL = { key: 'key-bench', domain: 'mail.bellebraise.example' };

export type MeasuredStack = Awaited<ReturnType<typeof startMeasuredStack>>;

/** Told when an activity of a journey has answered, so that the person's response can follow. */
export type OnActivity = (journeyId: string, activity: string) => void;

/** Postgres, Temporal and the sandbox as processes of their own; the worker of whichever side is measured in this one. */
export async function startMeasuredStack(onActivity: OnActivity) {
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const logs = resolve('out/logs');
  await mkdir(logs, { recursive: true });
  const postgres = await startPostgres({ log: join(logs, 'bench-postgres.log') });
  const temporal = await startTemporal({ log: join(logs, 'bench-temporal.log') });
  const sandboxPort = await freePort();
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  const env = { ...process.env, SANDBOX_PORT: String(sandboxPort), MAILGUN_API_KEY: MAIL.key, MAILGUN_SIGNING_KEY: 'signing', MAILGUN_DOMAIN: MAIL.domain };
  const sandbox = createService({ name: 'sandbox', file: 'sandbox/main.ts', env, log: join(logs, 'bench-sandbox.log'), ready: { url: `${sandboxUrl}/healthz` } });
  await sandbox.start();

  const store = connectStore({ url: postgres.url });
  await migrate(store);
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection });
  await ensureSearchAttributes(connection, 'default');
  const native = await NativeConnection.connect({ address: temporal.address });
  const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  // A bundle each: neither side pays for loading the other's modules.
  const bundles = { product: await bundleWorkflows(file('./workflows.ts')), plain: await bundleWorkflows(file('./plain-journey.ts')) };
  const worker = (taskQueue: keyof typeof bundles, activities: object) =>
    Worker.create({ ...WORKER, connection: native, namespace: 'default', workflowBundle: bundles[taskQueue], taskQueue, activities });

  const mail = createMailgun({ url: sandboxUrl, ...MAIL, timeoutMs: 15_000 });
  const product = createActivities({
    ...{ store, client, taskQueue: 'product', contentOf: () => content, publicUrl: 'http://127.0.0.1:9', from: 'Bellebraise <bonjour@mail.bellebraise.example>', out: 'out/bench' },
    ...{ domain: MAIL.domain, lease: 20_000, mail },
  });
  const plain = plainActivities(mail);
  return {
    store,
    client,
    productWorker: () => worker('product', telling(product, onActivity)),
    plainWorker: () => worker('plain', telling(plain, onActivity)),
    stop: async () => {
      await native.close();
      await connection.close();
      await store.destroy();
      await sandbox.stop();
      await temporal.stop();
      await postgres.stop();
    },
  };
}

/**
 * What a hand-written workflow does at the least: both sides hand their mails to the same provider, since that is the work itself; here the
 * mail is written beforehand, nothing is decided, and nothing recorded. The postcard is only said to be sent.
 */
function plainActivities(provider: MailProvider): PlainActivities {
  const person = { title: 'Mme', firstName: 'Jeanne', lastName: 'Martin' };
  const links = { appointment: 'http://127.0.0.1:9/c/A', voucher: 'http://127.0.0.1:9/c/B', follow: 'http://127.0.0.1:9/c/C' };
  const written = (name: 'thank-you' | 'follow-us') => {
    const message = messages[name] as AnyMessage as EmailMessage<'email', object>;
    return renderEmail({ name, message, context: { props: message.sample, person, locale: 'fr-FR', links, unsubscribe: 'http://127.0.0.1:9/u/D' } });
  };
  const sending = (name: 'thank-you' | 'follow-us') => {
    const parts = written(name);
    return async (journey: string) => {
      const touch = `${journey}/${name}/1`;
      await provider.send({ ...parts, touch, messageId: messageIdOf(touch, MAIL.domain), from: `Bellebraise <bonjour@${MAIL.domain}>`, to: 'someone@bench.example', headers: {}, tags: [name] });
    };
  };
  return { sendPostcard: async () => {}, sendEmail: sending('thank-you'), inviteToFollow: sending('follow-us') };
}

/** The same activities, which say when they have answered. */
function telling(activities: object, onActivity: OnActivity): object {
  const told = (name: string, work: (input: string | { journeyId: string }) => Promise<unknown>) => async (input: string | { journeyId: string }) => {
    const result = await work(input);
    const id = typeof input === 'string' ? input : input.journeyId;
    if (id) onActivity(id, name);
    return result;
  };
  return Object.fromEntries(Object.entries(activities).map(([name, work]) => [name, told(name, work as (input: string | { journeyId: string }) => Promise<unknown>)]));
}
