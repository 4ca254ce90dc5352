import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a program that others wrote, and gives what it says. It throws when the program is missing or complains: `npm test` sees to it that it is there. */
export async function tool(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 ** 2, timeout: 60_000 });
  return stdout;
}

/** Keeps files in a folder while `use` works with them, such as a PDF for those programs. */
export async function inFolder<Result>(files: Readonly<Record<string, Uint8Array>>, use: (path: (name: string) => string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-tool-'));
  try {
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
    return await use((name) => join(folder, name));
  } finally {
    await rm(folder, { recursive: true });
  }
}
