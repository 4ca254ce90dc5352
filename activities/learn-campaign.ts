import { learnPolicies, type Learned, type LearnPoliciesDeps } from './choice/index.ts';
import { writeLessons } from './lessons/write-lessons.ts';

export interface LearnCampaignDeps extends LearnPoliciesDeps {
  readonly warn: (message: string, meta?: Record<string, unknown>) => void;
  /** Milliseconds between two signs of life, 20,000 unless said: a campaign of many decisions may be learned from for minutes at a single point. */
  readonly beatEvery?: number;
}

/**
 * A day's learning of a campaign: policies first, for a choice waits for them and no lesson does, then lessons. Both may be tried again. Lessons that can't be written are left
 * to the next day, and said in the worker's log: what was learned holds all the same.
 */
export async function learnCampaign({ warn, beatEvery = 20_000, ...deps }: LearnCampaignDeps, campaign: { campaignId: string }): Promise<Learned> {
  const beat = setInterval(() => deps.heartbeat(), beatEvery);
  try {
    const learned = await learnPolicies(deps, campaign);
    await writeLessons(deps, campaign).catch((error: unknown) => warn(`Expected the lessons of ${campaign.campaignId} to be written, got a failure; its policies are learned all the same. See what they say: npx parcours lessons ${campaign.campaignId}`, { error }));
    return learned;
  } finally {
    clearInterval(beat);
  }
}
