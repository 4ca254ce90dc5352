import { WorkflowNotFoundError, type Client } from '@temporalio/client';

/**
 * Whether a campaign's own workflow runs, which starts the journeys of its audience: those that are left when it was stopped, or cancelled, are started by nobody.
 *
 * @example await startsMore(client)('spring-2027')
 */
export function startsMore(client: Client): (campaignId: string) => Promise<boolean> {
  return async (campaignId) => {
    try {
      return (await client.workflow.getHandle(`campaign/${campaignId}`).describe()).status.name === 'RUNNING';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  };
}
