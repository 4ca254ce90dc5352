import type { PrinterReport } from '../../../store/print-plan.ts';
import type { Identity } from '../../../store/recipient.ts';

/** A file of a run, as it lies in the run's folder. */
export interface JobFile {
  /** Within the run's folder, such as `001.pdf`: letters, digits, dots, hyphens and underscores. */
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** One piece of a run, for providers that take pieces singly. */
export interface JobPiece {
  /** The touch's id, `<journey id>/<message>/<occurrence>`: the key under which the piece is made once. */
  readonly pieceId: string;
  readonly message: string;
  readonly variant: string | null;
  readonly postageClass: string;
  /** The run's file that holds it, and its pages there, from 1. */
  readonly file: string;
  readonly firstPage: number;
  readonly lastPage: number;
  /** Where its picture side is, when that is not among its own pages. */
  readonly frontsFile: string | null;
  readonly frontPage: number | null;
  readonly sha256: string;
  /** Never to be written into a log, an error or Temporal's history. */
  readonly identity: Identity;
}

/** A rendered run that is to be handed over. */
export interface PrintJob {
  /** `<campaign>/<format>/<cut-off>`, and `/<batch>` after the first of a day: the key under which the job is handed over once. */
  readonly runId: string;
  readonly campaignId: string;
  /** Such as `a6-postcard`. */
  readonly format: string;
  /** Absolute path of the folder that holds `files`. */
  readonly folder: string;
  /** Everything that belongs to the job: PDFs, manifests, job ticket. The last is `ticket.json`: who sees it sees a whole job. The proof is none of them. */
  readonly files: readonly JobFile[];
  readonly pieceCount: number;
  /** The pieces in the order of their pages; asked again it begins anew. */
  pieces(): AsyncIterable<JobPiece>;
}

/** What a provider says when it has taken a job. */
export interface Receipt {
  /** The provider's own name for the job, or where it lies; for the operator, and for `report`. The same however often the job is handed over. */
  readonly reference: string;
  /** Pieces that it refused, each with a reason in machine-readable words: they are not printed. None for providers that take files. */
  readonly refused: readonly { readonly pieceId: string; readonly reason: string }[];
}

export type { PrinterReport };

/** What a look-up of a job needs. */
export type HandedOverJob = Pick<PrintJob, 'runId' | 'campaignId' | 'format' | 'folder'> & {
  /** `Receipt.reference`. */
  readonly reference: string;
};

export interface HandOverOptions {
  /** Tells whoever watches that the work goes on. */
  readonly heartbeat?: (progress?: unknown) => void;
}

/**
 * Who prints and posts: a folder, a server by SFTP, an API. Everything is safe to repeat: a job handed over again after a crash is the same job.
 *
 * RetryableError is thrown for what time or an operator mends: a provider that is down or full, a wrong key, a folder that is closed to us. It is worth trying
 * for days: as permanent, a wrong password would cost a campaign its mailpieces. PermanentError is for a job that will never be right: files that are not those
 * that were rendered, another job in its place.
 */
export interface PrintProvider {
  /** Such as `folder`; recorded with the run and in the manifest. */
  readonly name: string;
  /** Why it does not print a format, in words for the operator; undefined when it does. Asked before a campaign is launched and before anything is rendered. */
  refusesFormat(format: string): string | undefined;
  /** Works for as long as the job is large; `heartbeat` comes with every piece of work and, while a provider does not answer, with its time-out. */
  handOver(job: PrintJob, options?: HandOverOptions): Promise<Receipt>;
  /** What was printed; undefined while the printer has not said, or is still saying it. PermanentError for a report that can't be read. */
  report(job: HandedOverJob): Promise<PrinterReport | undefined>;
  /** Takes a handed-over piece back, where the provider can. */
  cancel?(pieceId: string): Promise<'cancelled' | 'too-late'>;
}
