import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PermanentError, RetryableError } from '../../errors.ts';
import { createAtomically } from '../write-atomically.ts';
import { TICKET_NAME } from './check-job.ts';
import type { Destination } from './destination.ts';
import type { JobFile } from './print-provider.ts';
import { isThere, partName, sendPart, type Sending } from './send-file.ts';

/**
 * The note that says which file is the job's ticket. It is written once, beside the run's files, when that file lies at the printer's under a name that no other attempt
 * uses, and before it gets the ticket's name: from then on the job is that file's renaming, which can happen once. Printers take a job away
 * as soon as its ticket is there; so when the noted file is no longer there, the job was handed over, whatever the printer has left.
 */
const noted = z.object({ reference: z.string(), ticket: z.string(), part: z.string() });
type Note = z.infer<typeof noted>;

export interface Releasing {
  readonly ticket: JobFile;
  readonly sending: Sending;
  /** The provider's name. */
  readonly by: string;
}

/**
 * Finishes what an earlier attempt has noted.
 *
 * @returns whether there was such a note: then the job is handed over.
 * @throws PermanentError (`HandedOverBefore`) for a run rendered anew since; RetryableError (`HandedOverElsewhere`) when the note is about another place.
 */
export async function releaseNoted(releasing: Releasing): Promise<boolean> {
  const path = noteOf(releasing);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return false;
  const note = noted.parse(JSON.parse(text));
  checkNote(note, releasing);
  await release(note, releasing);
  return true;
}

/** Brings the ticket there, notes it down, and gives it its name: unless another attempt has noted its own, which is then the job's. */
export async function releaseTicket(releasing: Releasing): Promise<void> {
  const { ticket, sending } = releasing;
  const { destination } = sending;
  const part = partName(ticket).replace(/part$/, `${randomBytes(4).toString('hex')}.part`);
  await sendPart(ticket, sending, part);
  const note: Note = { reference: destination.reference, ticket: ticket.sha256, part };
  if (await createAtomically(noteOf(releasing), `${JSON.stringify(note)}\n`)) return release(note, releasing);
  await destination.remove(part);
  await releaseNoted(releasing);
}

async function release({ part }: Note, { ticket, sending }: Releasing): Promise<void> {
  const { destination } = sending;
  const isGone = async (): Promise<boolean> => (await destination.size(part)) === undefined;
  if (await isGone()) return;
  await clear(destination, part);
  try {
    await destination.rename(part, TICKET_NAME);
  } catch (error) {
    if (await isGone().catch(() => false)) return;
    // Says so when the name is taken by another file.
    await isThere(ticket, sending).catch((problem: unknown) => {
      if (problem instanceof PermanentError) throw problem;
    });
    throw error;
  }
}

/** Whatever else earlier attempts have left half done; the printer gets a clean folder, if it lets us. */
async function clear(destination: Destination, part: string): Promise<void> {
  const names = await destination.names().catch((): string[] => []);
  for (const name of names.filter((other) => other.endsWith('.part') && other !== part)) await destination.remove(name).catch(() => undefined);
}

function checkNote(note: Note, releasing: Releasing): void {
  const { ticket, sending } = releasing;
  const { job, destination } = sending;
  const path = noteOf(releasing);
  if (note.ticket !== ticket.sha256) {
    throw new PermanentError(
      'HandedOverBefore',
      `Expected print run ${job.runId} to be handed over once, got another ${ticket.name} (SHA-256 ${ticket.sha256.slice(0, 12)}…) than the one that went to ${note.reference} (${note.ticket.slice(0, 12)}…). ` +
        `If the printer has dropped the first, remove ${path} and hand the run over again.`,
    );
  }
  if (note.reference !== destination.reference) {
    throw new RetryableError(
      'HandedOverElsewhere',
      `Expected print run ${job.runId} to go to ${destination.reference}, got a note that it may lie whole at ${note.reference}. Ask the printer; if it does not print from there, remove ${path}.`,
    );
  }
}

function noteOf({ sending, by }: Releasing): string {
  return join(sending.job.folder, `.handed-over-${by}.json`);
}
