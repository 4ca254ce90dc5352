import { startGuarded, type GuardedProcess } from './guarded-process.ts';
import { nodeChild } from './node-child.ts';

/** How long a process may take until it is ready, in milliseconds; the worker bundles its workflows, on a busy machine a matter of ten seconds. */
const PATIENCE = 120_000;
const LOOK_EVERY = 100;

export interface ServiceOptions {
  readonly name: string;
  /** TypeScript file to run, relative to the repository's root. */
  readonly file: string;
  readonly env: NodeJS.ProcessEnv;
  /** File that gets what it prints, each time it is started. */
  readonly log: string;
  /** It is ready when it prints a line with this, or when this address answers. */
  readonly ready: { readonly line: string } | { readonly url: string };
  /** Told when it ends though nobody asked it to, with its last lines. */
  readonly onDeath?: (message: string) => void;
}

/** A process of the stack that may be stopped, killed and started again. */
export interface Service {
  readonly name: string;
  readonly log: string;
  readonly pid: () => number | undefined;
  readonly running: () => boolean;
  /** Settles when it is ready. @throws with its last lines when it dies first, or takes too long. */
  readonly start: () => Promise<void>;
  /** Asks it to end, kills it after 10 s, settles when it has ended. */
  readonly stop: () => Promise<void>;
  /** Sends a signal that ends it, and settles when it has ended. */
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
}

/**
 * One of our own processes, run by tsx.
 *
 * @example
 * const worker = createService({ name: 'worker', file: 'worker/main.ts', env, log: 'out/logs/worker.log', ready: { line: 'worker ready' } });
 * await worker.start();
 * await worker.kill('SIGKILL');
 * await worker.start();
 */
export function createService({ name, file, env, log, ready, onDeath }: ServiceOptions): Service {
  let child: GuardedProcess | undefined;
  let expected = false;

  const start = async (): Promise<void> => {
    if (child?.running()) throw new Error(`Expected ${name} to be stopped before it is started, got one that runs as process ${child.pid}.`);
    expected = false;
    const node = nodeChild(file);
    const started = startGuarded({ name, ...node, env: { ...env, ...node.env }, log });
    child = started;
    const becameReady = 'line' in ready ? printed(started, ready.line) : answers(started, ready.url);
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Expected ${name} to be ready within ${PATIENCE / 1_000} s, got:\n${tail(started)}`)), PATIENCE);
    });
    const died = started.ended.then(({ code, signal }) => {
      throw new Error(`Expected ${name} to become ready, got its end (${signal ?? `code ${code}`}):\n${tail(started)}\nThe whole log: ${log}`);
    });
    try {
      await Promise.race([becameReady, died, tooLate]);
    } catch (error) {
      await started.stop();
      throw error;
    } finally {
      clearTimeout(timer);
      died.catch(() => {});
    }
    void started.ended.then(({ code, signal }) => {
      if (!expected) onDeath?.(`${name} ended by itself (${signal ?? `code ${code}`}). Its last lines, of ${log}:\n${tail(started)}`);
    });
  };

  return {
    name,
    log,
    pid: () => (child?.running() ? child.pid : undefined),
    running: () => child?.running() ?? false,
    start,
    stop: async () => {
      expected = true;
      await child?.stop();
    },
    kill: async (signal) => {
      expected = true;
      child?.kill(signal);
      await child?.ended;
      await child?.stop();
    },
  };
}

function printed(child: GuardedProcess, text: string): Promise<void> {
  return new Promise((resolve) => child.onLine((line) => line.includes(text) && resolve()));
}

async function answers(child: GuardedProcess, url: string): Promise<void> {
  while (child.running()) {
    const answered = await fetch(url).then((response) => response.ok, () => false);
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  // It has died: the race is decided by that.
  await new Promise(() => {});
}

function tail(child: GuardedProcess): string {
  return child.lastLines().map((line) => `  ${line}`).join('\n') || '  (it printed nothing)';
}
