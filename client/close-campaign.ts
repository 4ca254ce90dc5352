import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { setEntries } from '../store/campaigns.ts';
import type { Store } from '../store/connect.ts';
import { stopUpdate } from '../workflows/campaign.ts';

/** Milliseconds that the campaign's workflow may take to end; it needs a worker. */
const PATIENCE = 5_000;

/**
 * Closes a campaign that people enter by an event: from now on nobody enters, journeys under way go on. It is closed once this returns, also when
 * its workflow can't be told now.
 *
 * @returns `closed`, or `workflow-left` when the workflow did not answer: it has no effect any more, its update `stop` ends it.
 * @throws Error when it is no campaign that people enter by an event.
 * @example await closeCampaign({ client, store }, 'carts-2027');
 */
export async function closeCampaign({ client, store }: { client: Client; store: Store }, id: string): Promise<'closed' | 'workflow-left'> {
  if (!(await setEntries(store, id, 'closed'))) throw new Error(`Expected '${id}' to be a campaign that people enter by an event, got none of that id. Others are stopped by the update 'stop' of workflow campaign/${id}.`);
  try {
    await client.withDeadline(Date.now() + PATIENCE, () => client.workflow.getHandle(`campaign/${id}`).executeUpdate(stopUpdate));
    return 'closed';
  } catch (error) {
    return error instanceof WorkflowNotFoundError ? 'closed' : 'workflow-left';
  }
}
