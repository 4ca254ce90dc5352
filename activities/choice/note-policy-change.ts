import type { PolicySnapshot } from '../../learning/index.ts';
import type { Store } from '../../store/connect.ts';
import { recordEvent } from '../../store/events.ts';

export interface PolicyChange {
  readonly campaignId: string;
  readonly point: string;
  readonly previous: PolicySnapshot;
  readonly snapshot: PolicySnapshot;
}

interface Note {
  readonly kind: 'arm-stopped' | 'arm-started' | 'canary-grown' | 'canary-promoted' | 'canary-rolled-back' | 'test-settled';
  readonly arm: string;
  readonly because: string;
}

/**
 * Puts on record, among the campaign's events, what a policy does that people should know of: once per policy that it follows and arm, since the learning
 * workflow and a choice may come to the same at the same moment.
 */
export async function notePolicyChange(store: Store, { campaignId, point, previous, snapshot }: PolicyChange): Promise<void> {
  for (const { kind, arm, because } of notesOf(previous, snapshot)) {
    await recordEvent(store, {
      ...{ event_id: `policy:${campaignId}:${point}:${previous.hash}:${kind}:${arm}`, kind, evidence: 'logical', journey_id: null, campaign_id: campaignId, prospect_id: null, touch: null },
      ...{ data: { point, arm, because, policy: snapshot.hash }, source: 'learning', at: new Date(), signal: 'kept' },
    });
  }
}

function notesOf(before: PolicySnapshot, now: PolicySnapshot): Note[] {
  const stops = now.arms.flatMap((arm): Note[] => {
    const [was, is] = [before.stopped[arm], now.stopped[arm]];
    if (is && !was) return [{ kind: 'arm-stopped', arm, because: is.why }];
    return was && !is ? [{ kind: 'arm-started', arm, because: `no longer: ${was.why}` }] : [];
  });
  const settled: Note[] = now.winner !== undefined && now.winner !== before.winner ? [{ kind: 'test-settled', arm: now.winner, because: 'the test is sure' }] : [];
  return [...stops, ...settled, ...canaryNotes(before.canary, now.canary)];
}

function canaryNotes(before: PolicySnapshot['canary'], now: PolicySnapshot['canary']): Note[] {
  if (!now || !before || now.arm !== before.arm) return [];
  const { arm, state, share } = now;
  if (state !== before.state) return state === 'trial' ? [] : [{ kind: state === 'promoted' ? 'canary-promoted' : 'canary-rolled-back', arm, because: state === 'promoted' ? 'it held its own in each step' : 'it is worse' }];
  return state === 'trial' && share > before.share ? [{ kind: 'canary-grown', arm, because: `it may have ${Math.round(share * 1_000) / 10} % now` }] : [];
}
