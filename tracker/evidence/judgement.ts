import { campaignTime, type Clock } from '../../engine/clock.ts';
import { withdrawInferred } from '../../store/fact-sources.ts';
import { judgeClicks, type Link, type Store } from '../../store/index.ts';

/** Milliseconds of campaign time between hits on different links of a mail that no person leaves: two of them are a machine's. */
const BURST = 2_000;
/** And for which a machine's visit lasts at most, mails lie unread after delivery, and a hit waits before its journey is told: all of a visit comes first. */
const VISIT = 10_000;
/** Less than this in real milliseconds, and nothing is waited for: an accelerated campaign, where seconds are shorter than any machine's visit. */
const SHORTEST = 20;

/** Milliseconds of real time for which the journey is not told of a hit that may turn out to be a machine's. */
export function holdOf({ speed }: Clock, hold = VISIT): number {
  const real = hold / speed;
  return real < SHORTEST ? 0 : Math.ceil(real);
}

/** Whether a link was followed before anybody could have read its mail. */
export function isTooSoon({ touch, campaign }: Link, at: Date): boolean {
  return campaignTime(campaign.clock, at.getTime()) - touch.sentAtCampaignTime.getTime() < VISIT;
}

/** What happened to a mail's links about this moment is looked at again; to be called once a hit or a delivery is committed. */
export async function judge(store: Store, { journeyId, touch, clock, at }: { readonly journeyId: string; readonly touch: string; readonly clock: Clock; readonly at: Date }): Promise<void> {
  const visit = VISIT / clock.speed;
  const marked = await judgeClicks(store, { journeyId, touch, at, burst: BURST / clock.speed, visit });
  if (marked > 0) await withdrawInferred(store, { journeyId, at, within: 2 * visit });
}
