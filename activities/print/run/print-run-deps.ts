import type { PrintProvider } from '../providers/print-provider.ts';
import type { Prepress } from '../prepress/index.ts';
import type { QueuedPiecesDeps } from '../queued-pieces.ts';

/** What the steps of a print run need. */
export interface PrintRunDeps extends QueuedPiecesDeps {
  /** Folder for PDFs and manifests; each campaign has its own in it. All workers that print share it. */
  readonly out: string;
  /** Who prints, by name. */
  readonly printers: Readonly<Record<string, PrintProvider>>;
  /** Whom the printer asks about a job: it is on the job ticket. */
  readonly contact: string;
  /** Crop marks, and what the colours are meant for. */
  readonly prepress?: Prepress;
  /** Tells whoever watches that the work goes on. */
  readonly heartbeat?: (progress?: unknown) => void;
  /** Writes a file whole or not at all; `writeAtomically` unless said. */
  readonly write?: (path: string, content: FileContent) => Promise<void>;
}

export type FileContent = Uint8Array | string | AsyncIterable<string>;
