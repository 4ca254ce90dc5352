import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { PrinterReport } from '../store/print-plan.ts';
import { savePrinterReport } from '../store/print-runs.ts';
import type { Store } from '../store/connect.ts';
import type { PrintRunProgress } from '../workflows/print-run/progress.ts';
import { executeUpdate } from './execute-update.ts';

/**
 * Where a print run stands.
 *
 * @throws when no such run is known to Temporal.
 */
export function printRunStatus(client: Client, runId: string): Promise<PrintRunProgress> {
  return client.workflow.getHandle(`print-run/${runId}`).query<PrintRunProgress>('status');
}

/**
 * Lets a run be printed whose proof was looked at, and all later runs of its campaign and format. Recorded with who and when.
 *
 * @throws Error when the run does not wait for it.
 * @example await approvePrintRun(client, { runId: 'spring/a6-postcard/2027-03-01T17:00:00.000Z', by: 'Anne' })
 */
export function approvePrintRun(client: Client, { runId, by }: { runId: string; by: string }): Promise<PrintRunProgress> {
  return update(client, { runId, name: 'approve', options: { by } });
}

/** Gives up a run that waits for an operator: its pieces are recalled, their journeys told. */
export function rejectPrintRun(client: Client, { runId, ...options }: { runId: string; reason: string; by?: string }): Promise<PrintRunProgress> {
  return update(client, { runId, name: 'reject', options });
}

/**
 * Compares what a printer says of a run with what was ordered. However long the report is, it is kept in the run's record first.
 *
 * @throws Error when there is no such run, or it waits for no report.
 */
export async function reconcilePrintRun({ client, store }: { client: Client; store: Store }, { runId, report }: { runId: string; report: PrinterReport }): Promise<PrintRunProgress> {
  if (!(await savePrinterReport(store, { runId, report }))) throw unknown(runId);
  return update(client, { runId, name: 'reconcile', options: {} });
}

async function update(client: Client, { runId, name, options }: { runId: string; name: string; options: object }): Promise<PrintRunProgress> {
  try {
    return await executeUpdate(client, { workflowId: `print-run/${runId}`, name, options });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) throw unknown(runId);
    throw error;
  }
}

function unknown(runId: string): Error {
  return new Error(`Expected print run '${runId}' to be under way, got none. List them: npx parcours print-runs`);
}
