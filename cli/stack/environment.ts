import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';

export interface EnvironmentOptions {
  readonly databaseUrl: string;
  /** `public` unless said. */
  readonly schema?: string;
  readonly temporal: { readonly address: string; readonly namespace: string; /** Of its web UI. */ readonly uiUrl?: string; /** Whether we started it: nothing else that the user set for Temporal holds then. */ readonly ours: boolean };
  readonly trackerPort: number;
  readonly sandboxPort: number;
  /** Where the dashboard is served. */
  readonly dashboardPort?: number;
  /** The tracker's address as people see it; 127.0.0.1 with its port unless said. */
  readonly publicUrl?: string;
  /** Folder for PDFs, manifests and logs. */
  readonly out: string;
  /** What the user has set; the process's own unless said. */
  readonly given?: NodeJS.ProcessEnv;
}

/** What a stack's processes are told, each by its name in the environment. */
export type StackEnvironment = Readonly<Record<string, string>>;

/** How a user points at Temporal; none of it may leak to a server of ours. */
const POINTS_AT_TEMPORAL = /^TEMPORAL_(?!ADDRESS$|NAMESPACE$|CONFIG_FILE$)/;

/**
 * The environment of all processes of a stack, with keys made for it; `PARCOURS_API_KEY` is kept where the user has set one. Mail and
 * mailpieces for Lob go to the sandbox.
 *
 * @example
 * const env = stackEnvironment({ databaseUrl, temporal, trackerPort: 8080, sandboxPort: 8025, out: 'out' });
 */
export function stackEnvironment(options: EnvironmentOptions): StackEnvironment {
  const { databaseUrl, schema = 'public', temporal, trackerPort, sandboxPort, out, given = process.env } = options;
  const tracker = `http://127.0.0.1:${trackerPort}`;
  return {
    // React's development build renders pages and mails at a third of the speed.
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    DATABASE_SCHEMA: schema,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    // A file that is not there counts as none; an empty one, such as /dev/null, makes envconfig fail.
    ...(temporal.ours ? { TEMPORAL_CONFIG_FILE: join(resolve(out), 'no-temporal.toml') } : {}),
    PARCOURS_TASK_QUEUE: given['PARCOURS_TASK_QUEUE'] || 'parcours',
    PARCOURS_PUBLIC_URL: options.publicUrl ?? tracker,
    PARCOURS_API_KEY: given['PARCOURS_API_KEY'] || randomKey(),
    PARCOURS_OUT: resolve(out),
    TRACKER_HOST: '127.0.0.1',
    TRACKER_PORT: String(trackerPort),
    ...(options.dashboardPort === undefined ? {} : { DASHBOARD_HOST: '127.0.0.1', DASHBOARD_PORT: String(options.dashboardPort), DASHBOARD_URL: `http://127.0.0.1:${options.dashboardPort}` }),
    ...(temporal.uiUrl === undefined ? {} : { TEMPORAL_UI_URL: temporal.uiUrl }),
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_WEBHOOK_URL: `${tracker}/hooks/mailgun`,
    MAILGUN_URL: `http://127.0.0.1:${sandboxPort}`,
    MAILGUN_API_KEY: randomKey(),
    MAILGUN_SIGNING_KEY: randomKey(),
    MAILGUN_DOMAIN: 'mail.bellebraise.example',
    // The sandbox tells of a mail as soon as it has it.
    MAILGUN_LOOK_UP_AFTER_MS: '1000',
    META_URL: `http://127.0.0.1:${sandboxPort}`,
    META_ACCESS_TOKEN: randomKey(),
    META_APP_SECRET: randomKey(),
    META_VERIFY_TOKEN: randomKey(),
    META_AUDIENCES: 'montcanel-away=120330000012345',
    META_SYNC_EVERY_MS: '60000',
    SANDBOX_META_WEBHOOK_URL: `${tracker}/hooks/meta`,
    MAIL_FROM: 'Bellebraise <bonjour@mail.bellebraise.example>',
    SANDBOX_LOB_WEBHOOK_URL: `${tracker}/hooks/lob`,
    LOB_URL: `http://127.0.0.1:${sandboxPort}`,
    LOB_API_KEY: `test_${randomKey()}`,
    LOB_WEBHOOK_SECRET: randomKey(),
    // Lob takes return addresses in the States only.
    LOB_FROM: JSON.stringify({ name: 'Bellebraise', address_line1: '185 Berry St', address_city: 'San Francisco', address_state: 'CA', address_zip: '94107' }),
  };
}

/** The whole environment of a child: what the user has set, less what would point it elsewhere, and the stack's own. */
export function childEnvironment(env: StackEnvironment, given: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const ours = 'TEMPORAL_CONFIG_FILE' in env;
  const kept = Object.entries(given).filter(([name]) => !(ours && POINTS_AT_TEMPORAL.test(name)));
  return { ...Object.fromEntries(kept), ...env };
}

function randomKey(): string {
  return randomBytes(24).toString('hex');
}
