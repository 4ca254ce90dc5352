import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Report } from '../engine/runtime.ts';

/**
 * Tells a journey what happened: the signal named after the report's kind. Safe to repeat: the journey drops an `eventId` it has seen.
 *
 * @returns `not-running` when no such journey runs: it has ended, or never was.
 * @throws when Temporal can't be reached: retry later.
 * @example
 * await signalJourney(client, 'spring/p-001', { eventId: 'scan-1', kind: 'scan', touch: 'renewal-postcard/1', at: Date.now(), evidence: 'human' });
 */
export async function signalJourney(client: Client, journeyId: string, report: Report): Promise<'signalled' | 'not-running'> {
  try {
    await client.workflow.getHandle(journeyId).signal(report.kind, report);
    return 'signalled';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'not-running';
    throw error;
  }
}
