import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeChild } from '../../cli/stack/node-child.ts';
import type { Measured } from './printer.ts';

/** Long runs, and the most memory that was seen from outside while they went on, bytes; undefined where there is no /proc. */
export interface LongRuns {
  readonly runs: readonly Measured[];
  readonly seen: number | undefined;
}

/** Prints runs of so many pieces in one process of its own, watched from here; what it wrote is removed. */
export async function longRuns(counts: readonly number[]): Promise<LongRuns> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-bench-print-'));
  const { command, args, env } = nodeChild('bench/print/printer.ts');
  const printer = spawn(command, [...args, folder, ...counts.map(String)], { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const runs: Measured[] = [];
  let seen: number | undefined;
  printer.on('message', (run) => runs.push(run as Measured));
  const watch = setInterval(() => void residentMemory(printer.pid!).then((bytes) => (seen = bytes === undefined ? seen : Math.max(seen ?? 0, bytes))), 100);
  try {
    await new Promise<void>((resolve, reject) => {
      printer.once('error', reject);
      printer.once('exit', (code, signal) => (code === 0 ? resolve() : reject(new Error(`Expected the printing process to end well, got ${signal ?? `exit code ${code}`}.`))));
    });
    return { runs, seen };
  } finally {
    clearInterval(watch);
    printer.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function residentMemory(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1_024;
}
