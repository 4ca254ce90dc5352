import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';

/**
 * Starts the workflow that mails a request to confirm a consent, once a request. Its input is the request's id: whose mailbox it is, only the activity knows.
 *
 * @throws when Temporal can't be reached: try again later.
 * @example await startConfirmation(client, { requestId, taskQueue: 'parcours' });
 */
export async function startConfirmation(client: Client, { requestId, taskQueue }: { readonly requestId: string; readonly taskQueue: string }): Promise<void> {
  try {
    await client.workflow.start('confirmConsent', {
      workflowId: `consent/${requestId}`,
      taskQueue,
      args: [{ requestId }],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      staticSummary: 'Asks by mail to confirm a consent',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
