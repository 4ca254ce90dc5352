import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Lines kept in memory, to be shown when the process dies. */
const LAST_LINES = 30;

export interface GuardedOptions {
  /** What it is called in messages. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** The account it runs as, when this process is root and that one must not be. */
  readonly account?: { readonly uid: number; readonly gid: number };
  /** File that gets all it prints. */
  readonly log: string;
  /** Asks it to end; `SIGTERM` unless said. */
  readonly stopSignal?: 'SIGINT' | 'SIGTERM';
  /** How long it may take to end before it is killed, in milliseconds; 10,000 unless said. */
  readonly grace?: number;
  /** Removed with the process. */
  readonly folder?: string;
}

export interface GuardedProcess {
  readonly pid: number;
  /** Settles when it has ended, however it did. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  readonly running: () => boolean;
  /** What it printed last. */
  readonly lastLines: () => readonly string[];
  /** Calls back with each line from now on. */
  readonly onLine: (listener: (line: string) => void) => void;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Ends it and removes its folder; harmless when it has ended. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a process that can't outlive this one: however this process ends, even by SIGKILL, a small shell that waits on a pipe from it
 * ends the other and removes its folder. The process has a process group of its own, so that a Ctrl-C in the terminal reaches only
 * us and we stop things in order.
 */
export function startGuarded({ name, command, args, env, account, log, stopSignal = 'SIGTERM', grace = 10_000, folder }: GuardedOptions): GuardedProcess {
  mkdirSync(dirname(log), { recursive: true });
  const child = spawn(command, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], ...(env ? { env } : {}), ...account });
  const lines: string[] = [];
  const listeners: ((line: string) => void)[] = [];
  const file = createWriteStream(log, { flags: 'a' });
  const read = (line: string): void => {
    lines.push(line);
    if (lines.length > LAST_LINES) lines.shift();
    file.write(`${line}\n`);
    for (const listener of listeners) listener(line);
  };
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', read);

  const guard = child.pid === undefined ? undefined : startGuard({ pid: child.pid, signal: stopSignal, folder });
  let running = child.pid !== undefined;
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('error', (error) => read(`${name} could not be started: ${error.message}`));
    child.once('close', (code, signal) => {
      running = false;
      guard?.stdin?.write('ended\n');
      file.end(() => resolve({ code, signal }));
    });
  });

  return {
    pid: child.pid ?? -1,
    ended,
    running: () => running,
    lastLines: () => lines,
    onLine: (listener) => listeners.push(listener),
    kill: (signal) => child.kill(signal),
    stop: async () => {
      if (running) {
        child.kill(stopSignal);
        const killer = setTimeout(() => child.kill('SIGKILL'), grace);
        await ended;
        clearTimeout(killer);
      }
      if (folder) await rm(folder, { recursive: true, force: true });
      guard?.stdin?.end('done\n');
    },
  };
}

const GUARD = fileURLToPath(new URL('guard.sh', import.meta.url));

function startGuard({ pid, signal, folder }: { pid: number; signal: NodeJS.Signals; folder: string | undefined }): ChildProcess {
  const guard = spawn('sh', [GUARD, String(pid), signal.slice('SIG'.length), folder ?? ''], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  // Killed from outside, or written to after its end: nothing to guard any more.
  guard.stdin.on('error', () => {});
  return guard;
}
