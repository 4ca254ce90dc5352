import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';

// Ten thousand people a request: each is told of, and what was told is on record when a worker is killed.
const { syncAudiences } = proxyActivities<Activities>({
  startToCloseTimeout: '2 hours',
  scheduleToCloseTimeout: '1 day',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '10 seconds', maximumInterval: '15 minutes' },
});

/** Tells social networks who is in our audiences. Started by a schedule, see `worker/audience-schedule.ts`. */
export function audienceSync(): Promise<Awaited<ReturnType<Activities['syncAudiences']>>> {
  return syncAudiences();
}
