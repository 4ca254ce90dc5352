import { WorkflowUpdateFailedError, type Client } from '@temporalio/client';

/**
 * Carries out an update of a workflow.
 *
 * @throws Error with the workflow's own reason when it refuses.
 */
export async function executeUpdate<Answer>(client: Client, { workflowId, name, options = {} }: { workflowId: string; name: string; options?: object }): Promise<Answer> {
  try {
    return await client.workflow.getHandle(workflowId).executeUpdate<Answer, [object]>(name, { args: [options] });
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError && error.cause) throw new Error(error.cause.message, { cause: error });
    throw error;
  }
}
