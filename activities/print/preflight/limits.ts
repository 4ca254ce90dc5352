/** What a preflight spends on one file at most: a file that asks for more is broken, or was made to do harm. */
export interface Limits {
  readonly fileBytes: number;
  /** What one stream may inflate to, and all that are read together. */
  readonly streamBytes: number;
  readonly inflatedBytes: number;
  /** Drawing instructions that are followed, forms counted each time they are shown anew. */
  readonly operators: number;
  readonly pages: number;
}

export const LIMITS: Limits = { fileBytes: 1024 ** 3, streamBytes: 64 * 1024 ** 2, inflatedBytes: 512 * 1024 ** 2, operators: 5_000_000, pages: 250_000 };

/** Nesting of arrays, page tree nodes and forms: deeper is a trap for programs that follow it. */
export const DEPTH = 64;

export type TroubleCode = 'not-a-pdf' | 'encrypted' | 'broken-file' | 'decompression-bomb' | 'too-complex' | 'broken-stream' | 'unsupported-filter';

/** Why a file, or a part of it, can't be looked at. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  constructor(
    readonly code: TroubleCode,
    message: string,
  ) {
    super(message);
  }
}

/** What is left of the limits. */
export class Budget {
  #inflated = 0;
  #operators = 0;
  #scanned = 0;
  readonly #scannable: number;

  constructor(
    readonly limits: Limits,
    fileBytes: number,
  ) {
    // Each byte is read a few times by right, whatever a file makes of its own structure.
    this.#scannable = 8 * fileBytes + 64 * 1024 ** 2;
  }

  /** Bytes that the next stream may inflate to. */
  get room(): number {
    return Math.min(this.limits.streamBytes, this.limits.inflatedBytes - this.#inflated);
  }

  inflate(bytes: number): void {
    this.#inflated += bytes;
  }

  scan(bytes: number): void {
    this.#scanned += bytes;
    if (this.#scanned > this.#scannable) throw new Trouble('too-complex', 'Expected a file whose parts are read a few times each, got one that leads back into itself.');
  }

  operate(): void {
    if (++this.#operators > this.limits.operators) throw new Trouble('too-complex', `Expected at most ${this.limits.operators} drawing instructions, got more.`);
  }

  get spent(): boolean {
    return this.#operators > this.limits.operators || this.#inflated >= this.limits.inflatedBytes;
  }
}
