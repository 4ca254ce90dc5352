import type { Clock } from '../engine/clock.ts';
import type { Store } from './connect.ts';

/** A journey of a prospect, in whichever campaign. */
export interface JourneyOfProspect {
  readonly id: string;
  readonly key: string | null;
  readonly status: 'entered' | 'started' | 'ended';
  readonly holdout: boolean;
  /** Real time. */
  readonly enteredAt: Date;
  readonly scenario: string;
  readonly version: number;
  readonly clock: Clock;
}

/** All journeys of a prospect, oldest first. */
export async function journeysOfProspect(store: Store, prospectId: string): Promise<JourneyOfProspect[]> {
  return store
    .selectFrom('journeys as j')
    .innerJoin('campaigns as c', 'c.id', 'j.campaign_id')
    .select(['j.id', 'j.key', 'j.status', 'j.holdout', 'j.entered_at as enteredAt', 'c.scenario', 'c.version', 'c.clock'])
    .where('j.prospect_id', '=', prospectId)
    .orderBy('j.entered_at')
    .orderBy('j.id')
    .execute();
}
