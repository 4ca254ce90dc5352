import { Worker } from 'node:worker_threads';

/** How long a path may keep the thread before it counts as lost. A turn of the simulation takes milliseconds. */
const PATIENCE = 20_000;

/**
 * Watches over a simulation from another thread: a path that loops without a word to its journey would never come back, so nothing here could
 * stop it. The process then ends with the scenario's file and line.
 *
 * @returns what to call now and then while all is well, and at the end.
 */
export function watchdog(patience = PATIENCE): { alive(): void; stop(): Promise<number> } {
  const turns = new SharedArrayBuffer(4);
  const counter = new Int32Array(turns);
  const thread = new Worker(new URL('watchdog-thread.js', import.meta.url), { workerData: { turns, patience }, execArgv: [] });
  thread.unref();
  return { alive: () => void Atomics.add(counter, 0, 1), stop: () => thread.terminate() };
}
