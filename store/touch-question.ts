import { sql } from 'kysely';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';
import { policyFound, type ChoicePoint, type PolicyFound } from './policies.ts';
import { RECIPIENT, recipientOf, type Recipient, type RecipientRow } from './recipient.ts';
import { isOf, type Segment } from './segments.ts';

/** What a touch asks besides who it is for. */
export interface TouchQuestion {
  readonly prospectId: string;
  readonly journeyId: string;
  readonly campaignId: string;
  readonly medium: TouchMedium;
  /** Where the touch offers variants. */
  readonly choice?: (Omit<ChoicePoint, 'campaignId'> & { readonly batch?: string | undefined }) | undefined;
}

/** All that a touch is decided from. */
export interface TouchAnswer {
  readonly recipient: Recipient;
  /** The rule of the segment by which the campaign does not write to them any more. */
  readonly dropped?: string;
  /** The policy that chooses the variant, if one is in force. */
  readonly policy?: PolicyFound;
}

/**
 * A recipient as by `loadRecipient`, with what else decides a touch: segments that were dropped, the policy in force. Still one query.
 *
 * @returns undefined when there is no such prospect.
 */
export async function askForTouch(store: Store, { prospectId, journeyId, campaignId, medium, choice }: TouchQuestion): Promise<TouchAnswer | undefined> {
  const { rows } = await sql<RecipientRow & { dropped: { segments: (Segment & { rule: string })[]; facts: Record<string, unknown> } | null; policy?: PolicyFound | null }>`
    SELECT ${RECIPIENT},
           (SELECT jsonb_build_object(
                     'segments', jsonb_agg(jsonb_build_object('rule', d.rule, 'fact', d.fact, 'op', d.op, 'value', d.value) ORDER BY d.id),
                     'facts', p.facts || coalesce((SELECT j.facts FROM journeys j WHERE j.id = ${journeyId}), '{}'))
              FROM dropped_segments d WHERE d.campaign_id = ${campaignId} AND d.ended_at IS NULL AND (d.medium IS NULL OR d.medium = ${medium}) HAVING count(*) > 0) AS dropped
           ${choice ? sql`, ${policyFound({ ...choice, campaignId })} AS policy` : sql``}
      FROM prospects p LEFT JOIN identities i ON i.prospect_id = p.id WHERE p.id = ${prospectId}`.execute(store);
  const row = rows[0];
  if (!row) return undefined;
  const { dropped } = row;
  const rule = dropped?.segments.find((segment) => isOf(segment, dropped.facts))?.rule;
  return { recipient: recipientOf(row), ...(rule === undefined ? {} : { dropped: rule }), ...(row.policy ? { policy: row.policy } : {}) };
}
