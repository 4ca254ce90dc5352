import { createHash } from 'node:crypto';
import { PieceRefused } from './piece-refused.ts';

/** What metadata may hold (Lob's OpenAPI, `shared/models/metadata`). */
const VALUE = 500;
/** An Idempotency-Key. */
const KEY = 256;

/**
 * A piece's id as Lob's metadata take it: without `"` and `\`, which a shop's order numbers may have. `pieceIdOf` reads it back
 * from lists and webhooks.
 *
 * @throws PieceRefused `id-too-long`.
 * @example metadataId('carts/p-001/order-"7"/voucher-card/1') // 'carts/p-001/order-%227%22/voucher-card/1'
 */
export function metadataId(pieceId: string): string {
  const id = pieceId.replace(/["\\%]/g, (symbol) => `%${symbol.charCodeAt(0).toString(16).toUpperCase()}`);
  if (id.length > VALUE) throw new PieceRefused('id-too-long');
  return id;
}

/** The piece's id that `metadataId` was made from. */
export function pieceIdOf(id: string): string {
  return id.replace(/%(22|5C|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The key under which a piece is made once: its id, or that one's hash where it is too long or no header can hold it. */
export function idempotencyKeyOf(pieceId: string): string {
  return pieceId.length <= KEY && /^[\x21-\x7e]+$/.test(pieceId) ? pieceId : createHash('sha256').update(pieceId).digest('hex');
}
