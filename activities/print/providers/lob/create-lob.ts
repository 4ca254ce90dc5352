import { PermanentError } from '../../../errors.ts';
import type { PrinterReport, PrintProvider } from '../print-provider.ts';
import type { LobAddress } from './lob-address.ts';
import { createLobClient, type LobPiece } from './lob-client.ts';
import { findPiece, makePieces } from './make-pieces.ts';
import { createPace } from './pace.ts';
import { pieceIdOf } from './piece-id.ts';
import { FORMATS_OF_LOB, productOf, type Product } from './products.ts';

export interface LobOptions {
  /** `https://api.lob.com`, or the sandbox's address. */
  readonly url: string;
  /** `live_…`, or `test_…` which prints nothing. */
  readonly key: string;
  /** The return address in the United States, or the id `adr_…` of one that is kept at Lob. Letters need it, and pieces that go abroad. */
  readonly from?: LobAddress | string | undefined;
  /** What mail it is, for the post; `marketing` unless said. */
  readonly useType?: 'marketing' | 'operational';
  /** Milliseconds from hand-over until pieces go to the press: so long they can be cancelled. An hour unless said, 180 days at most; 0 leaves it to the account. */
  readonly graceMs?: number;
  /** Milliseconds until an unanswered request is given up; 30,000 unless said. */
  readonly timeoutMs?: number;
  /** Pieces under way at a time; 8 unless said. */
  readonly concurrency?: number;
  /** Requests to an endpoint; 120 in 5 s unless said. Lob takes 150, from all workers together. */
  readonly pace?: { readonly requests: number; readonly perMs: number };
  /** Milliseconds since 1970; the world's unless said, for tests. */
  readonly now?: () => number;
}

const PACE = { requests: 120, perMs: 5_000 };
const HOUR = 3_600_000;

/**
 * Prints by Lob, a request a piece. A piece is made once, however often and however late its job is handed over again.
 *
 * Pieces that Lob or we refuse are in the receipt, each with a reason in machine-readable words; the others go on.
 *
 * @throws (by its functions) RetryableError for network trouble, a busy Lob, and what an operator has to mend (key, account, settings);
 * PermanentError for a format that Lob does not print.
 * @example
 * const lob = createLob({ url: 'https://api.lob.com', key: 'live_…', from: 'adr_210a8d4b0b76d77b' });
 * const { refused } = await lob.handOver(job);
 */
export function createLob({ url, key, from, useType = 'marketing', graceMs = HOUR, timeoutMs = 30_000, concurrency = 8, pace = PACE, now = Date.now }: LobOptions): PrintProvider {
  const base = url.replace(/\/+$/, '');
  const client = createLobClient({ url: base, key, timeoutMs, pace: createPace(pace) });

  function refusesFormat(format: string): string | undefined {
    const product = productOf(format);
    if (!product) return `Lob prints ${FORMATS_OF_LOB}; it does not print ${format}. Choose another format for the message, or another printer.`;
    if (product.resource === 'letters' && from === undefined) return 'Lob prints letters with a return address only. Set LOB_FROM.';
    return undefined;
  }

  function product(format: string): Product {
    const refusal = refusesFormat(format);
    const found = productOf(format);
    if (refusal !== undefined || !found) throw new PermanentError('FormatRefused', `Expected a format that Lob prints, got ${format}. ${refusal ?? ''}`);
    return found;
  }

  return {
    name: 'lob',
    refusesFormat,
    async handOver(job, options = {}) {
      const chosen = product(job.format);
      const refused = await makePieces(job, chosen, { client, from, useType, graceMs, concurrency, now, ...options });
      return { reference: `${base}/v1/${chosen.resource}?${new URLSearchParams({ 'metadata[run]': job.runId }).toString()}`, refused };
    },
    async report({ runId, format }) {
      const pieces: PrinterReport['pieces'][number][] = [];
      for await (const piece of client.list(product(format).resource, { run: runId })) {
        const reported = reportOf(piece, now());
        if (reported === 'pending') return undefined;
        if (reported) pieces.push(reported);
      }
      return { pieces };
    },
    async cancel(pieceId) {
      for (const resource of ['postcards', 'letters'] as const) {
        const piece = await findPiece(client, resource, pieceId);
        if (!piece) continue;
        return piece.deleted || (await client.remove(resource, piece.id)) === 'deleted' ? 'cancelled' : 'too-late';
      }
      // Not known by this key (another account, another mode): whoever prints it will not hear of us.
      return 'too-late';
    },
  };
}

/** Until its send date a piece can still be taken back, and while it is processed it may still fail: neither is an answer. */
function reportOf({ metadata, status, deleted, send_date: sendDate }: LobPiece, now: number): PrinterReport['pieces'][number] | 'pending' | undefined {
  const id = metadata['piece'];
  if (id === undefined) return undefined;
  const pieceId = pieceIdOf(id);
  if (deleted) return { pieceId, status: 'spoiled', reason: 'cancelled' };
  if (status === 'failed') return { pieceId, status: 'spoiled', reason: 'not-rendered' };
  if (status === 'processed' || (sendDate && Date.parse(sendDate) > now)) return 'pending';
  return { pieceId, status: 'printed', ...(sendDate ? { at: sendDate } : {}) };
}
