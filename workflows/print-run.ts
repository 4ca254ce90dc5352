import { proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { campaignTime, realTime, type Clock } from '../engine/index.ts';

/** What a print run is started with; its id is `print-run/<campaign>/<cut-off>`. */
export interface PrintRunInput {
  readonly runId: string;
  /** Campaign time in milliseconds since 1970 at which no piece joins it any more. */
  readonly cutOff: number;
  readonly clock: Clock;
}

const retry = { initialInterval: '2 seconds', maximumInterval: '10 minutes' } as const;
// One statement each: what a killed worker had begun is begun again soon.
const { closeRun, handOver } = proxyActivities<Activities>({ startToCloseTimeout: '20 seconds', retry });
const { renderRun } = proxyActivities<Activities>({ startToCloseTimeout: '2 hours', heartbeatTimeout: '30 seconds', retry });

/** Gathers pieces until its cut-off, renders them into one PDF with a manifest, and hands both over. Started by the first piece. */
export async function printRun({ runId, cutOff, clock }: PrintRunInput): Promise<{ pieces: number }> {
  const wait = Math.ceil(realTime(clock, cutOff) - workflowInfo().startTime.getTime());
  if (wait > 0) await sleep(wait, { summary: `gathers pieces until ${new Date(cutOff).toISOString().slice(0, 16).replace('T', ' ')}` });
  await closeRun({ runId });
  const { pieces } = await renderRun({ runId });
  await handOver({ runId, at: Math.round(campaignTime(clock, Date.now())) });
  return { pieces };
}
