import type { ClockTime } from '../scenarios/vocabulary/index.ts';

/** How a campaign's mailpieces are printed; chosen at its launch, for good. */
export interface PrintPlan {
  /** The print provider's name, such as `folder`. */
  readonly printer: string;
  /** The daily cut-off at local time; every `printEvery` from the clock's epoch unless said. */
  readonly cutOff?: { readonly time: ClockTime; readonly zone: string };
  /** Pieces of a run at most: once it has so many it closes, and the next piece begins another. */
  readonly batch?: number;
  /** Euros that print may cost the campaign in all; pieces over it are recalled. */
  readonly budget?: number;
  /** Pieces of the proof that an operator approves before a format's first run is printed; 0 prints at once. */
  readonly proof: number;
}

/** What holds for a campaign that says nothing about its printing, such as one launched before there was a choice. */
export const PRINT_AT_ONCE: PrintPlan = { printer: 'folder', proof: 0 };

/**
 * Where a print run stands: `open` takes pieces, `closed` is being rendered, `awaiting-approval` has shown its proof, `rejected` is not printed at
 * all, `printed` has its files, `handed-over` is the printer's.
 */
export type PrintRunStatus = 'open' | 'closed' | 'awaiting-approval' | 'rejected' | 'printed' | 'handed-over';

/** A file of a run. */
export interface PrintFile {
  /** Within the run's folder. */
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Of a PDF. */
  readonly pages: number;
}

/**
 * What the printer says became of the pieces of a job, in the printer's order. A piece may come twice, such as spoiled and then printed: the last holds. Printed
 * twice, missing, or not of this job are differences for reconciliation to name.
 */
export interface PrinterReport {
  readonly pieces: readonly {
    readonly pieceId: string;
    readonly status: 'printed' | 'spoiled';
    /** The printer's words, for `spoiled`. */
    readonly reason?: string;
    /** The printer's clock, ISO 8601. */
    readonly at?: string;
  }[];
}

/** What came of comparing what the printer said with what was ordered. The lists name pieces, a thousand at most; the counts are whole. */
export interface Reconciliation {
  /** `reconciled`: all that was ordered was printed, and nothing else. `unreported`: the printer never said. */
  readonly result: 'reconciled' | 'differs' | 'unreported';
  readonly ordered: number;
  readonly printed: number;
  /** Ordered, and not in the report. */
  readonly missing: number;
  /** In the report, and not ordered: another run's, or taken back before. */
  readonly unknown: number;
  readonly spoiled: number;
  readonly differences: {
    readonly missing: readonly string[];
    readonly unknown: readonly string[];
    readonly spoiled: readonly { readonly pieceId: string; readonly reason: string }[];
  };
}
