import { sql, type Selectable } from 'kysely';
import type { Store } from './connect.ts';
import type { PrintRunStatus, Reconciliation } from './print-plan.ts';
import type { Database } from './schema.ts';

export type PrintRun = Selectable<Database['print_runs']>;

export async function findPrintRun(store: Store, id: string): Promise<PrintRun | undefined> {
  return store.selectFrom('print_runs').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A print run as it is listed. */
export interface ListedRun {
  readonly id: string;
  readonly status: PrintRunStatus;
  readonly printer: string;
  /** Campaign time. */
  readonly cutOff: Date;
  /** Pieces by what became of them. */
  readonly queued: number;
  readonly printed: number;
  readonly recalled: number;
  /** Path of the PDF that is to be approved, as its worker sees it; none before it is made. */
  readonly proof: string | null;
  /** Why it is not printed. */
  readonly problem: string | null;
  readonly reference: string | null;
  readonly reconciliation: Reconciliation | null;
}

/** The print runs of a campaign, or of all, newest cut-off first; 100 at most. */
export async function listPrintRuns(store: Store, campaignId?: string): Promise<ListedRun[]> {
  const { rows } = await sql<ListedRun>`
    SELECT r.id, r.status, r.printer, r.cut_off AS "cutOff", r.proof, r.problem, r.reference, r.reconciliation,
           count(m.*) FILTER (WHERE m.status = 'queued')::int AS queued, count(m.*) FILTER (WHERE m.status = 'printed')::int AS printed,
           count(m.*) FILTER (WHERE m.status = 'recalled')::int AS recalled
      FROM (SELECT * FROM print_runs WHERE ${campaignId ?? null}::text IS NULL OR campaign_id = ${campaignId ?? null} ORDER BY cut_off DESC, batch DESC, id LIMIT 100) r
           LEFT JOIN mailpieces m ON m.print_run_id = r.id
     GROUP BY r.id, r.status, r.printer, r.cut_off, r.batch, r.proof, r.problem, r.reference, r.reconciliation
     ORDER BY r.cut_off DESC, r.batch DESC, r.id`.execute(store);
  return rows;
}

/** A run's pieces by what became of them. */
export async function countPieces(store: Store, runId: string): Promise<Pick<ListedRun, 'queued' | 'printed' | 'recalled'>> {
  const { rows } = await sql<Pick<ListedRun, 'queued' | 'printed' | 'recalled'>>`
    SELECT count(*) FILTER (WHERE status = 'queued')::int AS queued, count(*) FILTER (WHERE status = 'printed')::int AS printed, count(*) FILTER (WHERE status = 'recalled')::int AS recalled
      FROM mailpieces WHERE print_run_id = ${runId}`.execute(store);
  return rows[0]!;
}

/**
 * Keeps what a printer said of a run, for its workflow to compare.
 *
 * @returns false when there is no such run.
 */
export async function savePrinterReport(store: Store, { runId, report }: { runId: string; report: NonNullable<PrintRun['report']> }): Promise<boolean> {
  const saved = await store.updateTable('print_runs').set({ report: JSON.stringify(report) }).where('id', '=', runId).returning('id').executeTakeFirst();
  return saved !== undefined;
}

/** Who approved a campaign's format, if anybody did. */
export async function findApproval(store: Store, { campaignId, format }: { campaignId: string; format: string }): Promise<{ by: string; at: Date } | undefined> {
  return store.selectFrom('print_approvals').select(['approved_by as by', 'at']).where('campaign_id', '=', campaignId).where('format', '=', format).executeTakeFirst();
}

/** Print runs whose proof is made and waits for somebody. */
export async function countToApprove(store: Store): Promise<number> {
  const { rows } = await sql<{ runs: number }>`SELECT count(*)::int AS runs FROM print_runs WHERE status = 'awaiting-approval' AND proof IS NOT NULL`.execute(store);
  return rows[0]!.runs;
}

/** A part of a run that is rendered by itself. */
export interface RunChunk {
  readonly chunk: number;
  readonly planned: number;
  /** Null until it is rendered. */
  readonly pieces: number | null;
  readonly renderedAt: Date | null;
}

export async function chunksOf(store: Store, runId: string): Promise<RunChunk[]> {
  return store.selectFrom('print_chunks').select(['chunk', 'planned', 'pieces', 'rendered_at as renderedAt']).where('print_run_id', '=', runId).orderBy('chunk').execute();
}
