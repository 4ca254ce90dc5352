import { sql, type RawBuilder } from 'kysely';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';
import { decisionRecorded, type DecisionRecord } from './decisions.ts';
import type { LinkKind } from './schema.ts';

/** A link of a touch, with its own token. */
export interface TouchLink {
  readonly token: string;
  readonly kind: LinkKind;
  readonly name: string;
  readonly target: string;
}

/** A touch as it is recorded. */
export interface TouchRecord {
  readonly id: string;
  readonly journeyId: string;
  readonly message: string;
  readonly medium: TouchMedium;
  readonly status: 'sending' | 'sent' | 'not-sent';
  readonly why: string;
  readonly props: object;
  /** How its variant was chosen, where there were several; recorded with it. */
  readonly decision?: DecisionRecord;
  /** Euros. */
  readonly cost: number;
  readonly provider?: string;
  /** When, on the campaign's clock. */
  readonly campaignAt: Date;
  readonly links: readonly TouchLink[];
}

/** A touch that exists already, with its links: what a second try needs to know. */
export interface KnownTouch {
  readonly status: 'sending' | 'sent' | 'not-sent';
  readonly why: string;
  readonly variant: string | null;
  /** As the variant has them. */
  readonly props: object;
  /** None of a touch that had no variants, or was made before decisions were kept. */
  readonly decision: Pick<DecisionRecord, 'policy' | 'propensity' | 'facts'> | null;
  readonly links: readonly TouchLink[];
  readonly printRunId: string | null;
}

export async function findTouch(store: Store, id: string): Promise<KnownTouch | undefined> {
  const { rows } = await sql<KnownTouch>`
    SELECT t.status, t.why, t.variant, t.props, m.print_run_id AS "printRunId",
           CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('policy', d.policy, 'propensity', d.propensity, 'facts', d.facts) END AS decision,
           coalesce((SELECT jsonb_agg(jsonb_build_object('token', token, 'kind', kind, 'name', name, 'target', target)) FROM links WHERE touch_id = t.id), '[]') AS links
      FROM touches t LEFT JOIN mailpieces m ON m.touch_id = t.id LEFT JOIN decisions d ON d.id = t.id
     WHERE t.id = ${id}`.execute(store);
  return rows[0];
}

/**
 * Records a touch and its links in one statement, if it is new.
 *
 * @param lease milliseconds for which this attempt alone may send it
 * @returns false when another attempt recorded it first.
 */
export async function insertTouch(store: Store, touch: TouchRecord, lease = 0): Promise<boolean> {
  const { rows } = await sql`WITH ${inserted(touch, { lease, from: sql`(SELECT) one` })} SELECT id FROM touch`.execute(store);
  return rows.length > 0;
}

/** The run that a mailpiece asks to join: a campaign's of a format, the batch of this cut-off that is open. */
export interface RunToJoin {
  readonly campaignId: string;
  readonly format: string;
  /** Campaign times. */
  readonly cutOff: Date;
  readonly inHome: Date;
}

/**
 * Records a mailpiece's touch and links and queues the piece, in one statement, if the touch is new and a run is open for it. The run is
 * locked for sharing, as by `queueMailpiece`.
 *
 * @returns the run's id; undefined when nothing was written: ask why, and take the longer way.
 */
export async function insertMailpiece(store: Store, touch: TouchRecord, { campaignId, format, cutOff, inHome }: RunToJoin): Promise<string | undefined> {
  const { rows } = await sql<{ runId: string }>`
    WITH run AS (SELECT id FROM print_runs WHERE campaign_id = ${campaignId} AND format = ${format} AND cut_off = ${cutOff}::timestamptz AND status = 'open' FOR SHARE),
    ${inserted(touch, { lease: 0, from: sql`run` })}
    INSERT INTO mailpieces (touch_id, print_run_id, in_home_estimate)
    SELECT touch.id, run.id, ${inHome}::timestamptz FROM touch, run RETURNING print_run_id AS "runId"`.execute(store);
  return rows[0]?.runId;
}

/** Parts of a WITH: `touch`, the touch for a row of `from` if it is new, its links, and how its variant was chosen. */
function inserted(touch: TouchRecord, { lease, from }: { lease: number; from: RawBuilder<unknown> }): RawBuilder<unknown> {
  return sql`
    touch AS (
      INSERT INTO touches (id, journey_id, message, medium, status, why, props, variant, policy, propensity, cost, provider, campaign_at, lease_until)
      SELECT ${touch.id}, ${touch.journeyId}, ${touch.message}, ${touch.medium}, ${touch.status}, ${touch.why}, ${JSON.stringify(touch.props)}::jsonb,
             ${touch.decision?.arm ?? null}, ${touch.decision?.policy ?? null}, ${touch.decision?.propensity ?? null}::float8, ${touch.cost}::numeric, ${touch.provider ?? null},
             ${touch.campaignAt}::timestamptz, now() + ${lease} * interval '1 millisecond'
        FROM ${from}
      ON CONFLICT DO NOTHING RETURNING id, journey_id
    ), linked AS (
      INSERT INTO links (token, touch_id, journey_id, kind, name, target)
      SELECT l.token, touch.id, touch.journey_id, l.kind, l.name, l.target
        FROM touch, jsonb_to_recordset(${JSON.stringify(touch.links)}::jsonb) AS l (token text, kind text, name text, target text)
    )${touch.decision ? sql`, ${decisionRecorded(touch.decision, sql`touch`)}` : sql``}`;
}

/** A touch that would be made now, and how many of its medium its prospect may get. */
export interface CapQuestion {
  /** Its id, and its journey's prospect. */
  readonly touchId: string;
  readonly prospectId: string;
  readonly medium: TouchMedium;
  readonly at: Date;
  readonly cap: { readonly most: number; readonly per: number };
}

/**
 * Whether one more touch would be too many: counts what this prospect got by this medium less than `per` milliseconds from `at`, in whichever campaign,
 * the touch itself and recalled pieces left out. To be asked in the transaction that records the touch: the prospect's row stays locked until then, so
 * that two journeys of one person can't both be the last that fits.
 */
export async function isCapped(transaction: Store, { touchId, prospectId, medium, at, cap }: CapQuestion): Promise<boolean> {
  await sql`SELECT FROM prospects WHERE id = ${prospectId} FOR NO KEY UPDATE`.execute(transaction);
  // Each journey has a time of its own: one that is a little ahead counts as well, or two side by side would both pass.
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count
      FROM journeys j JOIN touches t ON t.journey_id = j.id LEFT JOIN mailpieces m ON m.touch_id = t.id
     WHERE j.prospect_id = ${prospectId} AND t.medium = ${medium} AND t.status <> 'not-sent' AND m.status IS DISTINCT FROM 'recalled' AND t.id <> ${touchId}
       AND t.campaign_at > ${at}::timestamptz - ${cap.per}::float8 * interval '1 millisecond' AND t.campaign_at < ${at}::timestamptz + ${cap.per}::float8 * interval '1 millisecond'`.execute(transaction);
  return rows[0]!.count >= cap.most;
}

/** Records what became of a touch that was being sent, and what was wrong with it, in words that name nobody; one already settled stays as it is. */
export async function settleTouch(store: Store, { id, ...result }: { id: string; status: 'sent'; providerId: string } | { id: string; status: 'not-sent'; why: string; problem?: string }): Promise<void> {
  const change = result.status === 'sent' ? { status: result.status, why: 'sent', provider_id: result.providerId } : { status: result.status, why: result.why, problem: result.problem?.slice(0, 1_000) ?? null, cost: 0 };
  await store.updateTable('touches').set({ ...change, lease_until: null }).where('id', '=', id).where('status', '=', 'sending').execute();
}
