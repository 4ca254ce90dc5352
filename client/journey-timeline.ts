import type { Client } from '@temporalio/client';
import type { JourneyStatus } from '../workflows/journey-input.ts';

/**
 * Everything that happened in a journey, in lines for people; also of one that has ended, as long as the server keeps it.
 *
 * @param journeyId `<campaign>/<prospect>`
 * @throws WorkflowNotFoundError when Temporal knows no such journey.
 * @example
 * (await journeyTimeline(client, 'spring/p-001'))[0] // 'day 0.0  print renewal-postcard/1 sent'
 */
export function journeyTimeline(client: Client, journeyId: string): Promise<string[]> {
  return client.workflow.getHandle(journeyId).query<string[]>('timeline');
}

/** Where a journey stands: stage, what it waits for and until when, facts, touches. Throws as `journeyTimeline` does. */
export function journeyStatus(client: Client, journeyId: string): Promise<JourneyStatus> {
  return client.workflow.getHandle(journeyId).query<JourneyStatus>('status');
}
