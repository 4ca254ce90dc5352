import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { CAMPAIGN } from '../../workflows/search-attributes.ts';
import type { PrintRunInput } from '../../workflows/print-run.ts';
import type { Campaign } from '../../store/campaigns.ts';
import { PRINT_AT_ONCE } from '../../store/print-plan.ts';
import { partsOfPrintRunId } from '../../store/print-run-id.ts';

/**
 * Starts a print run's workflow unless it was started before. Every piece asks, so that no crash between queueing and starting leaves a
 * run without its workflow; this process remembers the runs that it has seen started.
 */
export function printRunStarter(client: Client, taskQueue: string): (campaign: Campaign, runId: string) => Promise<void> {
  const started = new Map<string, Promise<void>>();
  return (campaign, runId) => {
    const known = started.get(runId) ?? start(client, taskQueue, printRunInput(campaign, runId));
    started.set(runId, known);
    known.catch(() => started.delete(runId));
    return known;
  };
}

/** What a campaign's print run is started with. */
export function printRunInput({ clock, print = PRINT_AT_ONCE }: Campaign, runId: string): PrintRunInput {
  const { cutOff } = partsOfPrintRunId(runId);
  const { batch, proof } = print;
  return { runId, cutOff, clock, ...(batch === undefined ? {} : { batch }), ...(proof > 0 ? { proof } : {}) };
}

async function start(client: Client, taskQueue: string, run: PrintRunInput): Promise<void> {
  const { campaignId, format, batch } = partsOfPrintRunId(run.runId);
  const cutOff = new Date(run.cutOff).toISOString().slice(0, 16).replace('T', ' ');
  try {
    await client.workflow.start('printRun', {
      workflowId: `print-run/${run.runId}`,
      taskQueue,
      args: [run],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      staticSummary: `Prints ${format}${batch > 1 ? `, batch ${batch}` : ''}, cut-off ${cutOff}`,
      staticDetails: [
        `Gathers the pieces of campaign \`${campaignId}\` until their cut-off${run.batch ? ` or until there are ${run.batch}` : ''}, prints them and hands them over.`,
        ...(run.proof ? ['The first run of a format waits for the update `approve` (or `reject`) once its proof is in the folder `proof`.'] : []),
        'The files are in the run\'s folder. Updates: `approve`, `reject`, `retry`, `reconcile`. Query: `status`.',
      ].join('\n\n'),
      typedSearchAttributes: [{ key: CAMPAIGN, value: campaignId }],
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
