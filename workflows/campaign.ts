import { condition, continueAsNew, defineQuery, defineUpdate, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';

/** What a campaign is started with; its id is `campaign/<campaign>`. */
export interface CampaignInput {
  readonly campaignId: string;
  /** Journeys started per second. */
  readonly pace: number;
  readonly started?: number;
  readonly state?: CampaignState;
}

export type CampaignState = 'starting' | 'paused' | 'stopped' | 'started';
export interface CampaignProgress {
  readonly state: CampaignState;
  readonly started: number;
}

export const pauseUpdate = defineUpdate<CampaignProgress>('pause');
export const resumeUpdate = defineUpdate<CampaignProgress>('resume');
export const stopUpdate = defineUpdate<CampaignProgress>('stop');
export const progressQuery = defineQuery<CampaignProgress>('progress');

const { startJourneys } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/**
 * Starts a campaign's journeys at its pace, a page at a time. Journeys are not its children: they outlive it by months. The audience's
 * rows in Postgres say who is still to be started, so a page that is tried again starts nobody twice.
 */
export async function campaign(input: CampaignInput): Promise<CampaignProgress> {
  const { campaignId, pace } = input;
  let started = input.started ?? 0;
  let state: CampaignState = input.state ?? 'starting';
  const progress = () => ({ state, started });
  const turn = (to: CampaignState) => () => {
    if (state !== 'stopped') state = to;
    return progress();
  };
  setHandler(pauseUpdate, turn('paused'), { description: 'Starts no further journeys until resumed' });
  setHandler(resumeUpdate, turn('starting'), { description: 'Goes on starting journeys' });
  setHandler(stopUpdate, turn('stopped'), { description: 'Starts no further journeys, for good; those under way go on' });
  setHandler(progressQuery, progress);

  // Ten seconds' worth a page: a pause takes hold that soon.
  const limit = Math.max(1, Math.min(500, Math.round(pace * 10)));
  for (;;) {
    await condition(() => state !== 'paused');
    if (state === 'stopped') return progress();
    const page = await startJourneys({ campaignId, pace, limit });
    started += page.started;
    if (page.left === 0) break;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof campaign>({ campaignId, pace, started, state });
  }
  state = 'started';
  return progress();
}
