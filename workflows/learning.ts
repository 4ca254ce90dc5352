import { ActivityFailure, continueAsNew, isCancellation, log, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { Clock } from '../engine/index.ts';

/** What it is started with; its id is `learning/<campaign>`. */
export interface LearningInput {
  readonly campaignId: string;
  readonly clock: Clock;
  /** How often it has learned, in runs before this one. */
  readonly rounds?: number;
}

export interface LearningResult {
  readonly rounds: number;
}

// Postgres alone is asked. What takes longer than this is learned on the next day.
const { learnPolicies } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  scheduleToCloseTimeout: '1 hour',
  heartbeatTimeout: '2 minutes',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

const DAY = 86_400_000;
const SECOND = 1_000;

/**
 * Learns a campaign's policies anew on each of its days, by the campaign's clock, until nobody is under way any more. Journeys never ask it: each choice is made by
 * the policy that is in force in Postgres at that moment.
 */
export async function learning({ campaignId, clock, rounds = 0 }: LearningInput): Promise<LearningResult> {
  for (let round = rounds + 1; ; round++) {
    try {
      const { isOver } = await learnPolicies({ campaignId });
      if (isOver) return { rounds: round };
    } catch (error) {
      if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
      log.warn(`Expected the policies of ${campaignId} to be learned, got a failure; tried again on the next day.`, { error });
    }
    await sleep(Math.max(SECOND, DAY / clock.speed));
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof learning>({ campaignId, clock, rounds: round });
  }
}
