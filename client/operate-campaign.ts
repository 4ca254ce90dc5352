import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { CampaignProgress } from '../workflows/campaign.ts';
import { executeUpdate } from './execute-update.ts';

/**
 * Where a campaign's own workflow stands: whether it starts journeys, how many it has started, how fast.
 *
 * @throws WorkflowNotFoundError when Temporal knows no such campaign.
 * @example (await campaignProgress(client, 'spring-2027')).state // 'starting'
 */
export function campaignProgress(client: Client, campaignId: string): Promise<CampaignProgress> {
  return client.workflow.getHandle(`campaign/${campaignId}`).query<CampaignProgress>('progress');
}

/** No further journeys are started until `resumeCampaign`; those under way go on. */
export function pauseCampaign(client: Client, campaignId: string): Promise<CampaignProgress> {
  return update(client, campaignId, { name: 'pause' });
}

export function resumeCampaign(client: Client, campaignId: string): Promise<CampaignProgress> {
  return update(client, campaignId, { name: 'resume' });
}

/** No further journeys are started, for good; those under way go on. */
export function stopCampaign(client: Client, campaignId: string): Promise<CampaignProgress> {
  return update(client, campaignId, { name: 'stop' });
}

/**
 * Starts a campaign's journeys faster or slower from its next page on, ten seconds' worth of them away.
 *
 * @param pace journeys per second, above 0 and up to 1,000
 * @throws Error when the pace is none, the campaign has no audience, or all its journeys are started.
 * @example await setCampaignPace(client, { campaignId: 'spring-2027', pace: 5 })
 */
export function setCampaignPace(client: Client, { campaignId, pace }: { campaignId: string; pace: number }): Promise<CampaignProgress> {
  return update(client, campaignId, { name: 'setPace', options: { pace } });
}

async function update(client: Client, campaignId: string, { name, options }: { name: string; options?: object }): Promise<CampaignProgress> {
  try {
    return await executeUpdate(client, { workflowId: `campaign/${campaignId}`, name, ...(options ? { options } : {}) });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) throw new Error(`Expected campaign '${campaignId}' to be starting journeys or open to entries, got one that has started all of them, was stopped, or never was.`, { cause: error });
    throw error;
  }
}
