import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PermanentError, RetryableError } from '../../errors.ts';
import { writeAtomically } from '../write-atomically.ts';
import { checkJob } from './check-job.ts';
import type { Destination } from './destination.ts';
import type { HandOverOptions, JobFile, PrintJob } from './print-provider.ts';
import { isThere, namePart, partName, sendPart } from './send-file.ts';

export interface Delivery {
  readonly job: PrintJob;
  readonly destination: Destination;
  /** The provider's name. */
  readonly by: string;
}

/** Written beside the run's files before the ticket gets its name. */
const released = z.object({ reference: z.string(), ticket: z.string() });

/**
 * Brings a job's files to the printer's folder, the ticket last: each grows under a name of its own, is checked, and then gets its name. Done again
 * after a crash at any point it goes on from there.
 *
 * A printer may take a job away as soon as its ticket is there, while the answer to that last rename is lost on the way to us. So we note down here that
 * the ticket is about to get its name: if the noted ticket then no longer waits there under its temporary name, the printer has it, whatever
 * became of the folder.
 *
 * @throws PermanentError for a job that is not as it was rendered, or whose place is taken; RetryableError for what time or an operator mends.
 */
export async function deliver({ job, destination, by }: Delivery, { heartbeat }: HandOverOptions = {}): Promise<void> {
  const { before, ticket } = await checkJob(job);
  const sending = { job, destination, ...(heartbeat ? { heartbeat } : {}) };
  const note = join(job.folder, `.handed-over-${by}.json`);

  const earlier = await readNote(note);
  if (earlier) checkNote(earlier, { note, ticket, job, destination });
  if (earlier && (await destination.size(partName(ticket))) === undefined) return;

  await destination.prepare();
  if (await isThere(ticket, sending)) return;
  for (const file of before) {
    if (await isThere(file, sending)) continue;
    await sendPart(file, sending);
    await namePart(file, sending);
  }
  await sendPart(ticket, sending);
  await writeAtomically(note, `${JSON.stringify({ reference: destination.reference, ticket: ticket.sha256 })}\n`);
  await namePart(ticket, sending);
}

type Note = z.infer<typeof released>;

function checkNote(earlier: Note, { note, ticket, job, destination }: { note: string; ticket: JobFile } & Pick<Delivery, 'job' | 'destination'>): void {
  if (earlier.ticket !== ticket.sha256) {
    throw new PermanentError(
      'HandedOverBefore',
      `Expected print run ${job.runId} to be handed over once, got another ${ticket.name} (SHA-256 ${ticket.sha256.slice(0, 12)}…) than the one that went to ${earlier.reference} (${earlier.ticket.slice(0, 12)}…). ` +
        `If the printer has dropped the first, remove ${note} and hand the run over again.`,
    );
  }
  if (earlier.reference !== destination.reference) {
    throw new RetryableError(
      'HandedOverElsewhere',
      `Expected print run ${job.runId} to go to ${destination.reference}, got a note that it may lie whole at ${earlier.reference}. Ask the printer; if it does not print from there, remove ${note}.`,
    );
  }
}

async function readNote(path: string): Promise<Note | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : released.parse(JSON.parse(text));
}
