import { sql } from 'kysely';
import type { InferredFacts } from '../engine/inferred.ts';
import type { Store } from './connect.ts';
import type { EventRow, NewEvent } from './schema.ts';

/** What became of a report. */
export interface RecordedEvent {
  readonly id: string;
  /** True when an event with this `event_id` was there already; then nothing was written. */
  readonly duplicate: boolean;
  /** `pending` means: to be signalled now. */
  readonly signal: EventRow['signal'];
}

/**
 * How many events of a kind a journey is told about one touch; the rest is stored and not signalled, so that a QR code scanned 50,000
 * times does not fill a history (Temporal takes 10,000 signals). Kinds that a person or a provider causes on purpose may be more.
 */
const SIGNALS = { usual: 3, deliberate: 20 } as const;
const DELIBERATE = ['purchase', 'redeem', 'reply', 'unsubscribe', 'returned', 'bounced', 'complained', 'posted', 'failed'];

/**
 * Stores an event, once per `event_id`, in one statement, and decides there whether its journey is told. Campaign and prospect are the journey's.
 * An event asked to be `kept` is kept. One asked to be `pending` becomes
 *
 * - `unknown` when there is no such journey;
 * - `kept` when the journey is a holdout, which has no workflow, or was told of this often enough (3 times a kind and touch, 20 for
 *   deliberate acts). Writers at the same instant don't see each other, so the limit may be passed by as many as there are connections;
 * - `late` when the journey has ended.
 *
 * When this returns, the event is committed.
 *
 * @example
 * const event = await recordEvent(store, {
 *   event_id: 'scan-7f3a', kind: 'scan', evidence: 'human', journey_id: 'spring/p-001', touch: 'renewal-postcard/1',
 *   data: {}, source: 'tracker', at: new Date(), signal: 'pending',
 * });
 * if (event.signal === 'pending') await signal(event);
 */
export async function recordEvent(store: Store, event: NewEvent): Promise<RecordedEvent> {
  const journeyId = event.journey_id ?? null;
  const touch = event.touch ?? null;
  const limit = DELIBERATE.includes(event.kind) ? SIGNALS.deliberate : SIGNALS.usual;
  const { rows } = await sql<{ id: string; signal: EventRow['signal'] }>`
    INSERT INTO events (event_id, kind, evidence, journey_id, campaign_id, prospect_id, touch, data, source, at, signal_after, signal)
    SELECT ${event.event_id}, ${event.kind}, ${event.evidence}, ${journeyId},
           coalesce(j.campaign_id, ${event.campaign_id ?? null}), coalesce(j.prospect_id, ${event.prospect_id ?? null}),
           ${touch}, ${JSON.stringify(event.data ?? {})}::jsonb, ${event.source}, ${event.at}::timestamptz,
           now() + ${event.hold ?? 0} * interval '1 millisecond',
           CASE
             WHEN ${event.signal} = 'kept' THEN 'kept'
             WHEN j.id IS NULL THEN 'unknown'
             WHEN j.holdout THEN 'kept'
             WHEN j.status = 'ended' THEN 'late'
             WHEN (SELECT count(*) FROM (
                     SELECT FROM events e
                      WHERE e.journey_id = j.id AND e.touch IS NOT DISTINCT FROM ${touch} AND e.kind = ${event.kind} AND e.signal IN ('pending', 'done')
                      LIMIT ${limit}) told) >= ${limit} THEN 'kept'
             ELSE 'pending'
           END
      FROM (SELECT) one LEFT JOIN journeys j ON j.id = ${journeyId}
    ON CONFLICT (event_id) DO NOTHING
    RETURNING id, signal`.execute(store);
  if (rows[0]) return { ...rows[0], duplicate: false };
  const earlier = await store.selectFrom('events').select(['id', 'signal']).where('event_id', '=', event.event_id).executeTakeFirstOrThrow();
  return { ...earlier, duplicate: true };
}

/** Puts what was inferred about its person with an event whose journey is to be told. */
export async function carryInferred(store: Store, { id, inferred }: { id: string; inferred: InferredFacts }): Promise<void> {
  await sql`UPDATE events SET data = data || ${JSON.stringify({ inferred })}::jsonb WHERE id = ${id}::bigint`.execute(store);
}

/** What was answered on a journey since then, real time; of several answers to a question the last. */
export async function answersSince(store: Store, { journeyId, since }: { journeyId: string; since: Date }): Promise<Readonly<Record<string, unknown>>> {
  const replies = await store.selectFrom('events').select('data').where('journey_id', '=', journeyId).where('kind', '=', 'reply').where('received_at', '>=', since).orderBy('id').execute();
  return Object.assign({}, ...replies.map(({ data }) => data['facts'])) as Record<string, unknown>;
}
