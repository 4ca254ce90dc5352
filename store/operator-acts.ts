import { sql } from 'kysely';
import type { Store } from './connect.ts';

/** What operators do on the dashboard. `look` is at a person: their name, address and what they received. */
export type OperatorAct = 'sign-in' | 'sign-out' | 'look' | 'search' | 'look-at-proof' | 'pause' | 'resume' | 'stop' | 'pace' | 'approve' | 'reject' | 'pause-journey' | 'resume-journey' | 'skip-wait' | 'end-journey' | 'accept-lesson' | 'dismiss-lesson';

/** One act, done or tried. */
export interface NewAct {
  readonly operator: string;
  readonly act: OperatorAct;
  readonly campaignId?: string | undefined;
  readonly prospectId?: string | undefined;
  /** What more there is to say: the new pace, a print run, a reason. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Why it failed. */
  readonly problem?: string | undefined;
}

export interface RecordedAct extends Omit<NewAct, 'act'> {
  readonly id: string;
  readonly act: string;
  readonly at: Date;
}

/** Minutes within which a second look by the same operator is the same look. */
const ONE_LOOK = 10;

export async function recordAct(store: Store, { operator, act, campaignId, prospectId, details = {}, problem }: NewAct): Promise<void> {
  const values = { operator, act, campaign_id: campaignId ?? null, prospect_id: prospectId ?? null, details: JSON.stringify(details), problem: problem ?? null };
  await store.insertInto('operator_acts').values(values).execute();
}

/** Records that an operator looked at something, once for a look that goes from page to picture and back. */
export async function recordLook(store: Store, { operator, act, campaignId, prospectId, details = {} }: Omit<NewAct, 'problem'>): Promise<void> {
  const [campaign, prospect, more] = [sql`${campaignId ?? null}::text`, sql`${prospectId ?? null}::text`, sql`${JSON.stringify(details)}::jsonb`];
  await sql`
    INSERT INTO operator_acts (operator, act, prospect_id, campaign_id, details)
    SELECT ${operator}, ${act}, ${prospect}, ${campaign}, ${more}
     WHERE NOT EXISTS (SELECT FROM operator_acts WHERE operator = ${operator} AND act = ${act} AND details = ${more} AND at > now() - ${ONE_LOOK} * interval '1 minute'
                          AND prospect_id IS NOT DISTINCT FROM ${prospect} AND campaign_id IS NOT DISTINCT FROM ${campaign})`.execute(store);
}

export interface ActsOptions {
  readonly campaignId?: string | undefined;
  readonly prospectId?: string | undefined;
  /** Older than this act: the last of the page before. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** What was done, newest first. */
export async function listActs(store: Store, { campaignId, prospectId, before, limit }: ActsOptions): Promise<RecordedAct[]> {
  let query = store.selectFrom('operator_acts').selectAll().orderBy('id', 'desc').limit(limit);
  if (campaignId !== undefined) query = query.where('campaign_id', '=', campaignId);
  if (prospectId !== undefined) query = query.where('prospect_id', '=', prospectId);
  if (before !== undefined) query = query.where('id', '<', before);
  return (await query.execute()).map(({ campaign_id, prospect_id, problem, ...row }) => ({ ...row, campaignId: campaign_id ?? undefined, prospectId: prospect_id ?? undefined, problem: problem ?? undefined }));
}
