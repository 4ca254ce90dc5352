import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, dirname } from 'node:path';
import { RetryableError } from '../../errors.ts';
import { writeAtomically } from '../write-atomically.ts';
import type { FileContent, PrintRunDeps } from './print-run-deps.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/**
 * Writes a file of a run, whole or not at all.
 *
 * @throws RetryableError `DiskFull` when there is no room: the run goes on by itself once there is.
 */
export async function writeFile({ write = writeAtomically }: Pick<PrintRunDeps, 'write'>, path: string, content: FileContent): Promise<void> {
  try {
    await write(path, content);
  } catch (error) {
    if (!FULL.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    const size = content instanceof Uint8Array ? ` (${(content.byteLength / 1e6).toFixed(1)} MB)` : '';
    throw new RetryableError('DiskFull', `Expected room in ${dirname(path)} for ${basename(path)}${size}, got a full disk. Make room: the run goes on by itself.`);
  }
}

/** Length and SHA-256 of a file as it lies there. */
export async function measureFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(part);
    bytes += part.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** The same of what is in memory. */
export function measureBytes(content: Uint8Array): { bytes: number; sha256: string } {
  return { bytes: content.byteLength, sha256: createHash('sha256').update(content).digest('hex') };
}
