import { ApplicationFailure, condition, rootCause, setCurrentDetails, setHandler, upsertSearchAttributes } from '@temporalio/workflow';
import type { PrinterReport } from '../../activities/print/providers/print-provider.ts';
import type { Reconciliation } from '../../activities/print/run/reconcile.ts';
import { STAGE } from '../search-attributes.ts';
import { approvedSignal, approveUpdate, reconcileUpdate, rejectUpdate, retryUpdate, statusQuery } from './messages.ts';
import { detailsOf, named, type PrintRunProgress, type PrintRunState } from './progress.ts';

/** What an operator decided; without one in time, it counts as rejected. */
export type Decision = { readonly by: string } | { readonly again: true } | { readonly rejected: string };

export interface DeskParts {
  readonly runId: string;
  readonly compare: (report: PrinterReport | undefined) => Promise<Reconciliation | null>;
}

/** Where operators look and decide: keeps the progress of a print run, shows it, and takes their updates. */
export class Desk {
  #progress: PrintRunProgress;
  #decision: Decision | undefined;

  constructor({ runId, compare }: DeskParts) {
    this.#progress = { runId, state: 'gathering', pieces: 0, overBudget: 0, unprintable: 0, seeds: 0, chunks: { done: 0, of: 0 } };
    setHandler(statusQuery, () => this.#progress);
    setHandler(approvedSignal, ({ by }) => void (this.#decision ??= { by }));
    setHandler(approveUpdate, ({ by }) => this.#decided({ by }), {
      description: 'Lets the run be printed, and all later ones of its campaign and format: {"by": "your name"}',
      validator: (options) => {
        this.#expectState('awaiting-approval');
        refuse(!isText(options?.by, 100), `{"by": "your name"}, got ${JSON.stringify(options)}`);
      },
    });
    setHandler(rejectUpdate, ({ reason, by }) => this.#decided({ rejected: by === undefined ? reason : `${reason} (${by})` }), {
      description: 'Gives the run up; its pieces are recalled: {"reason": "why", "by": "your name"}',
      validator: (options) => {
        this.#expectState('awaiting-approval', 'refused');
        refuse(!isText(options?.reason, 300), `{"reason": "why"}, got ${JSON.stringify(options)}`);
        refuse(options.by !== undefined && !isText(options.by, 100), `a name in "by", got ${JSON.stringify(options.by)}`);
      },
    });
    setHandler(retryUpdate, () => this.#decided({ again: true }), { description: 'Hands a job over again that its printer refused', validator: () => this.#expectState('refused') });
    setHandler(
      reconcileUpdate,
      async (options) => {
        const result = await compare(options?.report).catch((error: unknown) => {
          throw ApplicationFailure.nonRetryable(rootCause(error) ?? String(error), 'BadReport');
        });
        if (result === null) throw ApplicationFailure.nonRetryable(`Expected a report of the printer, got none in the update and none kept in the record of print run ${runId}.`, 'BadReport');
        return this.compared(result);
      },
      {
        description: 'Compares what the printer says with what was ordered: {"report": {"pieces": [{"pieceId": "…", "status": "printed"}]}}; without a report, that in the run\'s record',
        validator: (options) => {
          this.#expectState('handed-over', 'differs');
          if (options?.report !== undefined) checkReport(options.report);
        },
      },
    );
  }

  get progress(): PrintRunProgress {
    return this.#progress;
  }

  /** Everything that was ordered is accounted for. */
  get isSettled(): boolean {
    return this.#progress.reconciliation !== undefined && this.#progress.reconciliation.missing === 0;
  }

  change(change: Partial<PrintRunProgress>): PrintRunProgress {
    this.#progress = { ...this.#progress, ...change };
    setCurrentDetails(detailsOf(this.#progress));
    return this.#progress;
  }

  compared(result: Reconciliation): PrintRunProgress {
    return this.change({ state: result.result, reconciliation: named(result) });
  }

  /** Waits for an operator; undefined when nobody decided in time. One that was approved by way of another run waits for nobody. */
  async decision(change: Partial<PrintRunProgress> & { readonly state: 'awaiting-approval' | 'refused'; readonly decideBy: number }, patience: number): Promise<Decision | undefined> {
    if (change.state === 'refused') this.#decision = undefined;
    this.change(change);
    upsertSearchAttributes([{ key: STAGE, value: change.state }]);
    await condition(() => this.#decision !== undefined, patience, { summary: 'waits for an operator' });
    upsertSearchAttributes([{ key: STAGE, value: 'decided' }]);
    return this.#decision;
  }

  /** The operator waits until it has taken hold. */
  async #decided(decision: Decision): Promise<PrintRunProgress> {
    const { state } = this.#progress;
    this.#decision = decision;
    await condition(() => this.#progress.state !== state);
    return this.#progress;
  }

  #expectState(...states: readonly PrintRunState[]): void {
    const { runId, state } = this.#progress;
    refuse(!states.includes(state), `print run ${runId} to be ${states.join(' or ')}, got one that is ${state}`);
    refuse(this.#decision !== undefined && (state === 'awaiting-approval' || state === 'refused'), `print run ${runId} to be undecided, got one that was decided a moment ago`);
  }
}

/** An update carries 2 MB at most; more goes into the run's record. */
const REPORTED = 10_000;

function checkReport(report: PrinterReport): void {
  refuse(!Array.isArray(report.pieces), `{"report": {"pieces": […]}}, got ${JSON.stringify(report).slice(0, 200)}`);
  refuse(report.pieces.length > REPORTED, `at most ${REPORTED} pieces in an update, got ${report.pieces.length}. Use: npx parcours reconcile <run> <report.csv>`);
  const wrong = report.pieces.find((piece) => !isText(piece?.pieceId, 500) || !['printed', 'spoiled'].includes(piece.status));
  refuse(wrong !== undefined, `each piece as {"pieceId": "…", "status": "printed" or "spoiled"}, got ${JSON.stringify(wrong)}`);
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longest;
}

function refuse(isWrong: boolean, expected: string): void {
  if (isWrong) throw ApplicationFailure.nonRetryable(`Expected ${expected}.`, 'BadUpdate');
}
