import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { campaignProgress } from '../../client/operate-campaign.ts';
import type { CampaignProgress } from '../../workflows/campaign.ts';

/** What a campaign's own workflow says; `silent` when Temporal or the workers do not answer, `unknown` when Temporal knows none. */
export type KnownProgress = CampaignProgress | 'silent' | 'unknown';

/** Milliseconds that a page waits for it, and that an answer is good for: a page that is refreshed each second asks no more often. */
const PATIENCE = 1_500;
const GOOD_FOR = 900;

/** Asks for a campaign's progress, once for all who look. */
export function createProgressReader(client: Client): { read(campaignId: string): Promise<KnownProgress>; forget(campaignId: string): void } {
  const known = new Map<string, { readonly at: number; readonly progress: Promise<KnownProgress> }>();
  return {
    read(campaignId) {
      const kept = known.get(campaignId);
      if (kept && Date.now() - kept.at < GOOD_FOR) return kept.progress;
      const progress = ask(client, campaignId);
      for (const [id, { at }] of known) if (Date.now() - at > GOOD_FOR) known.delete(id);
      known.set(campaignId, { at: Date.now(), progress });
      return progress;
    },
    forget: (campaignId) => void known.delete(campaignId),
  };
}

async function ask(client: Client, campaignId: string): Promise<KnownProgress> {
  try {
    return await client.withDeadline(Date.now() + PATIENCE, () => campaignProgress(client, campaignId));
  } catch (error) {
    return error instanceof WorkflowNotFoundError ? 'unknown' : 'silent';
  }
}
