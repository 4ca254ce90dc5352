import { sql } from 'kysely';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';

/** How a fact is compared; numbers by size, texts letter by letter, `in` with any of a list. */
export type SegmentOp = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in';
export type SegmentValue = string | number | boolean | readonly (string | number | boolean)[];

/** People whom a campaign writes to no more, by a fact; a person of whom it is not known is none of them. */
export interface Segment {
  readonly fact: string;
  readonly op: SegmentOp;
  readonly value: SegmentValue;
  /** By this medium only. */
  readonly medium?: TouchMedium;
}

/** A segment that was dropped, by whom and why. */
export interface DroppedSegment extends Segment {
  /** Such as `boilerAge<5`; touches that are not made for it say `dropped:boilerAge<5`. */
  readonly rule: string;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/**
 * The name of a segment's rule.
 *
 * @example ruleOf({ fact: 'boilerAge', op: '<', value: 5 }) // 'boilerAge<5'
 */
export function ruleOf({ fact, op, value }: Segment): string {
  const words = [value].flat().join('|');
  return op === 'in' ? `${fact}=${words}` : `${fact}${op}${words}`;
}

/** Whether somebody is of a segment, by what is known of them. @example isOf({ fact: 'boilerAge', op: '<', value: 5 }, { boilerAge: 3 }) // true */
export function isOf({ fact, op, value }: Segment, facts: Readonly<Record<string, unknown>>): boolean {
  const known = facts[fact];
  if (known === undefined || known === null) return false;
  if (op === 'in') return [value].flat().some((one) => one === known);
  if (op === '=') return known === value;
  if (op === '!=') return known !== value;
  const order = typeof known === 'number' && typeof value === 'number' ? known - value : typeof known === 'string' && typeof value === 'string' ? (known < value ? -1 : known > value ? 1 : 0) : NaN;
  return { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[op];
}

/** Who dropped it or took it back, and why, for the record. */
interface Act {
  readonly campaignId: string;
  readonly by: string;
  readonly because: string;
}

/**
 * Has a campaign write to a segment no more, from each journey's next touch on: it is not made, for the reason `dropped:<rule>`. Dropping what is dropped
 * changes nothing.
 *
 * @returns the rule's name.
 * @throws Error when there is no such campaign, or the value can't be compared so.
 * @example await dropSegment(store, { campaignId: 'spring', fact: 'boilerAge', op: '<', value: 5, medium: 'print', by: 'lea', because: 'nobody under 5 years answered' })
 */
export async function dropSegment(store: Store, { campaignId, by, because, ...segment }: Segment & Act): Promise<string> {
  const { fact, op, value, medium } = segment;
  if (Array.isArray(value) !== (op === 'in')) throw new Error(`Expected a list of values with 'in' and one value with other comparisons, got ${JSON.stringify(value)} with '${op}'.`);
  const rule = ruleOf(segment);
  const { rows } = await sql<{ known: boolean }>`
    WITH campaign AS (SELECT id FROM campaigns WHERE id = ${campaignId}),
    dropped AS (
      INSERT INTO dropped_segments (campaign_id, rule, fact, op, value, medium, by, because)
      SELECT id, ${rule}, ${fact}, ${op}, ${JSON.stringify(value)}::jsonb, ${medium ?? null}, ${by}, ${because} FROM campaign
       WHERE NOT EXISTS (SELECT FROM dropped_segments WHERE campaign_id = ${campaignId} AND rule = ${rule} AND medium IS NOT DISTINCT FROM ${medium ?? null} AND ended_at IS NULL)
    )
    SELECT EXISTS (SELECT FROM campaign) AS known`.execute(store);
  if (!rows[0]?.known) throw new Error(`Expected a campaign, got '${campaignId}', which was never launched.`);
  return rule;
}

/**
 * Has a campaign write to a segment again, by the medium for which it was dropped; of one that was dropped for every medium none is said.
 *
 * @returns false when it was not dropped so.
 * @example await restoreSegment(store, { campaignId: 'spring', rule: 'boilerAge<5', medium: 'print', by: 'lea', because: 'a new offer for them' })
 */
export async function restoreSegment(store: Store, { campaignId, rule, medium, by, because }: Act & Pick<DroppedSegment, 'rule' | 'medium'>): Promise<boolean> {
  const ended = await store
    .updateTable('dropped_segments')
    .set({ ended_at: sql`now()`, ended_by: by, ended_because: because })
    .where('campaign_id', '=', campaignId)
    .where('rule', '=', rule)
    .where('medium', 'is not distinct from', medium ?? null)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  return ended.length > 0;
}

/** The segments that a campaign writes to no more, oldest first. */
export async function droppedSegments(store: Store, campaignId: string): Promise<DroppedSegment[]> {
  const rows = await store
    .selectFrom('dropped_segments')
    .select(['rule', 'fact', 'op', 'value', 'medium', 'by', 'because', 'at'])
    .where('campaign_id', '=', campaignId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ medium, ...segment }) => ({ ...segment, ...(medium === null ? {} : { medium }) }));
}
