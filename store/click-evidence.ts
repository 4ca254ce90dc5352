import { sql } from 'kysely';
import type { Store } from './connect.ts';

/** A mail's link was followed, or the mail was delivered. Times are real; spans are milliseconds of real time. */
export interface Neighbourhood {
  readonly journeyId: string;
  /** `<message>/<occurrence>`. */
  readonly touch: string;
  readonly at: Date;
  /** Follow each other within this, and different links were followed by a machine. */
  readonly burst: number;
  /** As long around a machine's visit its hits are taken to last, and after delivery nobody has read the mail yet. */
  readonly visit: number;
}

/**
 * Looks at all that happened to a mail's links around a moment, and marks as `bot` what no person does: hits about one of a honeypot (`honeypot`),
 * different links at once (`all-at-once`), hits as the mail is delivered (`too-soon`). Those recorded before are marked too, in whichever order they and
 * the delivery came in; of these, the ones that wait to be told are `kept`. To be asked once the hit itself is committed: of two at the same instant, the later sees both.
 *
 * What named itself as a machine says nothing about others: a reader's gateway looks at the link that its reader has just clicked.
 *
 * @returns how many were marked now.
 * @example await judgeClicks(store, { journeyId: 'spring/p-001', touch: 'thank-you/1', at: new Date(), burst: 2_000, visit: 10_000 });
 */
export async function judgeClicks(store: Store, { journeyId, touch, at, burst, visit }: Neighbourhood): Promise<number> {
  const { numAffectedRows } = await sql`
    WITH near AS MATERIALIZED (
      SELECT id, kind, at, evidence, data->>'link' AS link, data->>'because' AS because FROM events
       WHERE journey_id = ${journeyId} AND touch = ${touch} AND kind IN ('click', 'visit', 'delivered')
         AND at BETWEEN ${at}::timestamptz - ${2 * visit}::float8 * interval '1 millisecond' AND ${at}::timestamptz + ${2 * visit}::float8 * interval '1 millisecond'
       ORDER BY at LIMIT 200
    ), traps AS (
      SELECT at FROM near WHERE because = 'honeypot' AND link = 'honeypot'
    ), bursts AS (
      SELECT one.at FROM near one JOIN near other ON other.link <> one.link AND abs(extract(epoch FROM other.at - one.at)) * 1000 <= ${burst}::float8
       WHERE one.kind = 'click' AND other.kind = 'click'
         AND (one.evidence <> 'bot' OR one.because IN ('all-at-once', 'too-soon', 'honeypot')) AND (other.evidence <> 'bot' OR other.because IN ('all-at-once', 'too-soon', 'honeypot'))
    ), judged AS (
      SELECT near.id, CASE
          WHEN EXISTS (SELECT FROM traps WHERE abs(extract(epoch FROM traps.at - near.at)) * 1000 <= ${visit}::float8) THEN 'honeypot'
          WHEN EXISTS (SELECT FROM bursts WHERE abs(extract(epoch FROM bursts.at - near.at)) * 1000 <= CASE near.kind WHEN 'click' THEN 0 ELSE ${visit}::float8 END) THEN 'all-at-once'
          WHEN EXISTS (SELECT FROM near sent WHERE sent.kind = 'delivered' AND near.at > sent.at - ${visit}::float8 * interval '1 millisecond' AND near.at < sent.at + ${visit}::float8 * interval '1 millisecond') THEN 'too-soon'
        END AS because
        FROM near WHERE kind <> 'delivered' AND evidence <> 'bot'
    )
    UPDATE events SET evidence = 'bot', data = data || jsonb_build_object('because', judged.because), signal = CASE signal WHEN 'pending' THEN 'kept' ELSE signal END
      FROM judged WHERE events.id = judged.id AND judged.because IS NOT NULL`.execute(store);
  return Number(numAffectedRows ?? 0n);
}

/** Whether a person is on record as having followed a link of this touch, as far as its journey knows or will. */
export async function hasHumanClick(store: Store, { journeyId, touch }: Pick<Neighbourhood, 'journeyId' | 'touch'>): Promise<boolean> {
  const found = await store
    .selectFrom('events')
    .select('id')
    .where('journey_id', '=', journeyId)
    .where('touch', '=', touch)
    .where('kind', '=', 'click')
    .where('evidence', '=', 'human')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
