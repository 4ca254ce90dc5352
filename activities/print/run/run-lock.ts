import { sql } from 'kysely';
import type { Store } from '../../../store/connect.ts';
import { findPrintRun, type PrintRun } from '../../../store/print-runs.ts';
import { PermanentError, RetryableError } from '../../errors.ts';

/**
 * Works on a run's files as the only one, in one transaction: an attempt that was given up and still runs must not write over the files of the next.
 * Ends with the process, too: a killed one holds nothing.
 *
 * @throws RetryableError `PrintRunBusy` while another works on it.
 */
export async function alone<Result>(store: Store, runId: string, work: (transaction: Store, run: PrintRun) => Promise<Result>): Promise<Result> {
  return store.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ free: boolean }>`SELECT pg_try_advisory_xact_lock(hashtextextended(current_schema() || ' ' || ${runId}, 5)) AS free`.execute(transaction);
    if (!rows[0]!.free) throw new RetryableError('PrintRunBusy', `Expected nobody else to work on print run ${runId}, got an earlier attempt that has not ended yet.`, { retryAfterMs: 500 });
    return work(transaction, await existingRun(transaction, runId));
  });
}

export async function existingRun(store: Store, runId: string): Promise<PrintRun> {
  const run = await findPrintRun(store, runId);
  if (!run) throw new PermanentError('UnknownPrintRun', `Expected print run ${runId} to be in the store, got none. Queue a mailpiece for it first.`);
  return run;
}
