import { open, readFile, rm, stat } from 'node:fs/promises';

const LOOK_EVERY = 500;
/** A lock without a process id yet is being written; one that stays so was left by a crash. */
const WRITING = 10_000;

/**
 * Does `work` while no other process of this machine does anything under the same lock; waits for its turn. A lock whose owner has died is
 * taken over.
 */
export async function withFileLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  while (!(await take(file))) {
    if (await isAbandoned(file)) await rm(file, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isAbandoned(file: string): Promise<boolean> {
  try {
    const owner = Number(await readFile(file, 'utf8'));
    if (!owner) return Date.now() - (await stat(file)).mtimeMs > WRITING;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    // No such process, or no such file any more; a process of somebody else's (EPERM) is alive.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
