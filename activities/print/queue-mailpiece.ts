import { sql } from 'kysely';
import type { Store } from '../../store/connect.ts';
import { printRunIdOf } from '../../store/print-run-id.ts';

/** A mailpiece and the print run that it is to join. */
export interface QueuedMailpiece {
  readonly touchId: string;
  readonly campaignId: string;
  /** Such as `a6-postcard`. */
  readonly format: string;
  /** Campaign times. */
  readonly cutOff: Date;
  readonly inHome: Date;
  /** Who prints it; `folder` unless said. */
  readonly printer?: string;
}

/**
 * Lets a mailpiece join the batch of a cut-off that is open, which begins with its first piece. To be called in the transaction that records the
 * touch. The run is locked for sharing until that commits: closing it waits for the piece, or the piece sees it closed; none is lost between. Safe to
 * repeat.
 *
 * @returns the run's id; `closed` when the cut-off is past: take the next.
 * @example
 * await queueMailpiece(transaction, { touchId: 'spring/p-001/renewal-postcard/1', campaignId: 'spring', format: 'a6-postcard', cutOff, inHome }); // 'spring/a6-postcard/2027-…'
 */
export async function queueMailpiece(transaction: Store, piece: QueuedMailpiece): Promise<{ readonly runId: string } | 'closed'> {
  const { touchId, campaignId, format, cutOff, printer = 'folder' } = piece;
  for (;;) {
    const joined = await join(transaction, piece);
    if (joined !== undefined) return { runId: joined };
    const known = await transaction.selectFrom('mailpieces').select('print_run_id').where('touch_id', '=', touchId).executeTakeFirst();
    if (known) return { runId: known.print_run_id };
    const newest = await transaction
      .selectFrom('print_runs')
      .select(['batch', 'status', 'closed_by'])
      .where('campaign_id', '=', campaignId)
      .where('format', '=', format)
      .where('cut_off', '=', cutOff)
      .orderBy('batch', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (newest && newest.status !== 'open' && newest.closed_by !== 'full') return 'closed';
    if (newest?.status === 'open') continue;
    const batch = (newest?.batch ?? 0) + 1;
    const id = printRunIdOf({ campaignId, format, cutOff: cutOff.getTime(), batch });
    // Another piece that begins it at this moment is waited for; then both join.
    await transaction.insertInto('print_runs').values({ id, campaign_id: campaignId, format, cut_off: cutOff, batch, printer }).onConflict((conflict) => conflict.doNothing()).execute();
  }
}

async function join(transaction: Store, { touchId, campaignId, format, cutOff, inHome }: QueuedMailpiece): Promise<string | undefined> {
  const { rows } = await sql<{ runId: string }>`
    WITH run AS (SELECT id FROM print_runs WHERE campaign_id = ${campaignId} AND format = ${format} AND cut_off = ${cutOff}::timestamptz AND status = 'open' FOR SHARE)
    INSERT INTO mailpieces (touch_id, print_run_id, in_home_estimate)
    SELECT ${touchId}, run.id, ${inHome}::timestamptz FROM run
    ON CONFLICT (touch_id) DO NOTHING RETURNING print_run_id AS "runId"`.execute(transaction);
  return rows[0]?.runId;
}
