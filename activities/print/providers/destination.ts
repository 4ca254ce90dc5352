/**
 * One job's folder at the printer's: on a disk, on a server. `deliver` brings a job there and `lookForReport` looks there for what was printed, in the same
 * way wherever it is. Names are plain, within the folder.
 *
 * Everything throws RetryableError while the printer's folder is out of reach, full or closed to us: an operator or time mends that. Reading what we
 * may not read is `PrinterForbids`: there are folders that one may only put things into.
 */
export interface Destination {
  /** Where it is, for the operator. */
  readonly reference: string;
  /** Makes the job's folder. The folder that holds the jobs has to be there: a disk that is not mounted must not be mistaken for it. */
  prepare(): Promise<void>;
  /** Bytes of a file; undefined when there is none. */
  size(name: string): Promise<number | undefined>;
  names(): Promise<string[]>;
  read(name: string): AsyncIterable<Uint8Array>;
  /**
   * Writes into a file, made if need be, from byte `from` on. What has been written is on the disk when it returns, where the other side can tell; after a
   * failure, the file is right up to `RESUME_MARGIN` before its end.
   */
  write(name: string, content: AsyncIterable<Uint8Array>, from: number): Promise<void>;
  /** Never over another file. */
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Bytes before the end of a broken-off file that are written again: several writes are under way at once, and the first may be the one that was lost. */
export const RESUME_MARGIN = 1_048_576;
