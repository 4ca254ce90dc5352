import { sql, type RawBuilder } from 'kysely';
import type { TouchMedium } from '../scenarios/vocabulary/index.ts';
import type { Store } from './connect.ts';
import { insertionOfDecisions, type DecisionRecord } from './decisions.ts';
import type { LinkKind } from './schema.ts';
import { togetherIn, UNHURRIED } from './together.ts';

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

/** A touch to record, and for how many milliseconds this attempt alone may send it. */
interface TouchToInsert {
  readonly touch: TouchRecord;
  readonly lease: number;
}

/**
 * Records a touch and its links, if it is new, in one statement with others that begin at the time.
 *
 * @param lease milliseconds for which this attempt alone may send it
 * @returns false when another attempt recorded it first.
 */
export function insertTouch(store: Store, touch: TouchRecord, lease = 0): Promise<boolean> {
  return insertWithOthers(store, { touch, lease });
}

const insertWithOthers = togetherIn(insertTouches, UNHURRIED);

/** Of two attempts at the same touch the first is recorded. */
async function insertTouches(store: Store, asked: readonly TouchToInsert[]): Promise<boolean[]> {
  const first = firstById(asked, ({ touch }) => touch.id);
  const { rows } = await sql<{ id: string }>`WITH ${inserted([...first.values()], sql`asked`)} SELECT id FROM touch`.execute(store);
  const recorded = new Set(rows.map(({ id }) => id));
  return asked.map((one) => first.get(one.touch.id) === one && recorded.has(one.touch.id));
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
    ${inserted([{ touch, lease: 0 }], sql`asked, run`)}
    INSERT INTO mailpieces (touch_id, print_run_id, in_home_estimate)
    SELECT touch.id, run.id, ${inHome}::timestamptz FROM touch, run RETURNING print_run_id AS "runId"`.execute(store);
  return rows[0]?.runId;
}

/** Parts of a WITH: `asked`, the touches to record; `touch`, those of a row of `from` that are new, their links, and how their variants were chosen. */
function inserted(touches: readonly TouchToInsert[], from: RawBuilder<unknown>): RawBuilder<unknown> {
  const asked = touches.map(({ touch, lease }) => ({ ...touch, lease }));
  return sql`
    asked AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        AS a (id text, "journeyId" text, message text, medium text, status text, why text, props jsonb, decision jsonb, cost numeric, provider text, "campaignAt" timestamptz, lease float8, links jsonb)
    ), touch AS (
      INSERT INTO touches (id, journey_id, message, medium, status, why, props, variant, policy, propensity, cost, provider, campaign_at, lease_until)
      SELECT asked.id, "journeyId", message, medium, asked.status, why, props, decision ->> 'arm', decision ->> 'policy', (decision ->> 'propensity')::float8, cost, provider, "campaignAt",
             now() + lease * interval '1 millisecond'
        FROM ${from}
       ORDER BY asked.id
      ON CONFLICT DO NOTHING RETURNING id, journey_id
    ), linked AS (
      INSERT INTO links (token, touch_id, journey_id, kind, name, target)
      SELECT l.token, touch.id, touch.journey_id, l.kind, l.name, l.target
        FROM touch JOIN asked ON asked.id = touch.id, jsonb_to_recordset(asked.links) AS l (token text, kind text, name text, target text)
    ), decided AS (
      ${insertionOfDecisions(sql`SELECT asked.decision FROM touch JOIN asked ON asked.id = touch.id WHERE asked.decision IS NOT NULL`)}
    )`;
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

/** What became of a touch that was being sent, and what was wrong with it, in words that name nobody. */
type Settled = { readonly id: string } & ({ readonly status: 'sent'; readonly providerId: string } | { readonly status: 'not-sent'; readonly why: string; readonly problem?: string });

/** Records what became of a touch that was being sent; one already settled stays as it is. */
export const settleTouch = togetherIn(settleTouches, UNHURRIED);

/** Of two that settle the same touch the first is recorded. */
async function settleTouches(store: Store, settled: readonly Settled[]): Promise<undefined[]> {
  const first = [...firstById(settled, ({ id }) => id).values()];
  const column = (of: (one: Settled) => string | null | undefined) => sql`${first.map(of)}::text[]`;
  await sql`
    UPDATE touches t
       SET status = s.status, why = s.why, provider_id = s.provider_id, problem = left(s.problem, 1000), cost = CASE WHEN s.status = 'sent' THEN t.cost ELSE 0 END, lease_until = NULL
      FROM unnest(${column(({ id }) => id)}, ${column(({ status }) => status)}, ${column((one) => (one.status === 'sent' ? 'sent' : one.why))},
                  ${column((one) => (one.status === 'sent' ? one.providerId : null))}, ${column((one) => (one.status === 'sent' ? null : one.problem))}) AS s (id, status, why, provider_id, problem)
     WHERE t.id = s.id AND t.status = 'sending'`.execute(store);
  return settled.map(() => undefined);
}

function firstById<One>(all: readonly One[], idOf: (one: One) => string): Map<string, One> {
  return new Map([...all].reverse().map((one) => [idOf(one), one]));
}
