import { ActivityFailure, allHandlersFinished, condition, isCancellation, rootCause } from '@temporalio/workflow';
import { campaignTime, type Clock } from '../engine/index.ts';
import { Desk, type Decision } from './print-run/desk.ts';
import { gather } from './print-run/gather.ts';
import type { PrintRunProgress } from './print-run/progress.ts';
import { printSteps, type PrintSteps } from './print-run/steps.ts';

/** What a print run is started with; its id is `print-run/<campaign>/<format>/<cut-off>`, and `/<batch>` from the second of a cut-off on. */
export interface PrintRunInput {
  readonly runId: string;
  /** Campaign time in milliseconds since 1970 at which no piece joins it any more. */
  readonly cutOff: number;
  readonly clock: Clock;
  /** Pieces at most: once it has so many, it closes before its cut-off. */
  readonly batch?: number;
  /** Pieces of the proof that an operator approves first; none unless said. */
  readonly proof?: number;
  /** Pieces of a file; 1,000 unless said. */
  readonly chunkSize?: number;
}

const DAY = 86_400_000;
/** Days of the campaign for which an operator is waited for, and after which a printer that said nothing is left alone. */
const DECIDE_WITHIN = 7 * DAY;
const REPORTED_WITHIN = 14;

/** Gathers pieces until its cut-off, prints them and hands them over. Started by the first piece. */
export function printRun(input: PrintRunInput): Promise<PrintRunProgress> {
  return runPrintRun(input, printSteps());
}

/**
 * A print run: gathers, closes, has its proof approved, renders a part at a time, hands over, and compares what the printer says with what was ordered. Each
 * step is recorded before the next begins and is safe to repeat, so a crash anywhere goes on where it stood.
 */
export async function runPrintRun(input: PrintRunInput, steps: PrintSteps): Promise<PrintRunProgress> {
  const { runId, clock, batch, proof = 0, chunkSize } = input;
  const now = (): number => Math.round(campaignTime(clock, Date.now()));
  const desk = new Desk({ runId, compare: (report) => steps.reconcile({ runId, ...(report ? { report } : { kept: true }) }) });
  const until = (): number => now() + DECIDE_WITHIN;
  const patience = Math.ceil(DECIDE_WITHIN / clock.speed);

  async function approval(): Promise<Decision | undefined> {
    const asked = await steps.askApproval({ runId, pieces: proof });
    if (asked.approved) return { by: asked.by };
    const { proof: file, pieces: shown, unprintable } = asked;
    const decision = await desk.decision({ state: 'awaiting-approval', proof: { file, pieces: shown, unprintable }, decideBy: until() }, patience);
    if (decision && 'by' in decision) await steps.approveRun({ runId, by: decision.by });
    return decision;
  }
  async function reject(why: string, problem: string): Promise<PrintRunProgress> {
    await steps.rejectRun({ runId, why, problem });
    return end({ state: 'rejected', pieces: 0, problem });
  }
  async function end(change: Partial<PrintRunProgress>): Promise<PrintRunProgress> {
    desk.change(change);
    await condition(allHandlersFinished);
    return desk.progress;
  }

  const isFull = (await gather(input)) === 'full';
  const { pieces, chunks, overBudget, next } = await steps.closeRun({ runId, ...(batch === undefined ? {} : { batch }), ...(isFull ? { full: true } : {}), ...(chunkSize === undefined ? {} : { chunkSize }) });
  if (next !== undefined) await steps.startRun({ runId: next });
  desk.change({ pieces, overBudget, chunks: { done: 0, of: chunks } });

  const refusal = pieces > 0 ? await steps.refusalOf({ runId }) : null;
  if (refusal !== null) return reject('failed:printer-refuses-format', `The printer does not print this format: ${refusal}`);
  if (proof > 0 && pieces > 0) {
    desk.change({ state: 'preparing-proof' });
    const decision = await approval();
    if (!decision || !('by' in decision)) return reject('not-approved', decision && 'rejected' in decision ? `Rejected: ${decision.rejected}` : 'Nobody approved its proof within 7 days.');
    desk.change({ approvedBy: decision.by });
  }

  desk.change({ state: 'rendering' });
  for (let chunk = 1; chunk <= chunks; chunk++) {
    const rendered = await steps.renderChunk({ runId, chunk });
    desk.change({ chunks: { done: chunk, of: chunks }, unprintable: desk.progress.unprintable + rendered.unprintable, pieces: desk.progress.pieces - rendered.unprintable });
  }
  const completed = await steps.completeRun({ runId, at: now() });
  desk.change({ state: 'handing-over', seeds: completed.seeds, ...(completed.folder === null ? {} : { folder: completed.folder }) });

  for (;;) {
    const problem = await steps.handOver({ runId, at: now(), clock }).then(({ handedOverAt: at, reference }) => void desk.change({ state: 'handed-over', handedOver: { at, reference } }), reasonOf);
    if (problem === undefined) break;
    const decision = await desk.decision({ state: 'refused', problem, decideBy: until() }, patience);
    if (!decision || !('again' in decision)) return reject('failed:printer-refused', decision && 'rejected' in decision ? `Given up: ${decision.rejected}. ${problem}` : problem);
    desk.change({ state: 'handing-over' });
  }
  if (completed.folder === null) return end({ state: 'reconciled' });

  for (let day = 1; day <= REPORTED_WITHIN && !desk.isSettled; day++) {
    await condition(() => desk.isSettled, Math.ceil(DAY / clock.speed));
    if (desk.isSettled) break;
    const result = await steps.reconcile({ runId }).catch((error: unknown) => void desk.change({ problem: reasonOf(error) }));
    if (result) desk.compared(result);
  }
  if (!desk.progress.reconciliation) desk.compared(await steps.recordUnreported({ runId }));
  return end({});
}

/** Why an activity gave up, for the operator. */
function reasonOf(error: unknown): string {
  if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
  return rootCause(error) ?? error.message;
}
