import { checkJob } from './check-job.ts';
import type { Destination } from './destination.ts';
import type { HandOverOptions, PrintJob } from './print-provider.ts';
import { releaseNoted, releaseTicket } from './release.ts';
import { isThere, namePart, sendPart } from './send-file.ts';

export interface Delivery {
  readonly job: PrintJob;
  readonly destination: Destination;
  /** The provider's name. */
  readonly by: string;
}

/**
 * Brings a job's files to the printer's folder, the ticket last: each grows under a name of its own, is checked, and then gets its name. Done again after a
 * crash at any point, or while an earlier attempt is still under way, it goes on from there, and the ticket comes once.
 *
 * @throws PermanentError for a job that is not as it was rendered, or whose place is taken; RetryableError for what time or an operator mends.
 */
export async function deliver({ job, destination, by }: Delivery, { heartbeat }: HandOverOptions = {}): Promise<void> {
  const { before, ticket } = await checkJob(job);
  const sending = { job, destination, ...(heartbeat ? { heartbeat } : {}) };
  if (await releaseNoted({ ticket, sending, by })) return;
  await destination.prepare();
  if (await isThere(ticket, sending)) return;
  for (const file of before) {
    if (await isThere(file, sending)) continue;
    await sendPart(file, sending);
    await namePart(file, sending);
  }
  await releaseTicket({ ticket, sending, by });
}
