import { sql } from 'kysely';
import type { Store } from '../../store/connect.ts';

/** A mailpiece and the print run that it is to join. */
export interface QueuedMailpiece {
  readonly touchId: string;
  readonly campaignId: string;
  /** `<campaign>/<cut-off>`. */
  readonly runId: string;
  /** Campaign times. */
  readonly cutOff: Date;
  readonly inHome: Date;
}

/**
 * Lets a mailpiece join a print run, which begins with its first piece. To be called in the transaction that records the touch. The run is
 * locked for sharing until that commits: closing it waits for the piece, or the piece sees it closed; none is lost between. Safe to repeat.
 *
 * @returns `closed` when the run takes no more pieces: take the next cut-off.
 * @example
 * await queueMailpiece(transaction, { touchId: 'spring/p-001/renewal-postcard/1', campaignId: 'spring', runId, cutOff, inHome }); // 'queued'
 */
export async function queueMailpiece(transaction: Store, piece: QueuedMailpiece): Promise<'queued' | 'closed'> {
  const { touchId, campaignId, runId, cutOff } = piece;
  if (await join(transaction, piece)) return 'queued';
  const known = await transaction.selectFrom('mailpieces').select('touch_id').where('touch_id', '=', touchId).executeTakeFirst();
  if (known) return 'queued';
  await transaction.insertInto('print_runs').values({ id: runId, campaign_id: campaignId, cut_off: cutOff }).onConflict((conflict) => conflict.doNothing()).execute();
  return (await join(transaction, piece)) ? 'queued' : 'closed';
}

async function join(transaction: Store, { touchId, runId, inHome }: QueuedMailpiece): Promise<boolean> {
  const { rows } = await sql`
    WITH run AS (SELECT id FROM print_runs WHERE id = ${runId} AND status = 'open' FOR SHARE)
    INSERT INTO mailpieces (touch_id, print_run_id, in_home_estimate)
    SELECT ${touchId}, run.id, ${inHome}::timestamptz FROM run
    ON CONFLICT (touch_id) DO NOTHING RETURNING touch_id`.execute(transaction);
  return rows.length > 0;
}
