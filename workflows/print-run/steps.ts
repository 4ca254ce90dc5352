import { proxyActivities } from '@temporalio/workflow';
import type { Duration } from '@temporalio/common';
import type { Activities } from '../../activities/index.ts';

export interface StepTimes {
  /** A step that is one statement or two: what a killed worker had begun is begun again after that. */
  readonly short: Duration;
  /** A step that says how far it is: it is begun again when it has been silent for so long. */
  readonly silence: Duration;
  readonly firstRetry: Duration;
}

/** What the activities of a print run may take. Nothing is given up for a disk that is full or a printer that is down: it is tried again every ten minutes, a printer for a month. */
export const STEP_TIMES: StepTimes = { short: '1 minute', silence: '30 seconds', firstRetry: '2 seconds' };

/** The activities of a print run. */
export type PrintSteps = Pick<
  Activities,
  'closeRun' | 'startRun' | 'refusalOf' | 'askApproval' | 'approveRun' | 'rejectRun' | 'renderChunk' | 'completeRun' | 'handOver' | 'reconcile' | 'recordUnreported'
>;

export function printSteps({ short, silence, firstRetry }: StepTimes = STEP_TIMES): PrintSteps {
  const retry = { initialInterval: firstRetry, maximumInterval: '10 minutes' } as const;
  const quick = proxyActivities<Activities>({ startToCloseTimeout: short, retry });
  const long = proxyActivities<Activities>({ startToCloseTimeout: '2 hours', heartbeatTimeout: silence, retry });
  const { handOver } = proxyActivities<Activities>({ startToCloseTimeout: '2 hours', heartbeatTimeout: silence, scheduleToCloseTimeout: '30 days', retry });
  // It is asked again tomorrow.
  const { reconcile } = proxyActivities<Activities>({ startToCloseTimeout: '1 hour', scheduleToCloseTimeout: '1 day', retry });
  const { closeRun, startRun, refusalOf, approveRun, rejectRun, recordUnreported } = quick;
  const { askApproval, renderChunk, completeRun } = long;
  return { closeRun, startRun, refusalOf, approveRun, rejectRun, recordUnreported, askApproval, renderChunk, completeRun, handOver, reconcile };
}
