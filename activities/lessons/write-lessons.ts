import { campaignTime } from '../../engine/index.ts';
import { findLessons, type Look } from '../../lessons/index.ts';
import { policyOf, type ScenarioContent } from '../../scenarios/content/index.ts';
import { milliseconds, workflowTypeOf } from '../../scenarios/vocabulary/index.ts';
import { campaignSeen } from '../../store/campaign-seen.ts';
import { findCampaign, saveLook, type Store } from '../../store/index.ts';

export interface WriteLessonsDeps {
  readonly store: Store;
  readonly contentOf: (workflowType: string) => ScenarioContent;
}

/**
 * Looks at all that a campaign has seen, and keeps what it teaches. May be asked at any time and as often as one likes: lessons hold however often one looks, and one found
 * again is the same.
 *
 * @throws Error when there is no such campaign.
 */
export async function writeLessons({ store, contentOf }: WriteLessonsDeps, { campaignId }: { campaignId: string }): Promise<Look> {
  const campaign = await findCampaign(store, campaignId);
  if (!campaign) throw new Error(`Expected a campaign of this database, got '${campaignId}'. Launch it first: npx parcours launch <scenario> --campaign ${campaignId}`);
  const { scenario: name, version, clock, goal } = campaign;
  const content = contentOf(workflowTypeOf({ name, version }));
  const at = new Date();
  const rewardOf = (point: string) => {
    const { on: reward, within } = policyOf(content, point).reward;
    return { reward, within: milliseconds(within) };
  };
  const look = findLessons(await campaignSeen(store, { campaignId, clock, goal, now: campaignTime(clock, at.getTime()), rewardOf }), content.names);
  await saveLook(store, { campaignId, look, at });
  return look;
}
