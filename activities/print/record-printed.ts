import { sql } from 'kysely';
import type { Store } from '../../store/connect.ts';
import type { PrintedPiece } from './piece.ts';
import type { UnprintableError } from './unprintable-error.ts';

export interface PrintRecord {
  readonly runId: string;
  readonly printed: readonly PrintedPiece[];
  readonly unprintable: readonly { readonly touchId: string; readonly error: UnprintableError }[];
  readonly pdf: string | null;
  readonly manifest: string | null;
}

/** Records a rendered run in one transaction: its pieces with page and hash, those that could not be printed with their problem, its files. */
export async function recordPrinted(store: Store, { runId, printed, unprintable, pdf, manifest }: PrintRecord): Promise<void> {
  const pages = printed.map(({ piece, firstPage, lastPage, sha256 }) => ({ touch_id: piece.touchId, first_page: firstPage, last_page: lastPage, sha256 }));
  const problems = unprintable.map(({ touchId, error }) => ({ touch_id: touchId, why: `failed:${error.type}`, problem: error.message }));
  await store.transaction().execute(async (transaction) => {
    await sql`
      UPDATE mailpieces m SET status = 'printed', first_page = r.first_page, last_page = r.last_page, sha256 = r.sha256
        FROM jsonb_to_recordset(${JSON.stringify(pages)}::jsonb) AS r (touch_id text, first_page integer, last_page integer, sha256 text)
       WHERE m.touch_id = r.touch_id`.execute(transaction);
    await sql`
      WITH failed AS (
        UPDATE mailpieces m SET status = 'recalled', problem = r.problem
          FROM jsonb_to_recordset(${JSON.stringify(problems)}::jsonb) AS r (touch_id text, why text, problem text)
         WHERE m.touch_id = r.touch_id RETURNING m.touch_id, r.why
      )
      UPDATE touches t SET status = 'not-sent', why = failed.why, cost = 0 FROM failed WHERE t.id = failed.touch_id`.execute(transaction);
    await transaction.updateTable('print_runs').set({ status: 'printed', pieces: printed.length, pdf, manifest }).where('id', '=', runId).where('status', '=', 'closed').execute();
  });
}
