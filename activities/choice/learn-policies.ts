import { campaignTime } from '../../engine/index.ts';
import { isQuiet } from '../../store/campaigns.ts';
import { currentPolicies } from '../../store/policies.ts';
import type { CampaignLookup } from '../campaign-lookup.ts';
import { ledBy, type DecideDeps } from './decide-by-policy.ts';
import { learnPoint } from './learn-point.ts';
import { specFor } from './spec-for.ts';

export interface LearnPoliciesDeps extends DecideDeps {
  readonly campaigns: CampaignLookup;
  /** Whether journeys of its audience are still to be started. */
  readonly startsMore: (campaignId: string) => Promise<boolean>;
  readonly heartbeat: (progress?: unknown) => void;
}

/** What came of learning. */
export interface Learned {
  /** Points that have another policy now. */
  readonly changed: readonly string[];
  /** Nobody is under way any more, and nobody will be: there is nothing left to learn for. */
  readonly isOver: boolean;
}

/**
 * Learns the policy of each choice point of a campaign from what came of its decisions. The same decisions and answers at the same time give the same policies, and a
 * snapshot is kept once, so it may be tried again.
 */
export async function learnPolicies({ store, campaigns, contentOf, startsMore, heartbeat }: LearnPoliciesDeps, { campaignId }: { campaignId: string }): Promise<Learned> {
  const campaign = await campaigns(campaignId);
  // Asked first: what ends meanwhile is learned from once more.
  const isOver = (await isQuiet(store, campaignId)) && !(await startsMore(campaignId));
  const content = contentOf(ledBy(undefined, campaign));
  const now = Math.round(campaignTime(campaign.clock, Date.now()));
  const changed: string[] = [];
  for (const { point, arms, medium, snapshot: previous } of await currentPolicies(store, campaignId)) {
    const { hash } = await learnPoint(store, { campaign, spec: specFor(content, { point, arms }), point, arms, medium, now });
    if (hash !== previous.hash) changed.push(point);
    heartbeat({ point });
  }
  return { changed, isOver };
}
