import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { childEnvironment, stackEnvironment, type StackEnvironment } from './environment.ts';
import { choosePort } from './free-port.ts';
import { stopOnSignals } from './interruption.ts';
import { letIn } from './let-in.ts';
import { createService, type Service } from './processes.ts';
import type { Screen } from './progress-line.ts';
import { registerSearchAttributes } from './register-search-attributes.ts';
import { startDatabase, startTemporalHere, type Stops } from './stack-servers.ts';

export interface StackOptions {
  /** Keeps the database and the journeys between runs; temporary, removed at the end, unless said. */
  readonly folder?: string;
  /** For PDFs, manifests and `logs/`; `out` unless said. */
  readonly out?: string;
  /** A PostgreSQL that runs already, such as a test's own schema; one is started unless said. */
  readonly database?: { readonly url: string; readonly schema?: string };
  /** A Temporal that runs already; one is started unless said. */
  readonly temporal?: { readonly address: string; readonly namespace: string };
  /** Lets a Temporal started here be stopped and started again with its journeys; implied by `folder`. */
  readonly keepJourneys?: boolean;
  /** Serves Temporal's web UI. */
  readonly ui?: boolean;
  /** Serves the dashboard, and lets this operator in with a password that is made for them. */
  readonly dashboard?: { readonly operator: string };
  /** Taken where they are free; others otherwise. */
  readonly ports?: { readonly tracker?: number; readonly sandbox?: number; readonly dashboard?: number; readonly temporal?: number; readonly temporalUi?: number };
  /** The tracker's address as people see it. */
  readonly publicUrl?: string;
  /** More for the environment of the processes. */
  readonly extraEnv?: Readonly<Record<string, string>>;
  /** Ctrl-C and SIGTERM stop everything in order and end this process. */
  readonly stopOnSignals?: boolean;
  /** Told when one of the processes ends by itself. */
  readonly onDeath?: (message: string) => void;
  readonly screen?: Screen;
}

export interface Stack {
  /** Of all its processes; `Object.assign(process.env, stack.env)` lets this one talk to the stack too. */
  readonly env: StackEnvironment;
  readonly addresses: { readonly database: string; readonly temporal: string; readonly temporalUi?: string; readonly tracker: string; readonly sandbox: string; readonly dashboard?: string };
  /** Who may sign in to the dashboard, where it is served. */
  readonly operator?: { readonly name: string; readonly password: string };
  readonly processes: {
    readonly worker: Service;
    readonly tracker: Service;
    readonly sandbox: Service;
    readonly dashboard?: Service;
    /** Stopped and started on the same port; its journeys survive with `folder` or `keepJourneys`. */
    readonly temporal: { readonly stop: () => Promise<void>; readonly start: () => Promise<void> };
  };
  /** Ends all, in order: what uses before what is used. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts all that a campaign runs on: PostgreSQL, migrated, Temporal, the worker, the tracker and the sandbox; and the dashboard where it is asked for.
 *
 * @throws when any of them doesn't start; those that did are stopped.
 * @example
 * const stack = await startStack({ ui: true, stopOnSignals: true });
 * await stack.processes.worker.kill('SIGKILL');
 * await stack.processes.worker.start();
 * await stack.stop();
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const out = resolve(options.out ?? 'out');
  const logs = join(out, 'logs');
  await rm(logs, { recursive: true, force: true });
  await mkdir(logs, { recursive: true });

  const stops: Stops = [];
  const stop = async (): Promise<void> => {
    for (let last = stops.pop(); last; last = stops.pop()) await last();
  };
  const forget = options.stopOnSignals ? stopOnSignals(stop) : () => {};
  stops.push(async () => forget());
  try {
    return await start({ options, out, logs, stops, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Starting {
  readonly options: StackOptions;
  readonly out: string;
  readonly logs: string;
  readonly stops: Stops;
  readonly stop: () => Promise<void>;
}

async function start({ options, out, logs, stops, stop }: Starting): Promise<Stack> {
  const database = await startDatabase({ ...options, logs, stops });
  const temporal = await startTemporalHere({ ...options, logs, stops });
  const trackerPort = await choosePort(options.ports?.tracker);
  const sandboxPort = await choosePort(options.ports?.sandbox);
  const dashboardPort = options.dashboard && (await choosePort(options.ports?.dashboard));
  const env = {
    ...stackEnvironment({
      ...{ databaseUrl: database.url, temporal, trackerPort, sandboxPort, out },
      ...(database.schema ? { schema: database.schema } : {}),
      ...(options.publicUrl ? { publicUrl: options.publicUrl } : {}),
      ...(dashboardPort === undefined ? {} : { dashboardPort }),
    }),
    ...options.extraEnv,
  };
  const addresses = {
    ...{ database: database.url, temporal: temporal.address, tracker: `http://127.0.0.1:${trackerPort}`, sandbox: `http://127.0.0.1:${sandboxPort}` },
    ...(temporal.uiUrl ? { temporalUi: temporal.uiUrl } : {}),
    ...(dashboardPort === undefined ? {} : { dashboard: `http://127.0.0.1:${dashboardPort}` }),
  };
  await registerSearchAttributes(childEnvironment(env));

  const service = (name: 'worker' | 'tracker' | 'sandbox' | 'dashboard', ready: { line: string } | { url: string }): Service =>
    createService({ name, file: `${name}/main.ts`, env: childEnvironment(env), log: join(logs, `${name}.log`), ready, ...(options.onDeath ? { onDeath: options.onDeath } : {}) });
  const worker = service('worker', { line: 'worker ready' });
  const tracker = service('tracker', { url: `${addresses.tracker}/healthz` });
  const sandbox = service('sandbox', { url: `${addresses.sandbox}/healthz` });
  const dashboard = addresses.dashboard === undefined ? undefined : service('dashboard', { url: `${addresses.dashboard}/healthz` });
  stops.push(async () => {
    await Promise.all([dashboard?.stop(), tracker.stop(), worker.stop()]);
    await sandbox.stop();
  });
  const operator = options.dashboard && (await letIn(database, options.dashboard.operator));
  await Promise.all([sandbox.start(), tracker.start(), worker.start(), dashboard?.start()]);
  return { env, addresses, ...(operator ? { operator } : {}), processes: { worker, tracker, sandbox, ...(dashboard ? { dashboard } : {}), temporal }, stop };
}
