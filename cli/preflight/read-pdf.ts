import { readFile, stat } from 'node:fs/promises';
import { LIMITS } from '../../activities/print/preflight/index.ts';

/**
 * Reads a file whole; what is beyond the preflight's own limit is not even read.
 *
 * @throws Error when there is no such file, or it is a folder, or too large.
 */
export async function readPdf(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`Expected a PDF at ${path}, got ${error.code === 'ENOENT' ? 'no such file' : error.message}.`);
  });
  if (!found.isFile()) throw new Error(`Expected a PDF at ${path}, got what is no file. Name the files in it: ${path}/*.pdf`);
  if (found.size > LIMITS.fileBytes) throw new Error(`Expected ${path} to have at most ${LIMITS.fileBytes / 1024 ** 2} MB, got ${Math.ceil(found.size / 1024 ** 2)}. Split it.`);
  return readFile(path);
}
