import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Finding, Look, LookedAt } from '../lessons/lesson.ts';
import type { Store } from './connect.ts';
import { carryOut } from './lesson-effect.ts';

/** A lesson on record, with what became of it. */
export interface Lesson extends Finding {
  /** `superseded` when the data have ceased to say it before anybody decided. */
  readonly status: 'proposed' | 'accepted' | 'dismissed' | 'superseded';
  /** Whether the latest look at the data still found it. */
  readonly holds: boolean;
  /** Stands for what it comes to: hand it back with a decision, so that nobody accepts what has changed since they read it. */
  readonly ground: string;
  readonly foundAt: Date;
  readonly decided?: { readonly by: string; readonly at: Date };
}

/** What a campaign teaches. */
export interface CampaignLessons {
  /** Those to be decided first, the gravest before others. */
  readonly lessons: readonly Lesson[];
  /** The latest look at the data; none before the first. */
  readonly looked?: LookedAt & { readonly at: Date };
}

/**
 * The lessons of a campaign, as the latest look left them.
 *
 * @example
 * const { lessons } = await lessonsOf(store, 'spring-2027');
 * lessons.filter(({ status }) => status === 'proposed').map(({ sentence }) => sentence.en);
 */
export async function lessonsOf(store: Store, campaignId: string): Promise<CampaignLessons> {
  const [rows, look] = await Promise.all([
    store
      .selectFrom('lessons')
      .selectAll()
      .where('campaign_id', '=', campaignId)
      .orderBy(sql`array_position(ARRAY['proposed', 'accepted', 'dismissed', 'superseded'], status)`)
      .orderBy(sql`proposal IS NULL`)
      .orderBy(sql`array_position(ARRAY['harm', 'delivery', 'variant', 'segment', 'wait', 'delay'], kind)`)
      .orderBy('key')
      .execute(),
    store.selectFrom('lesson_looks').select(['at', 'look']).where('campaign_id', '=', campaignId).executeTakeFirst(),
  ]);
  return { lessons: rows.map(lessonOf), ...(look ? { looked: { ...look.look, at: look.at } } : {}) };
}

interface LessonRow extends Omit<Finding, 'proposal'> {
  readonly proposal: Finding['proposal'] | null;
  readonly status: Lesson['status'];
  readonly holds: boolean;
  readonly ground: string;
  readonly found_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
}

function lessonOf({ key, kind, sentence, numbers, certainty, basis, proposal, status, holds, ground, found_at: foundAt, decided_by: by, decided_at: at }: LessonRow): Lesson {
  return { key, kind, sentence, numbers, certainty, basis, ...(proposal ? { proposal } : {}), status, holds, ground, foundAt, ...(by !== null && at !== null ? { decided: { by, at } } : {}) };
}

/** Stands for what a finding comes to: other numbers that come to the same have the same. */
export function groundOf({ key, proposal }: Pick<Finding, 'key' | 'proposal'>): string {
  return createHash('sha256').update(JSON.stringify([key, proposal ?? null])).digest('hex').slice(0, 12);
}

/**
 * Keeps what a look at a campaign's data found. A lesson found again has its new numbers and its status; one that was decided and now comes to something else is
 * proposed anew; one that was proposed and is not found any more is superseded. Safe to repeat.
 */
export async function saveLook(store: Store, { campaignId, look, at = new Date() }: { campaignId: string; look: Look; at?: Date }): Promise<void> {
  const rows = look.findings.map((finding) => ({ proposal: null, ...finding, ground: groundOf(finding) }));
  await store.transaction().execute(async (transaction) => {
    // Two looks at the same time: the second waits, and has the last word.
    await sql`
      INSERT INTO lesson_looks (campaign_id, at, look) VALUES (${campaignId}, ${at}::timestamptz, ${JSON.stringify(look.seen)}::jsonb)
      ON CONFLICT (campaign_id) DO UPDATE SET at = excluded.at, look = excluded.look`.execute(transaction);
    await sql`
      INSERT INTO lessons AS l (campaign_id, key, kind, sentence, numbers, certainty, basis, proposal, ground)
      SELECT ${campaignId}, key, kind, sentence, numbers, certainty, basis, nullif(proposal, 'null'::jsonb), ground
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (key text, kind text, sentence jsonb, numbers jsonb, certainty float8, basis jsonb, proposal jsonb, ground text)
      ON CONFLICT (campaign_id, key) DO UPDATE SET
        sentence = excluded.sentence, numbers = excluded.numbers, certainty = excluded.certainty, basis = excluded.basis, proposal = excluded.proposal, ground = excluded.ground,
        holds = true, looked_at = now(), status = CASE WHEN l.ground <> excluded.ground OR l.status = 'superseded' THEN 'proposed' ELSE l.status END`.execute(transaction);
    await sql`
      UPDATE lessons SET holds = false, looked_at = now(), status = CASE status WHEN 'proposed' THEN 'superseded' ELSE status END
       WHERE campaign_id = ${campaignId} AND key <> ALL(${rows.map(({ key }) => key)}::text[])`.execute(transaction);
  });
}

/** Who decides about a lesson. */
export interface LessonDecision {
  readonly campaignId: string;
  readonly key: string;
  readonly by: string;
  readonly because?: string;
  /** As it was read; left out, the lesson is decided as it is now. */
  readonly ground?: string;
}

/**
 * What became of a decision: `done`; `again`, it had been decided so before; `changed`, the data say something else since it was read, or no longer say it, so nothing
 * was done: read it again. `otherwise`: it had been accepted, and dismissing does not undo that.
 */
export interface Decided {
  readonly result: 'done' | 'again' | 'changed' | 'otherwise';
  readonly lesson: Lesson;
  /** In words: what changed by it. */
  readonly effect?: string;
}

/**
 * Accepts a lesson: what it proposes takes effect on running journeys, from their next choice or touch on, and is logged. Accepting it twice is harmless.
 *
 * @throws Error when there is no such lesson, nobody accepts it, or the proposal can't be carried out (its point has no such arm any more); then nothing is done.
 * @example await acceptLesson(store, { campaignId: 'spring-2027', key: 'harm/thank-you/factual', by: 'lea' }) // { result: 'done', effect: 'thank-you: factual is stopped', … }
 */
export function acceptLesson(store: Store, decision: LessonDecision): Promise<Decided> {
  return decide(store, decision, 'accepted');
}

/** Dismisses a lesson: it is proposed again only when the data come to something else. */
export function dismissLesson(store: Store, decision: LessonDecision): Promise<Decided> {
  return decide(store, decision, 'dismissed');
}

async function decide(store: Store, { campaignId, key, by, because, ground }: LessonDecision, decision: 'accepted' | 'dismissed'): Promise<Decided> {
  const who = by.trim();
  if (who === '') throw new Error('Expected the name of who decides, got none. A decision is kept with who made it.');
  return store.transaction().execute(async (transaction) => {
    const row = await transaction.selectFrom('lessons').selectAll().where('campaign_id', '=', campaignId).where('key', '=', key).forUpdate().executeTakeFirst();
    if (!row) throw new Error(`Expected a lesson of campaign '${campaignId}', got '${key}'. Those that there are: npx parcours lessons ${campaignId}`);
    const lesson = lessonOf(row);
    if (lesson.status === decision) return { result: 'again', lesson };
    if (lesson.status === 'accepted') return { result: 'otherwise', lesson };
    if (!lesson.holds || (ground !== undefined && ground !== lesson.ground)) return { result: 'changed', lesson };
    const effect = decision === 'dismissed' ? 'nothing changes' : await carryOut(transaction, { campaignId, lesson, by: who });
    const { sentence, proposal } = lesson;
    await transaction
      .insertInto('lesson_decisions')
      .values({ campaign_id: campaignId, key, decision, by: who, because: because ?? null, sentence: JSON.stringify(sentence), proposal: proposal ? JSON.stringify(proposal) : null, effect })
      .execute();
    const decided = await transaction
      .updateTable('lessons')
      .set({ status: decision, decided_by: who, decided_at: sql`now()` })
      .where('campaign_id', '=', campaignId)
      .where('key', '=', key)
      .returningAll()
      .executeTakeFirstOrThrow();
    return { result: 'done', lesson: lessonOf(decided), effect };
  });
}

/** A decision on record. */
export interface LoggedDecision {
  readonly key: string;
  readonly decision: 'accepted' | 'dismissed';
  readonly by: string;
  readonly because: string | null;
  readonly sentence: Finding['sentence'];
  readonly effect: string;
  readonly at: Date;
}

/** Who accepted or dismissed what, oldest first. */
export async function lessonLog(store: Store, campaignId: string): Promise<LoggedDecision[]> {
  return store.selectFrom('lesson_decisions').select(['key', 'decision', 'by', 'because', 'sentence', 'effect', 'at']).where('campaign_id', '=', campaignId).orderBy('id').execute();
}
