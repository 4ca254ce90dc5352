import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { CampaignLookup } from '../../campaign-lookup.ts';
import type { Campaign } from '../../../store/campaigns.ts';
import { partsOfPrintRunId } from '../../../store/print-run-id.ts';
import { approvedSignal } from '../../../workflows/print-run/messages.ts';
import { approveRun, askApproval, rejectRun, type Rejection } from './approval.ts';
import { closeRun, waitUntilFull, type ToClose } from './close-run.ts';
import { completeRun } from './complete-run.ts';
import { handOver, refusalOf, type ToHandOver } from './hand-over.ts';
import type { PrintRunDeps } from './print-run-deps.ts';
import { reconcile, recordUnreported, type ToReconcile } from './reconcile.ts';
import { renderChunk } from './render-chunk.ts';

export interface PrintRunActivityDeps extends PrintRunDeps {
  readonly client: Client;
  readonly campaigns: CampaignLookup;
  readonly startPrintRun: (campaign: Campaign, runId: string) => Promise<void>;
}

/** What the workflow of a print run calls, by the names that show in Temporal UI. */
export function printRunActivities(deps: PrintRunActivityDeps) {
  const tellApproved = async (runId: string, by: string): Promise<void> => {
    try {
      await deps.client.workflow.getHandle(`print-run/${runId}`).signal(approvedSignal, { by });
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  };
  return {
    waitUntilFull: (run: { runId: string; batch: number; every: number }) => waitUntilFull(deps, run),
    closeRun: (run: ToClose) => closeRun(deps, run),
    startRun: async ({ runId }: { runId: string }): Promise<void> => deps.startPrintRun(await deps.campaigns(partsOfPrintRunId(runId).campaignId), runId),
    refusalOf: (run: { runId: string }) => refusalOf(deps, run),
    askApproval: (run: { runId: string; pieces: number }) => askApproval(deps, run),
    approveRun: (approval: { runId: string; by: string }) => approveRun({ ...deps, tellApproved }, approval),
    rejectRun: (rejection: Rejection) => rejectRun(deps, rejection),
    renderChunk: (chunk: { runId: string; chunk: number }) => renderChunk(deps, chunk),
    completeRun: (run: { runId: string; at: number }) => completeRun(deps, run),
    handOver: (run: ToHandOver) => handOver(deps, run),
    reconcile: (run: ToReconcile) => reconcile(deps, run),
    recordUnreported: (run: { runId: string }) => recordUnreported(deps, run),
  };
}
