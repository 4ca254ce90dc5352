import { sql } from 'kysely';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';
import { policyFound, type ChoicePoint, type PolicyFound } from './policies.ts';
import { RECIPIENT, recipientOf, type Recipient, type RecipientRow } from './recipient.ts';
import { isOf, type Segment } from './segments.ts';
import { togetherIn, UNHURRIED } from './together.ts';

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
 * A recipient as by `loadRecipient`, with what else decides a touch: segments that were dropped, the policy in force. One query, for all that ask at the time.
 *
 * @returns undefined when there is no such prospect.
 */
export const askForTouch = togetherIn(askForTouches, UNHURRIED);

/** What Postgres answers. */
interface Row extends RecipientRow {
  /** Of the question. */
  index: number;
  dropped: { segments: (Segment & { rule: string })[]; facts: Record<string, unknown> } | null;
  policy: PolicyFound | null;
}

async function askForTouches(store: Store, questions: readonly TouchQuestion[]): Promise<(TouchAnswer | undefined)[]> {
  const asked = questions.map(({ choice, ...question }, index) => ({ ...question, ...choice, index }));
  const { rows } = await sql<Row>`
    SELECT q.index, answer.*
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS q (index int, "prospectId" text, "journeyId" text, "campaignId" text, medium text, point text, arms text[], batch text),
           LATERAL (
             SELECT ${RECIPIENT},
                    (SELECT jsonb_build_object(
                              'segments', jsonb_agg(jsonb_build_object('rule', d.rule, 'fact', d.fact, 'op', d.op, 'value', d.value) ORDER BY d.id),
                              'facts', p.facts || coalesce((SELECT j.facts FROM journeys j WHERE j.id = q."journeyId"), '{}'))
                       FROM dropped_segments d WHERE d.campaign_id = q."campaignId" AND d.ended_at IS NULL AND (d.medium IS NULL OR d.medium = q.medium) HAVING count(*) > 0) AS dropped,
                    ${policyFound({ campaignId: sql.ref('q.campaignId'), point: sql.ref('q.point'), arms: sql.ref('q.arms'), batch: sql.ref('q.batch') })} AS policy
               FROM prospects p LEFT JOIN identities i ON i.prospect_id = p.id WHERE p.id = q."prospectId"
              LIMIT 1 -- each by its key, however many Postgres expects
           ) answer`.execute(store);
  const answers = new Map(rows.map((row) => [row.index, answerOf(row)]));
  return questions.map((_, index) => answers.get(index));
}

function answerOf({ dropped, policy, ...row }: Row): TouchAnswer {
  const rule = dropped?.segments.find((segment) => isOf(segment, dropped.facts))?.rule;
  return { recipient: recipientOf(row), ...(rule === undefined ? {} : { dropped: rule }), ...(policy ? { policy } : {}) };
}
