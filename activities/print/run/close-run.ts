import { sql } from 'kysely';
import type { Store } from '../../../store/connect.ts';
import { failPieces } from '../../../store/print-failures.ts';
import { partsOfPrintRunId, printRunIdOf } from '../../../store/print-run-id.ts';
import { PermanentError, RetryableError } from '../../errors.ts';
import { existingRun } from './run-lock.ts';

export interface ToClose {
  readonly runId: string;
  /** Pieces of a run at most; the others move on to the next batch of its cut-off. */
  readonly batch?: number;
  /** It closes because it is full, before its cut-off. */
  readonly full?: boolean;
  /** Pieces of a chunk; 1,000 unless said. */
  readonly chunkSize?: number;
}

export interface ClosedRun {
  /** Pieces to be printed. */
  readonly pieces: number;
  /** Stretches in which they are rendered. */
  readonly chunks: number;
  /** Pieces recalled, since the campaign's budget of print does not reach for them. */
  readonly overBudget: number;
  /** The batch that the pieces beyond this one's size went to; it has begun. */
  readonly next?: string;
}

const CHUNK = 1_000;

/**
 * Closes a run: from now on no mailpiece joins it and none is recalled. Pieces beyond the batch's size, the earliest first, go on to the next batch of the
 * same cut-off; those beyond the campaign's budget are taken back and their journeys told. What is left is parted into chunks. A run that nobody joined
 * is closed as well, so that a late piece takes the next cut-off. Waits for pieces that are joining at this moment. Safe to repeat.
 */
export async function closeRun({ store }: { store: Store }, { runId, batch: size, full = false, chunkSize = CHUNK }: ToClose): Promise<ClosedRun> {
  const { campaignId, format, cutOff, batch } = partsOf(runId);
  return store.transaction().execute(async (transaction) => {
    // Before the run, so that everybody takes the locks in one order: of two runs that close at once, the second counts what the first kept.
    const campaign = await transaction.selectFrom('campaigns').select(['print']).where('id', '=', campaignId).forNoKeyUpdate().executeTakeFirst();
    if (!campaign) throw new PermanentError('UnknownCampaign', `Expected campaign '${campaignId}' to be in the store, got none. Launch it with launchCampaign.`);
    await transaction
      .insertInto('print_runs')
      .values({ id: runId, campaign_id: campaignId, format, cut_off: new Date(cutOff), batch, ...(campaign.print ? { printer: campaign.print.printer } : {}) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await sql`SELECT FROM print_runs WHERE id = ${runId} FOR UPDATE`.execute(transaction);
    const run = await existingRun(transaction, runId);
    const nextId = printRunIdOf({ campaignId, format, cutOff, batch: batch + 1 });
    if (run.status !== 'open') return closed(transaction, { runId, nextId, overBudget: run.over_budget });

    const beyond = size === undefined ? [] : await piecesBeyond(transaction, runId, size);
    await transaction.updateTable('print_runs').set({ status: 'closed', closed_by: full || beyond.length > 0 ? 'full' : 'cut-off' }).where('id', '=', runId).execute();
    if (beyond.length > 0) {
      await transaction.insertInto('print_runs').values({ id: nextId, campaign_id: campaignId, format, cut_off: new Date(cutOff), batch: batch + 1, printer: run.printer }).execute();
      await sql`UPDATE mailpieces SET print_run_id = ${nextId} WHERE touch_id = ANY(${beyond}::text[])`.execute(transaction);
    }
    const overBudget = campaign.print?.budget === undefined ? 0 : await recallOverBudget(transaction, { campaignId, runId, budget: campaign.print.budget });
    if (overBudget > 0) await transaction.updateTable('print_runs').set({ over_budget: overBudget }).where('id', '=', runId).execute();
    await partIntoChunks(transaction, runId, chunkSize);
    return closed(transaction, { runId, nextId, overBudget });
  });
}

/**
 * Looks whether a batch is full. To be retried until it is.
 *
 * @param every milliseconds after which it is worth another look
 * @throws RetryableError `BatchNotFull` while it is not.
 */
export async function waitUntilFull({ store }: { store: Store }, { runId, batch, every }: { runId: string; batch: number; every: number }): Promise<void> {
  const { rows } = await sql<{ queued: number }>`
    SELECT count(*)::int AS queued FROM (SELECT FROM mailpieces WHERE print_run_id = ${runId} AND status = 'queued' LIMIT ${batch}) pieces`.execute(store);
  const { queued } = rows[0]!;
  if (queued < batch) throw new RetryableError('BatchNotFull', `Expected ${batch} pieces for a full batch, got ${queued} so far. It closes at its cut-off at the latest.`, { retryAfterMs: every });
}

function partsOf(runId: string): ReturnType<typeof partsOfPrintRunId> {
  try {
    return partsOfPrintRunId(runId);
  } catch (error) {
    throw new PermanentError('BadPrintRun', (error as Error).message);
  }
}

async function piecesBeyond(store: Store, runId: string, size: number): Promise<string[]> {
  const { rows } = await sql<{ touch_id: string }>`
    SELECT touch_id FROM mailpieces WHERE print_run_id = ${runId} AND status = 'queued' ORDER BY queued_at, touch_id OFFSET ${size}`.execute(store);
  return rows.map(({ touch_id }) => touch_id);
}

/** The earliest queued are kept. */
function recallOverBudget(store: Store, { campaignId, runId, budget }: { campaignId: string; runId: string; budget: number }): Promise<number> {
  const problem = `Expected the campaign's print to stay within its budget of ${budget} euros, got more with this piece. It was queued after those that the budget reaches for.`;
  return failPieces(
    store,
    sql`
      SELECT touch_id, 'over-budget' AS why, ${problem}::text AS problem, 'over-budget' AS reason
        FROM (SELECT m.touch_id, sum(t.cost) OVER (ORDER BY m.queued_at, m.touch_id) AS cost
                FROM mailpieces m JOIN touches t ON t.id = m.touch_id WHERE m.print_run_id = ${runId} AND m.status = 'queued') queued,
             (SELECT coalesce(sum(t.cost), 0) AS cost
                FROM print_runs r JOIN mailpieces m ON m.print_run_id = r.id JOIN touches t ON t.id = m.touch_id
               WHERE r.campaign_id = ${campaignId} AND r.id <> ${runId} AND r.status <> 'open' AND m.status <> 'recalled') spent
       WHERE spent.cost + queued.cost > ${budget}::numeric`,
  );
}

/** In the order of touch ids, so that a chunk is a stretch of them. */
async function partIntoChunks(store: Store, runId: string, size: number): Promise<void> {
  await sql`
    INSERT INTO print_chunks (print_run_id, chunk, first_touch, last_touch, planned)
    SELECT ${runId}, (place - 1) / ${size}::int + 1, min(touch_id), max(touch_id), count(*)
      FROM (SELECT touch_id, (row_number() OVER (ORDER BY touch_id))::int AS place FROM mailpieces WHERE print_run_id = ${runId} AND status = 'queued') pieces
     GROUP BY 2`.execute(store);
}

async function closed(store: Store, { runId, nextId, overBudget }: { runId: string; nextId: string; overBudget: number }): Promise<ClosedRun> {
  const { rows } = await sql<{ pieces: number; chunks: number; hasNext: boolean }>`
    SELECT coalesce(sum(planned), 0)::int AS pieces, count(*)::int AS chunks, EXISTS (SELECT FROM print_runs WHERE id = ${nextId}) AS "hasNext"
      FROM print_chunks WHERE print_run_id = ${runId}`.execute(store);
  const { pieces, chunks, hasNext } = rows[0]!;
  return { pieces, chunks, overBudget, ...(hasNext ? { next: nextId } : {}) };
}
