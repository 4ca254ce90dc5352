import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes.ts';
import { freePort } from './free-port.ts';
import { startGuarded, type GuardedProcess } from './guarded-process.ts';
import type { Screen } from './progress-line.ts';
import { temporalBinary } from './temporal-binary.ts';

/** How long the server may take to answer, in milliseconds: it is up in half a second, in ten on a machine that is busy. */
const PATIENCE = 60_000;

export interface TemporalOptions {
  /** Unless said, a free one. */
  readonly port?: number;
  /** Serves the web UI, on `uiPort` or a free port. */
  readonly ui?: boolean;
  readonly uiPort?: number;
  /** SQLite file that keeps journeys when the server is started again; in memory unless said. */
  readonly database?: string;
  /** File for the server's log; in a temporary folder unless said. */
  readonly log?: string;
  /** Shows progress when the server program has to be fetched first; standard error unless said. */
  readonly screen?: Screen;
}

export interface Temporal {
  /** `host:port` */
  readonly address: string;
  readonly namespace: string;
  readonly uiUrl?: string;
  /** Ends the server, where it is ours. */
  readonly stop: () => Promise<void>;
}

/**
 * A Temporal server to work with: the one of `TEMPORAL_ADDRESS`, else a dev server started here, with the search attributes of journeys.
 *
 * @throws when there is no server program, or it doesn't answer.
 * @example
 * const temporal = await startTemporal({ ui: true });
 */
export async function startTemporal(options: TemporalOptions = {}): Promise<Temporal> {
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) return { address: given, namespace: process.env['TEMPORAL_NAMESPACE'] ?? 'default', stop: async () => {} };
  try {
    return await startServer(options);
  } catch (error) {
    // Of the ports that it takes for itself, another program may have been quicker.
    if (!(error instanceof ServerEnded) || options.port !== undefined) throw error;
    return startServer(options);
  }
}

/** The server ended before it answered. */
class ServerEnded extends Error {}

async function startServer({ port, ui = false, uiPort, database, log, screen }: TemporalOptions): Promise<Temporal> {
  const command = await temporalBinary(screen ? { screen } : {});
  const folder = log ? undefined : await mkdtemp(join(tmpdir(), 'parcours-temporal-'));
  const listen = port ?? (await freePort());
  const uiListen = ui ? (uiPort ?? (await freePort())) : undefined;
  const server = startGuarded({
    name: 'Temporal',
    command,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(listen), '--log-level', 'warn', '--disable-config-file', '--disable-config-env'],
      ...(uiListen ? ['--ui-port', String(uiListen)] : ['--headless']),
      ...(database ? ['--db-filename', database, '--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal'] : []),
      ...SEARCH_ATTRIBUTES.flatMap(({ name }) => ['--search-attribute', `${name}=Keyword`]),
    ],
    log: log ?? join(folder ?? tmpdir(), 'temporal.log'),
    ...(folder ? { folder } : {}),
  });
  const address = `127.0.0.1:${listen}`;
  try {
    await answers(address, server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { address, namespace: 'default', ...(uiListen ? { uiUrl: `http://127.0.0.1:${uiListen}` } : {}), stop: server.stop };
}

async function answers(address: string, server: GuardedProcess): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: 1_000 });
      try {
        await connection.workflowService.describeNamespace({ namespace: 'default' });
        return;
      } finally {
        await connection.close();
      }
    } catch (error) {
      if (!server.running()) throw new ServerEnded(`Expected a Temporal dev server on ${address}, got:\n${server.lastLines().join('\n')}`, { cause: error });
      if (Date.now() > deadline) throw new Error(`Expected the Temporal dev server on ${address} to answer within ${PATIENCE / 1000} s, got:\n${server.lastLines().join('\n')}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
