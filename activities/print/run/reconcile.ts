import { sql } from 'kysely';
import { failPieces } from '../../../store/print-failures.ts';
import type { PrinterReport, Reconciliation } from '../../../store/print-plan.ts';
import type { PrintRun } from '../../../store/print-runs.ts';
import { seedNumberOf, seedPieceId } from '../../../store/print-seeds.ts';
import type { Store } from '../../../store/connect.ts';
import { PermanentError } from '../../errors.ts';
import { printerOf } from './hand-over.ts';
import type { PrintRunDeps } from './print-run-deps.ts';
import { runFolder } from './run-folder.ts';
import { existingRun } from './run-lock.ts';

/** Pieces named in a record at most. */
const NAMED = 1_000;

export type { Reconciliation };

export interface ToReconcile {
  readonly runId: string;
  /** What the printer says; when left out, the printer is asked, unless a report was kept in the run's record. */
  readonly report?: PrinterReport;
  /** Looks at the kept report only. */
  readonly kept?: boolean;
}

/**
 * Compares what the printer says it printed with what was ordered, and records the differences by name. Spoiled pieces are taken back and their journeys
 * told. Safe to repeat: the newest report counts.
 *
 * @returns null while the printer has not said.
 */
export async function reconcile(deps: PrintRunDeps, { runId, report: given, kept = false }: ToReconcile): Promise<Reconciliation | null> {
  const run = await existingRun(deps.store, runId);
  if (run.status !== 'handed-over') throw new PermanentError('PrintRunNotHandedOver', `Expected print run ${runId} to be handed over before it is reconciled, got a run that is ${run.status}.`);
  if (run.reference === null) return record(deps.store, { run, report: { pieces: [] } });
  const report = given ?? (kept ? (run.report ?? undefined) : await ask(deps, run));
  return report ? record(deps.store, { run, report }) : null;
}

/** Ends the waiting for a printer that never said what it printed. */
export async function recordUnreported({ store }: { store: Store }, { runId }: { runId: string }): Promise<Reconciliation> {
  const ordered = (await orderedOf(store, await existingRun(store, runId))).size;
  const result: Reconciliation = { result: 'unreported', ordered, printed: 0, missing: 0, unknown: 0, spoiled: 0, differences: { missing: [], unknown: [], spoiled: [] } };
  await store.updateTable('print_runs').set({ reconciliation: JSON.stringify(result) }).where('id', '=', runId).where('reconciliation', 'is', null).execute();
  return (await existingRun(store, runId)).reconciliation ?? result;
}

async function ask(deps: PrintRunDeps, run: PrintRun): Promise<PrinterReport | undefined> {
  const { id: runId, campaign_id: campaignId, format, reference } = run;
  return printerOf(deps, run).report({ runId, campaignId, format, folder: runFolder(deps.out, runId), reference: reference ?? '' });
}

async function record(store: Store, { run, report }: { run: PrintRun; report: PrinterReport }): Promise<Reconciliation> {
  return store.transaction().execute(async (transaction) => {
    const result = compare(await orderedOf(transaction, run), report);
    const spoiled = report.pieces.filter(({ status }) => status === 'spoiled');
    for (const { pieceId, reason = 'spoiled' } of spoiled) {
      const seed = seedNumberOf(pieceId);
      if (seed !== undefined) await transaction.updateTable('print_seed_pieces').set({ problem: `spoiled: ${reason}` }).where('print_run_id', '=', run.id).where('number', '=', seed).execute();
    }
    // Of this run only: a report may name what is not ours.
    const given = JSON.stringify(spoiled.map(({ pieceId, reason = 'spoiled' }) => ({ pieceId, reason })));
    await failPieces(
      transaction,
      sql`SELECT m.touch_id, 'failed:spoiled' AS why, 'The printer spoiled it: ' || left(r.reason, 200) || '.' AS problem, 'spoiled' AS reason
            FROM jsonb_to_recordset(${given}::jsonb) AS r ("pieceId" text, reason text) JOIN mailpieces m ON m.touch_id = r."pieceId"
           WHERE m.print_run_id = ${run.id}`,
    );
    await transaction.updateTable('print_runs').set({ report: JSON.stringify(report), reconciliation: JSON.stringify(result) }).where('id', '=', run.id).execute();
    return result;
  });
}

/** What the printer was given and not told to leave: printed pieces, those it spoiled, and copies. */
async function orderedOf(store: Store, run: PrintRun): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT m.touch_id AS id FROM mailpieces m JOIN touches t ON t.id = m.touch_id
     WHERE m.print_run_id = ${run.id} AND (m.status = 'printed' OR t.why = 'failed:spoiled')`.execute(store);
  const copies = await store
    .selectFrom('print_seed_pieces')
    .select('number')
    .where('print_run_id', '=', run.id)
    .where((eb) => eb.or([eb('problem', 'is', null), eb('problem', 'like', 'spoiled%')]))
    .execute();
  return new Set([...rows.map(({ id }) => id), ...copies.map(({ number }) => seedPieceId(run.id, number))]);
}

function compare(ordered: ReadonlySet<string>, { pieces }: PrinterReport): Reconciliation {
  const said = new Map(pieces.map((piece) => [piece.pieceId, piece]));
  const missing = [...ordered].filter((id) => !said.has(id));
  const unknown = [...said.keys()].filter((id) => !ordered.has(id));
  const spoiled = [...said.values()].filter(({ pieceId, status }) => status === 'spoiled' && ordered.has(pieceId));
  return {
    result: missing.length + unknown.length + spoiled.length === 0 ? 'reconciled' : 'differs',
    ...{ ordered: ordered.size, printed: ordered.size - missing.length - spoiled.length, missing: missing.length, unknown: unknown.length, spoiled: spoiled.length },
    differences: {
      missing: missing.sort().slice(0, NAMED),
      unknown: unknown.sort().slice(0, NAMED).map((id) => id.slice(0, 200)),
      spoiled: spoiled.slice(0, NAMED).map(({ pieceId, reason = 'no reason given' }) => ({ pieceId, reason: reason.slice(0, 200) })),
    },
  };
}
