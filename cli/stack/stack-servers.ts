import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { connectStore } from '../../store/connect.ts';
import { migrate } from '../../store/migrate.ts';
import { choosePort } from './free-port.ts';
import { startPostgres } from './postgres.ts';
import type { StackOptions } from './start-stack.ts';
import { startTemporal, type Temporal } from './temporal-server.ts';

/** What ends what was started, to be called from the last to the first. */
export type Stops = (() => Promise<void>)[];

type Part = StackOptions & { readonly logs: string; readonly stops: Stops };


/** The stack's database, migrated. */
export async function startDatabase({ logs, stops, ...options }: Part): Promise<{ url: string; schema?: string }> {
  const schema = options.database?.schema ?? process.env['DATABASE_SCHEMA'];
  const postgres = options.database
    ? { url: options.database.url, stop: async () => {} }
    : await startPostgres({ log: join(logs, 'postgres.log'), ...(options.folder ? { folder: join(options.folder, 'postgres') } : {}) });
  stops.push(postgres.stop);
  const store = connectStore({ url: postgres.url, connections: 1, ...(schema ? { schema } : {}) });
  try {
    await migrate(store, schema);
  } finally {
    await store.destroy();
  }
  return { url: postgres.url, ...(schema ? { schema } : {}) };
}

type TemporalHere = Pick<Temporal, 'address' | 'namespace' | 'uiUrl'> & { ours: boolean; stop: () => Promise<void>; start: () => Promise<void> };

/** The stack's Temporal: given, the environment's, or one of its own. */
export async function startTemporalHere({ logs, stops, ...options }: Part): Promise<TemporalHere> {
  if (options.temporal) {
    const notOurs = async (): Promise<void> => {
      throw new Error('Expected a Temporal that this stack started, got one that was given to it: it can\'t be stopped from here.');
    };
    return { ...options.temporal, ours: true, stop: notOurs, start: notOurs };
  }
  const database = await journeysFile({ ...options, logs, stops });
  const settings = {
    ...{ ui: options.ui ?? false, log: join(logs, 'temporal.log'), port: await choosePort(options.ports?.temporal) },
    ...(options.ui ? { uiPort: await choosePort(options.ports?.temporalUi) } : {}),
    ...(database ? { database } : {}),
    ...(options.screen ? { screen: options.screen } : {}),
  };
  let running = await startTemporal(settings);
  stops.push(() => running.stop());
  const restart = async (): Promise<void> => {
    running = await startTemporal(settings);
  };
  return { ...running, ours: !process.env['TEMPORAL_ADDRESS'], stop: () => running.stop(), start: restart };
}

async function journeysFile({ stops, ...options }: Part): Promise<string | undefined> {
  if (options.folder) {
    await mkdir(options.folder, { recursive: true });
    return resolve(options.folder, 'temporal.sqlite');
  }
  if (!options.keepJourneys) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'parcours-journeys-'));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'temporal.sqlite');
}
