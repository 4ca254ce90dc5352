import type { Stats } from 'ssh2';
import { fromRequest, STATUS } from './sftp-error.ts';
import type { SftpSession } from './sftp-session.ts';

/** Bytes a read, as many as a write has. */
const CHUNK = 31_744;
/** Under way at once, so that a far server does not make each chunk wait for the one before: 10 MB/s at 50 ms. Together less than `RESUME_MARGIN`. */
const UNDER_WAY = 16;

/** SFTP's open flags (draft 02, section 6.3). A file is never emptied first: an earlier attempt may still be writing the same bytes. */
const READ = 0x01;
const WRITE_OR_CREATE = 0x02 | 0x08;

/** The content of a file. */
export async function* sftpRead({ ask }: SftpSession, path: string): AsyncGenerator<Uint8Array> {
  const handle = await ask<Buffer>(`read ${path}`, (sftp, done) => sftp.open(path, READ, done));
  const readAt = async (at: number, length: number): Promise<Buffer> => {
    const buffer = Buffer.allocUnsafe(length);
    let got = 0;
    // A server may give less than was asked for.
    while (got < length) {
      const more = await ask<number>(`read ${path}`, (sftp, done) => sftp.read(handle, buffer, got, length - got, at + got, (error, bytes) => done(error, bytes)));
      if (more === 0) break;
      got += more;
    }
    return buffer.subarray(0, got);
  };
  try {
    const { size } = await ask<Stats>(`look at ${path}`, (sftp, done) => sftp.fstat(handle, done));
    const ahead: Promise<Buffer>[] = [];
    for (let at = 0; at < size || ahead.length > 0; ) {
      for (; at < size && ahead.length < UNDER_WAY; at += CHUNK) ahead.push(unheard(readAt(at, Math.min(CHUNK, size - at))));
      const chunk = await ahead.shift();
      if (chunk) yield chunk;
    }
  } finally {
    await ask(`close ${path}`, (sftp, done) => sftp.close(handle, done)).catch(() => undefined);
  }
}

export interface Writing {
  readonly path: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** Byte of the file at which the content begins. */
  readonly from: number;
}

/** Writes into a file, made if need be; on the server's disk when it returns, if the server knows OpenSSH's fsync. */
export async function sftpWrite({ ask, attempt, server }: SftpSession, { path, content, from }: Writing): Promise<void> {
  const refused = (error: unknown): Error => fromRequest(error, { server, request: `write ${path}`, writing: true });
  const handle = await ask<Buffer>(`write ${path}`, (sftp, done) => sftp.open(path, WRITE_OR_CREATE, done));
  try {
    const ahead: Promise<unknown>[] = [];
    let at = from;
    for await (const chunk of content) {
      const position = at;
      at += chunk.length;
      ahead.push(unheard(attempt((sftp, done) => sftp.write(handle, Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length), 0, chunk.length, position, done)).catch((error: unknown) => Promise.reject(refused(error)))));
      if (ahead.length >= UNDER_WAY) await ahead.shift();
    }
    await Promise.all(ahead);
    await attempt((sftp, done) => sftp.ext_openssh_fsync(handle, done)).catch((error: { code?: unknown }) => {
      if (typeof error.code === 'number' && error.code !== STATUS.unsupported) throw refused(error);
    });
  } catch (error) {
    await attempt((sftp, done) => sftp.close(handle, done)).catch(() => undefined);
    throw error;
  }
  // Some servers tell only now that the disk is full.
  await attempt((sftp, done) => sftp.close(handle, done)).catch((error: unknown) => Promise.reject(refused(error)));
}

/** A failure is thrown when its turn comes; until then it is nobody's. */
function unheard<Answer>(promise: Promise<Answer>): Promise<Answer> {
  promise.catch(() => undefined);
  return promise;
}
