import type { PolicySnapshot } from '../../learning/index.ts';
import type { Store } from '../../store/connect.ts';
import { recordEvent } from '../../store/events.ts';

export interface PolicyChange {
  readonly campaignId: string;
  readonly point: string;
  readonly previous: PolicySnapshot;
  readonly snapshot: PolicySnapshot;
}

/** Puts on record, among the campaign's events, that an arm was stopped or goes on again, once per policy and arm. */
export async function notePolicyChange(store: Store, { campaignId, point, previous, snapshot }: PolicyChange): Promise<void> {
  const [before, now] = [previous.stopped, snapshot.stopped];
  const changes = snapshot.arms.flatMap((arm) => {
    if (now[arm] !== undefined && before[arm] === undefined) return [{ kind: 'arm-stopped', arm, because: now[arm] }];
    return now[arm] === undefined && before[arm] !== undefined ? [{ kind: 'arm-started', arm, because: before[arm] }] : [];
  });
  for (const { kind, arm, because } of changes) {
    await recordEvent(store, {
      ...{ event_id: `policy:${campaignId}:${point}:${snapshot.hash}:${arm}`, kind, evidence: 'logical', journey_id: null, campaign_id: campaignId, prospect_id: null, touch: null },
      ...{ data: { point, arm, because, policy: snapshot.hash }, source: 'learning', at: new Date(), signal: 'kept' },
    });
  }
}
