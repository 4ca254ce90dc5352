import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { StackEnvironment } from './environment.ts';

/** Where `parcours dev` keeps its data, in the working directory. */
export const STACK_FOLDER = '.parcours';

const fileIn = (folder: string): string => join(folder, 'stack.env');

/**
 * Leaves a running stack's environment in its folder, so that other commands find it. It holds keys: only its owner may read it.
 *
 * @returns what removes it.
 */
export function writeStackFile(env: StackEnvironment, folder = STACK_FOLDER): () => void {
  mkdirSync(folder, { recursive: true });
  const lines = Object.entries({ ...env, PARCOURS_STACK_PROCESS: String(process.pid) }).map(([name, value]) => `${name}="${value}"`);
  writeFileSync(fileIn(folder), `${lines.join('\n')}\n`, { mode: 0o600 });
  return () => rmSync(fileIn(folder), { force: true });
}

/**
 * Points this process at the stack that `parcours dev` keeps up in this working directory, if it does; what the user has set holds.
 *
 * @returns whether there is such a stack.
 */
export function useRunningStack(folder = STACK_FOLDER, env: NodeJS.ProcessEnv = process.env): boolean {
  if (!existsSync(fileIn(folder))) return false;
  const { PARCOURS_STACK_PROCESS, ...found } = parseEnv(readFileSync(fileIn(folder), 'utf8'));
  if (!isAlive(Number(PARCOURS_STACK_PROCESS))) return false;
  for (const [name, value] of Object.entries(found)) env[name] ??= value;
  return true;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
