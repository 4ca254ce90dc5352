import type { Clock } from '../../../engine/index.ts';
import { failPieces, postponePieces } from '../../../store/print-failures.ts';
import type { PrintRun } from '../../../store/print-runs.ts';
import { seedNumberOf } from '../../../store/print-seeds.ts';
import type { Store } from '../../../store/connect.ts';
import { PermanentError } from '../../errors.ts';
import { inHomeEstimate } from '../in-home.ts';
import type { PrintProvider, Receipt } from '../providers/print-provider.ts';
import { printerNamed } from '../providers/printers.ts';
import { clearParts } from './complete-run.ts';
import type { PrintRunDeps } from './print-run-deps.ts';
import { printJob } from './print-job.ts';
import { printMessagesOf } from './run-messages.ts';
import { existingRun } from './run-lock.ts';

/** What became of a hand-over. Holds no identity: it is written into Temporal's history. */
export interface HandedOver {
  readonly pieces: number;
  /** Campaign time in milliseconds. */
  readonly handedOverAt: number;
  /** What the printer calls it, or where it lies; none when there was nothing to hand over. */
  readonly reference: string | null;
}

export interface ToHandOver {
  readonly runId: string;
  /** Campaign time in milliseconds. */
  readonly at: number;
  readonly clock: Clock;
}

const DAY = 86_400_000;
/** Milliseconds of the world: what rendering takes is not late, however fast the campaign's clock runs. */
const RENDERING = 10_000;

/**
 * Gives a rendered run to its printer and records the receipt. Pieces that the printer refuses are taken back and their journeys told. When it is a day
 * or more later than the cut-off, the pieces' in-home estimates move, and their journeys are told. Done again, the first time stays.
 *
 * @throws PermanentError when the run is unknown or not rendered, or as the printer refuses it; RetryableError while the printer is not there.
 */
export async function handOver(deps: PrintRunDeps, { runId, at, clock }: ToHandOver): Promise<HandedOver> {
  const { store, out, heartbeat } = deps;
  const run = await existingRun(store, runId);
  if (run.status === 'handed-over') return receiptOf(run);
  if (run.status !== 'printed') throw new PermanentError('PrintRunNotPrinted', `Expected print run ${runId} to be rendered before it is handed over, got a run that is ${run.status}.`);
  const messages = await printMessagesOf(deps, run.campaign_id);
  const receipt = run.pdf === null ? undefined : await printerOf(deps, run).handOver(await printJob({ store, out, messages }, run), heartbeat ? { heartbeat } : {});
  const isLate = at - run.cut_off.getTime() >= Math.max(DAY, RENDERING * clock.speed);
  await store.transaction().execute(async (transaction) => {
    const recorded = await transaction
      .updateTable('print_runs')
      .set({ status: 'handed-over', handed_over_at: new Date(at), reference: receipt?.reference ?? null })
      .where('id', '=', runId)
      .where('status', '=', 'printed')
      .returning('id')
      .executeTakeFirst();
    if (!recorded) return;
    if (receipt) await recordRefused(transaction, run, receipt);
    if (isLate) for (const [message, of] of messages) await postponePieces(transaction, { runId, message, inHome: inHomeEstimate(of, at) });
  });
  await clearParts(out, runId);
  return receiptOf(await existingRun(store, runId));
}

/**
 * Who prints a run.
 *
 * @throws as `printerNamed`: to be tried again while this worker has no settings for it.
 */
export function printerOf({ printers }: Pick<PrintRunDeps, 'printers'>, { printer }: Pick<PrintRun, 'printer'>): PrintProvider {
  return printerNamed(printers, printer);
}

/**
 * Asks a run's printer whether it prints its format, before anything is rendered.
 *
 * @returns why not, in words for the operator; null when it does.
 */
export async function refusalOf(deps: Pick<PrintRunDeps, 'store' | 'printers'>, { runId }: { runId: string }): Promise<string | null> {
  const run = await existingRun(deps.store, runId);
  try {
    return printerOf(deps, run).refusesFormat(run.format) ?? null;
  } catch (error) {
    if (error instanceof PermanentError) return error.message;
    throw error;
  }
}

async function recordRefused(store: Store, run: PrintRun, { refused }: Receipt): Promise<void> {
  const seeds = refused.flatMap(({ pieceId, reason }) => (seedNumberOf(pieceId) === undefined ? [] : [{ number: seedNumberOf(pieceId)!, reason }]));
  for (const { number, reason } of seeds) await store.updateTable('print_seed_pieces').set({ problem: `refused: ${reason}` }).where('print_run_id', '=', run.id).where('number', '=', number).execute();
  await failPieces(
    store,
    refused
      .filter(({ pieceId }) => seedNumberOf(pieceId) === undefined)
      .map(({ pieceId, reason }) => ({ touchId: pieceId, why: `failed:refused:${reason}`, problem: `Expected the printer '${run.printer}' to take the piece, got: ${reason}.`, reason: `refused:${reason}`.slice(0, 100) })),
  );
}

function receiptOf({ id, pieces, handed_over_at, reference }: PrintRun): HandedOver {
  if (!handed_over_at) throw new PermanentError('PrintRunNotPrinted', `Expected print run ${id} to be handed over, got none.`);
  return { pieces: pieces ?? 0, handedOverAt: handed_over_at.getTime(), reference };
}
