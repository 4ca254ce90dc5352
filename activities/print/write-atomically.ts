import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

type Content = Uint8Array | string | AsyncIterable<string>;

/**
 * Writes a file whole or not at all: under another name beside it, to the disk, then renamed over it. A reader, or a process after a crash,
 * finds the file before or the file after, never a part.
 *
 * @throws the file system's error, such as a full disk; the file is then as it was.
 */
export async function writeAtomically(path: string, content: Content): Promise<void> {
  await byDraft(path, content, (draft) => rename(draft, path));
}

/**
 * Writes a file whole, unless there is one already: of several that try at the same time, one succeeds.
 *
 * @returns whether it did.
 * @throws the file system's error, such as a full disk.
 */
export async function createAtomically(path: string, content: Uint8Array | string): Promise<boolean> {
  try {
    await byDraft(path, content, async (draft) => {
      await link(draft, path);
      await rm(draft);
    });
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!WITHOUT_LINKS.includes(code)) throw error;
  }
  if (await stat(path).catch(() => undefined)) return false;
  await writeAtomically(path, content);
  return true;
}

/** Some network drives know no hard links: there, two that try in the same millisecond may both succeed. */
const WITHOUT_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

async function byDraft(path: string, content: Content, name: (draft: string) => Promise<void>): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeToDisk(draft, content);
    await name(draft);
    await flushFolder(folder);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeToDisk(path: string, content: Content): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await writeFile(file, content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The new name itself is on the disk once its folder is. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
