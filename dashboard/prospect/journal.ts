import type { Client } from '@temporalio/client';
import { journeyLed } from '../../client/operate-journey.ts';
import { campaignTime } from '../../engine/clock.ts';
import type { JournalEntry } from '../../engine/index.ts';
import { eventsOfJourney, type RecordedJourney, type RecordedTouch } from '../../store/prospect-record.ts';
import type { Store } from '../../store/index.ts';

/** What a journey has lived through, and where that is known from. */
export interface KnownJournal {
  readonly entries: readonly JournalEntry[];
  /** `record`: Postgres alone, with touches and responses; Temporal does not answer, or has forgotten. */
  readonly from: 'temporal' | 'record';
  /** It is under way, and its workflow answers. */
  readonly isLive: boolean;
}

/** Milliseconds that a page waits for a journey's own account. */
const PATIENCE = 2_500;

/** The journal of a journey by its own account; where there is none, what Postgres has of it. */
export async function readJournal({ client, store }: { client: Client; store: Store }, journey: RecordedJourney, touches: readonly RecordedTouch[]): Promise<KnownJournal> {
  if (!journey.holdout && journey.status !== 'entered') {
    // It may be forgotten, or nobody may be there to answer: the record stands in for it.
    const led = await client.withDeadline(Date.now() + PATIENCE, () => journeyLed(client, journey.id)).catch(() => undefined);
    if (led) return { entries: led.start.past.journal, from: 'temporal', isLive: journey.status === 'started' };
  }
  return { entries: await fromRecord(store, journey, touches), from: 'record', isLive: false };
}

async function fromRecord(store: Store, { id, clock, outcome, endedBy, endedAt }: RecordedJourney, touches: readonly RecordedTouch[]): Promise<JournalEntry[]> {
  const made = touches.map(({ touch, message, medium, status, why, variant, campaignAt }): JournalEntry => {
    return { at: campaignAt.getTime(), type: 'touch', touch, message, medium, receipt: { sent: status === 'sent', why, ...(variant === null ? {} : { variant }) } };
  });
  const reported = (await eventsOfJourney(store, id)).map(({ eventId, kind, touch, evidence, data, at }): JournalEntry => {
    const happened = campaignTime(clock, at.getTime());
    return { at: happened, type: 'report', eventId, kind, ...(touch === null ? {} : { touch }), evidence, happened, data };
  });
  const ended: JournalEntry[] = outcome === null || !endedAt ? [] : [{ at: campaignTime(clock, endedAt.getTime()), type: 'ended', outcome, by: (endedBy ?? 'path') as 'path', learned: {} }];
  return [...made, ...reported].sort((one, other) => one.at - other.at).concat(ended);
}
