import type { Store } from '../../store/connect.ts';
import { answersOf } from '../../store/report-queries.ts';
import { median } from '../median.ts';
import { CAMPAIGN } from './campaign.ts';

/** How long one of the figures takes without being kept up: the funnel, counted from the events by the report's own query. */
export async function recountMilliseconds(store: Store, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < Math.min(5, rounds); round++) {
    const began = performance.now();
    await answersOf({ store, campaignId: CAMPAIGN, goal: ['purchase', 'redeem'], clock: { epoch: 0, speed: 1 } });
    times.push(performance.now() - began);
  }
  return median(times);
}
