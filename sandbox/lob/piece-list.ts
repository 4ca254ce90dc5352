import { refuse } from './refusal.ts';
import { stateOf, type KeptPiece, type Resource } from './mailpiece.ts';
import { pieceBody } from './piece-body.ts';
import type { Pieces } from './pieces.ts';

export type ListQuery = Readonly<Record<string, string | undefined>>;

/**
 * A page of a resource's pieces, newest first, in the shape of Lob's lists: filtered by `metadata[…]` and `status`, 10 unless `limit` says, on from
 * `after` or back from `before`.
 *
 * @throws LobRefusal for parameters that Lob does not know.
 */
export function listPieces(pieces: Pieces, { resource, query, base }: { resource: Resource; query: ListQuery; base: string }) {
  const unknown = Object.keys(query).find((name) => !/^(limit|after|before|status|metadata\[[^\]]{1,40}\])$/.test(name));
  if (unknown !== undefined) refuse('invalid', `${unknown} is not allowed`);
  const { limit: asked = '10', after, before, status } = query;
  const limit = Number(asked);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) refuse('invalid', 'limit must be between 1 and 100');
  const wanted = Object.entries(query).flatMap(([name, value]) => (name.startsWith('metadata[') ? [[name.slice(9, -1), value] as const] : []));
  const bodyOf = (piece: KeptPiece) => pieceBody(piece, { events: pieces.eventsOf(piece.id), base });
  const found = pieces.all
    .filter((piece) => piece.resource === resource && wanted.every(([key, value]) => piece.metadata[key] === value) && (!status || bodyOf(piece).status === status))
    .reverse();
  const place = (token: string): number => found.findIndex(({ number }) => number === Number(Buffer.from(token, 'base64url').toString()));
  const from = after ? place(after) + 1 : before ? Math.max(0, place(before) - limit) : 0;
  const shown = found.slice(from, from + limit);
  const link = (name: 'after' | 'before', piece: KeptPiece | undefined): string | null => {
    if (!piece) return null;
    const kept = Object.entries({ ...query, after: undefined, before: undefined, limit: asked }).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return `${base}/v1/${resource}?${new URLSearchParams([...kept, [name, Buffer.from(String(piece.number)).toString('base64url')]]).toString()}`;
  };
  return {
    data: shown.map(bodyOf),
    object: 'list',
    next_url: from + limit < found.length ? link('after', shown.at(-1)) : null,
    previous_url: from > 0 ? link('before', shown[0]) : null,
    count: shown.length,
  };
}

/** Whether a piece can still be taken back: not sent off yet, and not deleted. */
export function isCancellable(piece: KeptPiece, { pieces, now }: { pieces: Pieces; now: number }): boolean {
  return now < Date.parse(piece.sendDate) && ['created', 'rendered_pdf', 'rendered_thumbnails'].includes(stateOf(pieces.eventsOf(piece.id)));
}
