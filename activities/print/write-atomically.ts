import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: under another name beside it, to the disk, then renamed over it. A reader, or a process after a crash,
 * finds the file before or the file after, never a part.
 *
 * @throws the file system's error, such as a full disk; the file is then as it was.
 */
export async function writeAtomically(path: string, content: Uint8Array | string | AsyncIterable<string>): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeToDisk(draft, content);
    await rename(draft, path);
    await flush(folder);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeToDisk(path: string, content: Uint8Array | string | AsyncIterable<string>): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await writeFile(file, content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The new name itself is on the disk once its folder is. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
