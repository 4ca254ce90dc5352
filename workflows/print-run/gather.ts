import { ActivityFailure, isCancellation, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import { realTime } from '../../engine/index.ts';
import type { PrintRunInput } from '../print-run.ts';

/** Milliseconds between two looks whether a batch is full. */
const LOOKS = { most: 60_000, least: 200 } as const;

/**
 * Waits for a run's cut-off, or until its batch is full. Whether it is full is asked by an activity that fails until then: Temporal tries it again, and a
 * retried attempt leaves no trace in the history however long the day is.
 */
export async function gather({ runId, cutOff, clock, batch }: PrintRunInput): Promise<'cut-off' | 'full'> {
  const ends = realTime(clock, cutOff);
  const wait = Math.ceil(ends - workflowInfo().startTime.getTime());
  if (wait <= 0) return 'cut-off';
  if (batch !== undefined) {
    const every = Math.min(LOOKS.most, Math.max(LOOKS.least, Math.round(wait / 500)));
    const { waitUntilFull } = proxyActivities<Activities>({ startToCloseTimeout: '20 seconds', scheduleToCloseTimeout: wait, retry: { initialInterval: every, backoffCoefficient: 1 } });
    try {
      await waitUntilFull({ runId, batch, every });
      return 'full';
    } catch (error) {
      // Its time is up, or would be before the next look.
      if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    }
  }
  const left = Math.ceil(ends - Date.now());
  if (left > 0) await sleep(left, { summary: `gathers pieces until ${new Date(cutOff).toISOString().slice(0, 16).replace('T', ' ')}` });
  return 'cut-off';
}
