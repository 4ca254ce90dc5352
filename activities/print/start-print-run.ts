import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import type { PrintRunInput } from '../../workflows/print-run.ts';

/**
 * Starts a print run's workflow unless it was started before. Every piece asks, so that no crash between queueing and starting leaves a
 * run without its workflow; this process remembers the runs that it has seen started.
 */
export function printRunStarter(client: Client, taskQueue: string): (run: PrintRunInput) => Promise<void> {
  const started = new Map<string, Promise<void>>();
  return (run) => {
    const known = started.get(run.runId) ?? start(client, taskQueue, run);
    started.set(run.runId, known);
    known.catch(() => started.delete(run.runId));
    return known;
  };
}

async function start(client: Client, taskQueue: string, run: PrintRunInput): Promise<void> {
  try {
    await client.workflow.start('printRun', {
      workflowId: `print-run/${run.runId}`,
      taskQueue,
      args: [run],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      staticSummary: `Print run, cut-off ${new Date(run.cutOff).toISOString().slice(0, 16).replace('T', ' ')}`,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
