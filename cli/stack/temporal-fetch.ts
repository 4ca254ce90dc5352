import { chmod, mkdir, mkdtemp, readdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withFileLock } from './file-lock.ts';
import { startGuarded, type GuardedProcess } from './guarded-process.ts';
import { nodeChild } from './node-child.ts';
import { withProgress, type Screen } from './progress-line.ts';

/** The release of Temporal's CLI that is fetched. Later tags carry a `replace` in their go.mod, which `go install` refuses. */
export const TEMPORAL_VERSION = 'v1.5.1';
const GO_PACKAGE = `github.com/temporalio/cli/cmd/temporal@${TEMPORAL_VERSION}`;

/** A download that brings nothing for so long, in milliseconds, is given up. */
const STALLED = 20_000;

export interface FetchOptions {
  /** The file to be made. */
  readonly into: string;
  readonly screen: Screen;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Gets Temporal's CLI: by the download of Temporal's SDK, else, where that is refused and Go is installed, by building it. The file appears
 * whole or not at all, and processes that want it at the same time get one between them.
 *
 * @throws when neither works, with both reasons and what to do.
 */
export async function fetchTemporal({ into, screen, env }: FetchOptions): Promise<void> {
  await mkdir(dirname(into), { recursive: true });
  await withFileLock(`${into}.lock`, async () => {
    if (await stat(into).catch(() => undefined)) return;
    const reasons: string[] = [];
    for (const way of [downloaded, built]) {
      const folder = await mkdtemp(join(dirname(into), 'fetching-'));
      const attempt = await way({ folder, screen, env });
      if (attempt.file !== undefined) {
        await chmod(attempt.file, 0o755);
        await rename(attempt.file, into);
      }
      await attempt.process.stop();
      if (attempt.file !== undefined) return;
      reasons.push(attempt.reason);
      screen.write(`${attempt.reason}\n`);
    }
    throw new Error(
      `Expected a Temporal server, got none: TEMPORAL_ADDRESS is not set, there is no "temporal" on PATH, and it could not be fetched.\n${reasons.map((reason) => `- ${reason}`).join('\n')}\n` +
        `Put Temporal's CLI (release ${TEMPORAL_VERSION} or later) on PATH or at ${into}, install Go, or set TEMPORAL_ADDRESS to a server of your own.`,
    );
  });
}

interface Way {
  /** Its own, removed when its process is stopped. */
  readonly folder: string;
  readonly screen: Screen;
  readonly env: NodeJS.ProcessEnv;
}

type Attempt = { readonly process: GuardedProcess } & ({ readonly file: string } | { readonly file?: undefined; readonly reason: string });

async function downloaded({ folder, screen, env }: Way): Promise<Attempt> {
  const node = nodeChild('cli/stack/download-temporal.ts');
  const child = startGuarded({ name: 'download', command: node.command, args: [...node.args, folder, TEMPORAL_VERSION], env: { ...env, ...node.env }, folder, log: join(folder, 'log'), grace: 1_000 });
  const watching = { stalled: false };
  const watch = watchGrowth(folder, () => {
    watching.stalled = true;
    child.kill('SIGKILL');
  });
  const { code } = await withProgress(`Downloading the Temporal server ${TEMPORAL_VERSION}, this once; it stays in the cache`, child.ended, screen);
  clearInterval(watch);
  const file = (await readdir(folder)).find((name) => name.startsWith('temporal'));
  if (code === 0 && file) return { process: child, file: join(folder, file) };
  const said = child.lastLines().find((line) => line.startsWith('reason: '))?.slice('reason: '.length);
  const reason = watching.stalled ? `nothing came for ${STALLED / 1_000} s` : (said?.split(': ').at(-1) ?? child.lastLines().at(-1) ?? `it ended with code ${code}`);
  return { process: child, reason: `The Temporal server can't be downloaded here: ${reason}.` };
}

async function built({ folder, screen, env }: Way): Promise<Attempt> {
  const child = startGuarded({ name: 'go', command: 'go', args: ['install', GO_PACKAGE], env: { ...env, GOBIN: folder }, folder, log: join(folder, 'log'), grace: 1_000 });
  const what = `Building the Temporal server ${TEMPORAL_VERSION} from source with Go, this once: a large program, it takes 3 to 5 minutes on two cores; it stays in the cache`;
  const { code } = await (child.running() ? withProgress(what, child.ended, screen) : child.ended);
  const file = join(folder, 'temporal');
  if (code === 0 && (await stat(file).catch(() => undefined))) return { process: child, file };
  if (child.pid === -1) return { process: child, reason: "It can't be built here: Go is not installed." };
  return { process: child, reason: `It can't be built here: go install ${GO_PACKAGE} ended with code ${code}:\n${child.lastLines().slice(-8).join('\n')}` };
}

/** Calls back if no file in the folder has grown for too long. */
function watchGrowth(folder: string, stalled: () => void): NodeJS.Timeout {
  let last = { size: -1, at: Date.now() };
  const look = async (): Promise<void> => {
    const size = await sizeOf(folder);
    if (size !== last.size) last = { size, at: Date.now() };
    else if (Date.now() - last.at > STALLED) stalled();
  };
  return setInterval(() => void look(), 1_000);
}

/** Bytes of the files in a folder; a file that goes meanwhile counts nothing. */
async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(files.map((file) => stat(join(folder, file)).then(({ size }) => size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}
