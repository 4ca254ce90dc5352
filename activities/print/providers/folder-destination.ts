import { constants, createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { RetryableError } from '../../errors.ts';
import { flushFolder } from '../write-atomically.ts';
import type { Destination } from './destination.ts';

/** Never emptied first: an earlier attempt may still be writing the same bytes. */
const WRITE_OR_CREATE = constants.O_WRONLY | constants.O_CREAT;

/** A job's folder on a disk that this machine sees. Its parent has to be there. */
export function folderDestination(folder: string): Destination {
  const path = (name: string): string => join(folder, name);
  return {
    reference: folder,
    prepare: () =>
      ask(dirname(folder), async () => {
        await mkdir(folder).catch(unless('EEXIST'));
        await flush(dirname(folder));
      }),
    size: (name) => ask(path(name), async () => (await stat(path(name)).catch(unless('ENOENT')))?.size),
    names: () => ask(folder, () => readdir(folder)),
    async *read(name) {
      try {
        yield* createReadStream(path(name)) as AsyncIterable<Buffer>;
      } catch (error) {
        throw fromFileSystem(error, path(name));
      }
    },
    async write(name, content, from) {
      const file = await ask(path(name), () => open(path(name), WRITE_OR_CREATE));
      try {
        let at = from;
        for await (const chunk of content) {
          await ask(path(name), () => writeAll(file, chunk, at));
          at += chunk.length;
        }
        // A network drive may tell only now that it is full.
        await ask(path(name), () => file.sync());
      } finally {
        await file.close();
      }
    },
    rename: (from, to) =>
      ask(path(to), async () => {
        // The file system's rename replaces; only we write here, so looking first is enough.
        if (await stat(path(to)).catch(unless('ENOENT'))) throw Object.assign(new Error(`${basename(to)} is there already`), { code: 'EEXIST' });
        await rename(path(from), path(to));
        await flush(folder);
      }),
    remove: (name) => ask(path(name), () => rm(path(name), { force: true })),
  };
}

/** A disk that is filling up may take a part of a chunk before it takes no more. */
async function writeAll(file: FileHandle, chunk: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < chunk.length; ) done += (await file.write(chunk, done, chunk.length - done, at + done)).bytesWritten;
}

/** Network drives can't always flush a folder. */
async function flush(folder: string): Promise<void> {
  await flushFolder(folder).catch(unless('EINVAL', 'EISDIR', 'ENOTSUP', 'EPERM', 'EBADF'));
}

function unless(...codes: string[]): (error: NodeJS.ErrnoException) => undefined {
  return (error) => {
    if (!codes.includes(error.code ?? '')) throw error;
    return undefined;
  };
}

async function ask<Answer>(path: string, request: () => Promise<Answer>): Promise<Answer> {
  try {
    return await request();
  } catch (error) {
    throw fromFileSystem(error, path);
  }
}

const ADVICE: Readonly<Record<string, readonly [type: string, advice: string]>> = {
  ENOSPC: ['PrinterDiskFull', 'Make room there; the job goes on where it stopped.'],
  EDQUOT: ['PrinterDiskFull', 'Raise the quota or make room there; the job goes on where it stopped.'],
  EACCES: ['PrinterForbids', 'Let the user that runs the worker write there.'],
  EPERM: ['PrinterForbids', 'Let the user that runs the worker write there.'],
  EROFS: ['PrinterForbids', 'Mount it so that it can be written to.'],
  ENOENT: ['PrinterFolderMissing', 'Check PRINT_FOLDER, and that its disk is mounted.'],
  ENOTDIR: ['PrinterFolderMissing', 'Check PRINT_FOLDER: something on its way is a file.'],
};

/** Nothing about a folder is the job's fault: an operator mends it, and the job goes on. */
function fromFileSystem(error: unknown, path: string): RetryableError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const [type, advice] = ADVICE[code] ?? ['PrinterTrouble', 'Trying again later.'];
  return new RetryableError(type, `Expected to reach ${path}, got ${code || message}. ${advice}`);
}
