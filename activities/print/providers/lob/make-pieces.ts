import type { HandOverOptions, JobPiece, PrintJob, Receipt } from '../print-provider.ts';
import { artworkOf } from './artwork.ts';
import { lobAddress, type LobAddress } from './lob-address.ts';
import type { LobClient, LobPiece } from './lob-client.ts';
import { isUnclear } from './lob-error.ts';
import { pieceForm } from './piece-form.ts';
import { idempotencyKeyOf, metadataId } from './piece-id.ts';
import { PieceRefused } from './piece-refused.ts';
import type { Product, Resource } from './products.ts';

export interface MakingOptions {
  readonly client: LobClient;
  readonly from: LobAddress | string | undefined;
  readonly useType: 'marketing' | 'operational';
  /** Milliseconds from hand-over until pieces go to the press. */
  readonly graceMs: number;
  /** Pieces under way at a time. */
  readonly concurrency: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Milliseconds between two signs of life while Lob lets us wait. */
const BEAT = 5_000;

/**
 * Makes every piece of a job that Lob does not have yet. What Lob has is asked first, by the run's id: an idempotency key is good for a day only, and a
 * job may be handed over again days after the answer to a piece was lost.
 */
export async function makePieces(job: PrintJob, product: Product, { heartbeat, ...options }: MakingOptions & HandOverOptions): Promise<Receipt['refused']> {
  const known = await knownPieces(options.client, { resource: product.resource, runId: job.runId, heartbeat });
  const make = pieceMaker(job, product, { ...options, known });
  const refused: { pieceId: string; reason: string }[] = [];
  const underWay = new Set<Promise<void>>();
  let made = 0;
  let failure: { error: unknown } | undefined;
  const handle = async (piece: JobPiece): Promise<void> => {
    try {
      await make(piece);
      made += 1;
    } catch (error) {
      if (error instanceof PieceRefused) refused.push({ pieceId: piece.pieceId, reason: error.reason });
      else failure ??= { error };
    }
    heartbeat?.({ made, refused: refused.length });
  };
  const beat = setInterval(() => heartbeat?.({ made, refused: refused.length }), BEAT);
  try {
    for await (const piece of job.pieces()) {
      if (failure) break;
      const one: Promise<void> = handle(piece).finally(() => underWay.delete(one));
      underWay.add(one);
      if (underWay.size >= options.concurrency) await Promise.race(underWay);
    }
  } finally {
    // What is under way is not left behind: it may be taken, and the next attempt must see it.
    await Promise.all(underWay);
    clearInterval(beat);
  }
  if (failure) throw failure.error;
  return refused;
}

/** What Lob has of a run: the state of each piece by its id in the metadata. */
async function knownPieces(client: LobClient, { resource, runId, heartbeat }: { resource: Resource; runId: string } & HandOverOptions): Promise<Map<string, LobPiece['status']>> {
  const known = new Map<string, LobPiece['status']>();
  for await (const { metadata, status } of client.list(resource, { run: runId })) {
    const id = metadata['piece'];
    // Newest first: an older one of the same piece does not count.
    if (id !== undefined && !known.has(id)) known.set(id, status);
    if (known.size % 100 === 0) heartbeat?.({ known: known.size });
  }
  return known;
}

function pieceMaker(job: PrintJob, product: Product, { client, from, useType, graceMs, now, known }: Omit<MakingOptions, 'concurrency'> & { known: ReadonlyMap<string, LobPiece['status']> }): (piece: JobPiece) => Promise<void> {
  const cut = artworkOf(job, product);
  const sendDate = graceMs > 0 ? new Date(now() + graceMs).toISOString() : undefined;

  const make = async (piece: JobPiece): Promise<LobPiece['status']> => {
    const to = lobAddress(piece.identity);
    if (to.address_country !== 'US' && !product.abroad) throw new PieceRefused('not-sent-abroad');
    if (from === undefined && to.address_country !== 'US') throw new PieceRefused('no-return-address');
    const form = pieceForm({ job, piece, product, to, from, artwork: await cut(piece), useType, sendDate });
    const key = idempotencyKeyOf(piece.pieceId);
    try {
      return (await client.create(product.resource, form, key)).status;
    } catch (error) {
      if (!isUnclear(error)) throw error;
      const found = await findPiece(client, product.resource, piece.pieceId);
      return (found ?? (await client.create(product.resource, form, key))).status;
    }
  };

  return async (piece) => {
    const status = known.get(metadataId(piece.pieceId)) ?? (await make(piece));
    if (status === 'failed') throw new PieceRefused('lob-not-rendered');
  };
}

/** The piece at Lob, if it has it; the newest should there be several. */
export async function findPiece(client: LobClient, resource: Resource, pieceId: string): Promise<LobPiece | undefined> {
  for await (const piece of client.list(resource, { piece: metadataId(pieceId) })) return piece;
  return undefined;
}
