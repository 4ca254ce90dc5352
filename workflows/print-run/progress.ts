import type { Reconciliation } from '../../activities/print/run/reconcile.ts';

/** What a print run is doing. The last three are ends. */
export type PrintRunState = 'gathering' | 'preparing-proof' | 'awaiting-approval' | 'rendering' | 'handing-over' | 'refused' | 'handed-over' | 'reconciled' | 'differs' | 'unreported' | 'rejected';

/** Where a print run stands, for operators and programs. Names pieces by their ids, nobody. */
export interface PrintRunProgress {
  readonly runId: string;
  readonly state: PrintRunState;
  /** Pieces that are printed, or are to be. */
  readonly pieces: number;
  /** Taken back before printing. */
  readonly overBudget: number;
  readonly unprintable: number;
  readonly seeds: number;
  readonly chunks: { readonly done: number; readonly of: number };
  /** The proof that waits for an operator. */
  readonly proof?: { readonly file: string; readonly pieces: number; readonly unprintable: number };
  /** Campaign time in milliseconds until which an operator is waited for. */
  readonly decideBy?: number;
  readonly approvedBy?: string;
  /** Why nothing was printed, or the printer's refusal. */
  readonly problem?: string;
  readonly folder?: string;
  readonly handedOver?: { readonly at: number; readonly reference: string | null };
  /** What the printer said against what was ordered; the first of each kind of difference are named. */
  readonly reconciliation?: Reconciliation;
}

/** Differences named in a history at most; the run's record has more. */
const NAMED = 20;

export function named(reconciled: Reconciliation): Reconciliation {
  const { missing, unknown, spoiled } = reconciled.differences;
  return { ...reconciled, differences: { missing: missing.slice(0, NAMED), unknown: unknown.slice(0, NAMED), spoiled: spoiled.slice(0, NAMED) } };
}

/** The progress as current details in Temporal UI. */
export function detailsOf(progress: PrintRunProgress): string {
  const { state, pieces, overBudget, unprintable, seeds, chunks, proof, decideBy, approvedBy, problem, folder, handedOver, reconciliation } = progress;
  const time = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  const lines = [
    `**${WORDS[state]}**`,
    ...(state === 'gathering' ? [] : [`- ${pieces} pieces${seeds > 0 ? ` and ${seeds} copies to seed addresses` : ''}${chunks.of > 1 ? `, ${chunks.done} of ${chunks.of} parts rendered` : ''}`]),
    ...(overBudget > 0 ? [`- ${overBudget} pieces recalled: over budget`] : []),
    ...(unprintable > 0 ? [`- ${unprintable} pieces could not be printed`] : []),
    ...(proof ? [`- proof of ${proof.pieces} pieces: \`${proof.file}\`${proof.unprintable > 0 ? `; ${proof.unprintable} pieces can't be printed as they are` : ''}`] : []),
    ...(decideBy === undefined ? [] : [`- until ${time(decideBy)}: ${state === 'refused' ? 'update `retry`' : 'update `approve` {"by": "name"}'}, or \`reject\` {"reason": "why"}`]),
    ...(approvedBy === undefined ? [] : [`- approved by ${approvedBy}`]),
    ...(problem === undefined ? [] : [`- ${problem}`]),
    ...(folder === undefined ? [] : [`- files: \`${folder}\``]),
    ...(handedOver ? [`- handed over ${time(handedOver.at)}${handedOver.reference === null ? '' : `: ${handedOver.reference}`}`] : []),
    ...(reconciliation && reconciliation.result !== 'unreported'
      ? [`- the printer: ${reconciliation.printed} of ${reconciliation.ordered} printed, ${reconciliation.missing} missing, ${reconciliation.unknown} unknown, ${reconciliation.spoiled} spoiled`]
      : []),
    ...(reconciliation ? differencesOf(reconciliation) : []),
  ];
  return lines.join('\n');
}

function differencesOf({ differences: { missing, unknown, spoiled } }: Reconciliation): string[] {
  return [...missing.map((id) => `  - missing: ${id}`), ...unknown.map((id) => `  - unknown: ${id}`), ...spoiled.map(({ pieceId, reason }) => `  - spoiled: ${pieceId} (${reason})`)];
}

const WORDS: Readonly<Record<PrintRunState, string>> = {
  gathering: 'Gathers pieces',
  'preparing-proof': 'Makes a proof',
  'awaiting-approval': 'Waits for an approval of its proof',
  rendering: 'Renders',
  'handing-over': 'Hands over',
  refused: 'The printer refused the job: waits for an operator',
  'handed-over': 'Handed over; the printer is asked daily what it printed',
  reconciled: 'Printed as ordered',
  differs: 'What the printer says differs from what was ordered',
  unreported: 'Handed over; the printer never said what it printed',
  rejected: 'Not printed: pieces recalled, journeys told',
};
