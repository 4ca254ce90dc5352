import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PermanentError, RetryableError } from '../../errors.ts';
import type { JobFile, PrintJob } from './print-provider.ts';

/** Its coming tells the printer that the job is whole, so it is sent last. */
export const TICKET_NAME = 'ticket.json';

/**
 * Checks a job before anything of it is sent: plain names, the ticket last, every file there with the size that it was recorded with.
 *
 * @returns the ticket, and the files that go before it.
 * @throws PermanentError for a job that will never be whole; RetryableError when the run's folder itself is out of sight, such as another worker's disk.
 */
export async function checkJob({ runId, folder, files }: PrintJob): Promise<{ before: readonly JobFile[]; ticket: JobFile }> {
  for (const [index, { name }] of files.entries()) {
    const plain = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name) && !/\.part$/i.test(name);
    if (!plain) throw new PermanentError('BadFileName', `Expected the files of print run ${runId} to have plain names such as 001.pdf, got '${name}'.`);
    if (files.findIndex((file) => file.name === name) < index) throw new PermanentError('BadFileName', `Expected every file of print run ${runId} once, got '${name}' twice.`);
  }
  const ticket = files.at(-1);
  if (ticket?.name !== TICKET_NAME) {
    throw new PermanentError('NoTicket', `Expected the last file of print run ${runId} to be its ${TICKET_NAME}, got ${ticket ? `'${ticket.name}'` : 'no files'}. Render the run to its end before it is handed over.`);
  }
  if ((await sizeOf(folder)) === undefined) {
    throw new RetryableError('RunFolderMissing', `Expected the files of print run ${runId} in ${folder}, got no such folder. PARCOURS_OUT has to be the same folder for every worker, such as a shared disk.`);
  }
  for (const { name, bytes } of files) {
    const size = await sizeOf(join(folder, name));
    if (size !== bytes) throw changed(join(folder, name), `${bytes} bytes`, size === undefined ? 'no such file' : `${size} bytes`);
  }
  return { before: files.slice(0, -1), ticket };
}

/** What was rendered and recorded is not what lies there now: it must not be printed under the manifest's name. */
export function changed(path: string, expected: string, got: string): PermanentError {
  return new PermanentError('PrintFileChanged', `Expected ${path} to be as it was rendered (${expected}), got ${got}. Nothing else writes there: restore the file.`);
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.size;
}
