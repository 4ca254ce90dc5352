import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { PermanentError, RetryableError } from '../../errors.ts';
import { changed } from './check-job.ts';
import { RESUME_MARGIN, type Destination } from './destination.ts';
import type { HandOverOptions, JobFile, PrintJob } from './print-provider.ts';

/** Sent by ssh2 in one request to every server: SFTP promises 32 KiB with all that is around it. */
const CHUNK = 31_744;
/** What was sent in one go is read back up to this size. Beyond it the size is compared, and the connection vouches for the bytes. */
const READ_BACK = 1_048_576;

export interface Sending extends HandOverOptions {
  readonly job: Pick<PrintJob, 'runId' | 'folder'>;
  readonly destination: Destination;
}

/**
 * The name under which a file grows. It tells the content, so that only the same file is ever resumed.
 *
 * @example partName({ name: '001.pdf', sha256: '9f86d081…' }) // '001.pdf.9f86d081.part'
 */
export function partName({ name, sha256 }: Pick<JobFile, 'name' | 'sha256'>): string {
  return `${name}.${sha256.slice(0, 8)}.part`;
}

/** Brings a file there under a temporary name, or goes on where an earlier attempt broke off, and checks that it is whole. */
export async function sendPart(file: JobFile, { job, destination, heartbeat }: Sending, part = partName(file)): Promise<void> {
  const local = join(job.folder, file.name);
  let there = (await destination.size(part)) ?? 0;
  if (there > file.bytes) {
    await destination.remove(part);
    there = 0;
  }
  const from = Math.max(0, there - RESUME_MARGIN);
  const hash = createHash('sha256');
  await destination.write(part, contentFrom(local, { from, hash, onBytes: (sent) => heartbeat?.({ file: file.name, sent, of: file.bytes }) }), from);
  const sha256 = hash.digest('hex');
  if (sha256 !== file.sha256) {
    await destination.remove(part);
    throw changed(local, `SHA-256 ${file.sha256}`, sha256);
  }
  const arrived = (await destination.size(part)) ?? 0;
  const whole = arrived === file.bytes && ((there === 0 && file.bytes > READ_BACK) || (await isSame(part, file, { destination, heartbeat })));
  if (whole) return;
  // Begun anew the next time: what is there can't be built upon.
  if (arrived > 0) await destination.remove(part);
  throw new RetryableError('PrinterGotLess', `Expected ${destination.reference} to hold the ${file.bytes} bytes of ${file.name} that were sent, got ${arrived === file.bytes ? 'others' : arrived}. Its disk may be full. Trying again later.`);
}

/** Gives a file that arrived whole its name. */
export async function namePart(file: JobFile, sending: Sending): Promise<void> {
  try {
    await sending.destination.rename(partName(file), file.name);
  } catch (error) {
    // An earlier attempt that is still under way may have been faster.
    const isThereNow = await isThere(file, sending).catch((problem: unknown) => {
      if (problem instanceof PermanentError) throw problem;
      return false;
    });
    if (!isThereNow) throw error;
    await sending.destination.remove(partName(file)).catch(() => undefined);
  }
}

/**
 * Whether an earlier attempt brought the file there.
 *
 * @throws PermanentError (`OtherFileThere`) when another file has its name: it may be printing, so it is neither kept nor replaced.
 */
export async function isThere(file: JobFile, { job, destination, heartbeat }: Sending): Promise<boolean> {
  const size = await destination.size(file.name);
  if (size === undefined) return false;
  if (size === file.bytes && (await isSame(file.name, file, { destination, heartbeat }))) return true;
  throw new PermanentError(
    'OtherFileThere',
    `Expected no other file at ${destination.reference}/${file.name} than ${join(job.folder, file.name)} of print run ${job.runId} (${file.bytes} bytes, SHA-256 ${file.sha256.slice(0, 12)}…), got one of ${size} bytes with other content. ` +
      'Find out whose it is, take it away, and hand the run over again.',
  );
}

/** Compares by reading back; where reading is forbidden, the size has to do. */
async function isSame(name: string, { sha256, bytes }: JobFile, { destination, heartbeat }: Pick<Sending, 'destination' | 'heartbeat'>): Promise<boolean> {
  const hash = createHash('sha256');
  let checked = 0;
  try {
    for await (const chunk of destination.read(name)) {
      hash.update(chunk);
      heartbeat?.({ file: name, checked: (checked += chunk.length), of: bytes });
    }
  } catch (error) {
    if (error instanceof RetryableError && error.type === 'PrinterForbids') return true;
    throw error;
  }
  return hash.digest('hex') === sha256;
}

/** The file from byte `from` on; all of it goes through the hash. */
async function* contentFrom(path: string, { from, hash, onBytes }: { from: number; hash: { update(chunk: Uint8Array): unknown }; onBytes: (sent: number) => void }): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    const skipped = Math.max(0, from - read);
    read += chunk.length;
    if (skipped < chunk.length) yield chunk.subarray(skipped);
    onBytes(read);
  }
}
