import { sql } from 'kysely';
import type { Store } from '../../../store/connect.ts';
import { failPieces } from '../../../store/print-failures.ts';
import type { PrintFile } from '../../../store/print-plan.ts';
import { seedNumberOf } from '../../../store/print-seeds.ts';
import type { PrintedPiece } from '../piece.ts';
import type { UnprintableError } from '../unprintable-error.ts';
import type { RenderedChunk } from './render-chunk.ts';

export interface ChunkRecord {
  readonly runId: string;
  readonly chunk: number;
  /** Copies to seed addresses among them. */
  readonly printed: readonly PrintedPiece[];
  readonly unprintable: readonly { readonly touchId: string; readonly error: UnprintableError }[];
  readonly files: readonly PrintFile[];
  /** The piece that seed addresses get a copy of. */
  readonly copyOf: string;
}

/** Records a rendered chunk, to be called in a transaction: its pieces with pages and hash, those that could not be printed with their problem, its files. */
export async function recordChunk(store: Store, { runId, chunk, printed, unprintable, files, copyOf }: ChunkRecord): Promise<RenderedChunk> {
  const places = printed.map((one) => ({ ...one, number: seedNumberOf(one.piece.touchId) }));
  const pieces = places.filter(({ number }) => number === undefined).map(({ piece, firstPage, lastPage, frontPage, sha256 }) => ({ touch_id: piece.touchId, firstPage, lastPage, frontPage, sha256 }));
  await sql`
    UPDATE mailpieces m SET status = 'printed', chunk = ${chunk}, first_page = r."firstPage", last_page = r."lastPage", front_page = r."frontPage", sha256 = r.sha256
      FROM jsonb_to_recordset(${JSON.stringify(pieces)}::jsonb) AS r (touch_id text, "firstPage" integer, "lastPage" integer, "frontPage" integer, sha256 text)
     WHERE m.touch_id = r.touch_id AND m.print_run_id = ${runId}`.execute(store);
  const copies = places.flatMap(({ piece, number, firstPage, lastPage, frontPage, sha256 }) =>
    number === undefined ? [] : [{ print_run_id: runId, number, copy_of: copyOf, chunk, qr_token: piece.qrToken, purl_token: piece.purlToken, first_page: firstPage, last_page: lastPage, front_page: frontPage, sha256 }],
  );
  if (copies.length > 0) await store.insertInto('print_seed_pieces').values(copies).execute();
  await failPieces(
    store,
    unprintable.map(({ touchId, error }) => ({ touchId, why: `failed:${error.type}`, problem: error.message, reason: error.type })),
  );
  await store
    .updateTable('print_chunks')
    .set({ pieces: pieces.length, files: JSON.stringify(files), rendered_at: new Date() })
    .where('print_run_id', '=', runId)
    .where('chunk', '=', chunk)
    .execute();
  return { pieces: pieces.length, unprintable: unprintable.length };
}
