import { sql } from 'kysely';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { failPieces } from '../../../store/print-failures.ts';
import { findApproval, type PrintRun } from '../../../store/print-runs.ts';
import type { Store } from '../../../store/connect.ts';
import { PermanentError } from '../../errors.ts';
import type { Piece } from '../piece.ts';
import { queuedPieces } from '../queued-pieces.ts';
import { renderPrintRun } from '../render-print-run.ts';
import type { PrintRunDeps } from './print-run-deps.ts';
import { chooseProof } from './proof-choice.ts';
import { runFolder } from './run-folder.ts';
import { alone, existingRun } from './run-lock.ts';
import { writeFile } from './write-file.ts';

/** Whether a run may be printed. */
export type Approval =
  /** Somebody approved a run of this campaign and format, or nothing is to be printed. */
  | { readonly approved: true; readonly by: string }
  /** Somebody has to look at the proof. */
  | { readonly approved: false; readonly proof: string; readonly pieces: number; readonly unprintable: number };

/**
 * Makes the proof of a run, unless the campaign's format has been approved: `proof/proof.pdf` (and `proof-fronts.pdf`) in the run's folder, with the pieces whose
 * texts are the longest, listed in `proof.csv` with why each is in it. From then on the run awaits an approval. Safe to repeat.
 *
 * @param pieces of the proof at most
 */
export async function askApproval(deps: PrintRunDeps, { runId, pieces }: { runId: string; pieces: number }): Promise<Approval> {
  const { store } = deps;
  // In this order: who approves another run looks for those that wait, and finds this one, or this one finds the approval.
  await store.updateTable('print_runs').set({ status: 'awaiting-approval' }).where('id', '=', runId).where('status', '=', 'closed').execute();
  const run = await existingRun(store, runId);
  const approval = await findApproval(store, { campaignId: run.campaign_id, format: run.format });
  if (approval) {
    await release(store, runId);
    return { approved: true, by: approval.by };
  }
  return alone(store, runId, async (transaction) => writeProof({ ...deps, store: transaction }, run, pieces));
}

async function writeProof(deps: PrintRunDeps, run: PrintRun, size: number): Promise<Approval> {
  const choice = chooseProof(size);
  let unprintable = 0;
  const chunks = await deps.store.selectFrom('print_chunks').select(['first_touch', 'last_touch']).where('print_run_id', '=', run.id).orderBy('chunk').execute();
  for (const { first_touch: first, last_touch: last } of chunks) {
    const queued = await queuedPieces(deps, { runId: run.id, first, last });
    choice.see(queued.pieces);
    unprintable += queued.unprintable.length;
    deps.heartbeat?.({ looked: last });
  }
  const chosen = choice.pieces();
  const rendered = await renderPrintRun({ title: `${run.id}: proof`, pieces: chosen.map(({ piece }) => piece), at: run.cut_off, ...(deps.prepress && { prepress: deps.prepress }) });
  const folder = join(runFolder(deps.out, run.id), 'proof');
  await writeFile(deps, join(folder, 'proof.pdf'), rendered.pdf);
  if (rendered.fronts) await writeFile(deps, join(folder, 'proof-fronts.pdf'), rendered.fronts);
  const places = new Map(rendered.printed.map((one) => [one.piece.touchId, one]));
  const problems = new Map(rendered.unprintable.map(({ touchId, error }) => [touchId, error.message]));
  const rowOf = ({ piece, why }: { piece: Piece; why: string }): (string | number | null)[] => {
    const place = places.get(piece.touchId);
    return [piece.touchId, why, place?.firstPage ?? null, place?.lastPage ?? null, place?.frontPage ?? null, problems.get(piece.touchId) ?? ''];
  };
  await writeFile(deps, join(folder, 'proof.csv'), stringify([['piece_id', 'why', 'first_page', 'last_page', 'front_page', 'problem'], ...chosen.map(rowOf)], { record_delimiter: 'windows' }));
  const proof = join(folder, 'proof.pdf');
  await deps.store.updateTable('print_runs').set({ proof }).where('id', '=', run.id).execute();
  return { approved: false, proof, pieces: rendered.printed.length, unprintable: unprintable + rendered.unprintable.length };
}

export interface ApprovalDeps {
  readonly store: Store;
  /** Tells a run's workflow that it may go on. */
  readonly tellApproved: (runId: string, by: string) => Promise<void>;
}

/** Records who approved a run, for all later ones of its campaign and format, and lets those that wait go on as well. The first one stays. Safe to repeat. */
export async function approveRun({ store, tellApproved }: ApprovalDeps, { runId, by }: { runId: string; by: string }): Promise<void> {
  const { campaign_id, format } = await existingRun(store, runId);
  await store
    .insertInto('print_approvals')
    .values({ campaign_id, format, print_run_id: runId, approved_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await release(store, runId);
  const waiting = await store.selectFrom('print_runs').select('id').where('campaign_id', '=', campaign_id).where('format', '=', format).where('status', '=', 'awaiting-approval').execute();
  for (const { id } of waiting) await tellApproved(id, by);
}

async function release(store: Store, runId: string): Promise<void> {
  await store.updateTable('print_runs').set({ status: 'closed' }).where('id', '=', runId).where('status', '=', 'awaiting-approval').execute();
}

export interface Rejection {
  readonly runId: string;
  /** Of each touch, such as `not-approved`. */
  readonly why: string;
  /** For the operator. */
  readonly problem: string;
}

/** Gives a run up that was not handed over: its pieces are recalled and their journeys told. Safe to repeat. */
export async function rejectRun({ store }: { store: Store }, { runId, why, problem }: Rejection): Promise<{ recalled: number }> {
  return store.transaction().execute(async (transaction) => {
    await sql`SELECT FROM print_runs WHERE id = ${runId} FOR UPDATE`.execute(transaction);
    const { status } = await existingRun(transaction, runId);
    if (status === 'handed-over') throw new PermanentError('PrintRunHandedOver', `Expected print run ${runId} not to be handed over when it is given up, got one that is.`);
    const reason = why;
    await failPieces(transaction, sql`SELECT touch_id, ${why}::text AS why, ${problem}::text AS problem, ${reason}::text AS reason FROM mailpieces WHERE print_run_id = ${runId}`);
    await transaction.updateTable('print_runs').set({ status: 'rejected', problem }).where('id', '=', runId).execute();
    const { rows } = await sql<{ recalled: number }>`SELECT count(*)::int AS recalled FROM mailpieces WHERE print_run_id = ${runId} AND status = 'recalled'`.execute(transaction);
    return { recalled: rows[0]!.recalled };
  });
}
