import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openJournal } from '../journal.ts';
import type { Artwork, KeptPiece, PieceEvent, Resource } from './mailpiece.ts';

type Line = { readonly piece: KeptPiece } | { readonly event: PieceEvent } | { readonly told: string };

/** All that the sandbox's Lob keeps: pieces with their artwork, what happened to them, and which events the webhook has taken. */
export interface Pieces {
  readonly all: readonly KeptPiece[];
  piece(id: string): KeptPiece | undefined;
  eventsOf(id: string): readonly PieceEvent[];
  /** The piece last made under an Idempotency-Key; keys are apart by resource. */
  byKey(resource: Resource, key: string): KeptPiece | undefined;
  artwork(id: string, name: Artwork['name']): Uint8Array | undefined;
  /** Events that the webhook has not taken yet. */
  untold(): PieceEvent[];
  keep(piece: Omit<KeptPiece, 'number'>, files: ReadonlyMap<Artwork['name'], Uint8Array>): KeptPiece;
  record(event: PieceEvent): void;
  /** The webhook took this event. */
  told(eventId: string): void;
  close(): void;
}

/**
 * Opens the pieces: in memory, and in `lob.jsonl` and `lob/` of a folder when one is given, from which they are read back at the start.
 *
 * @example const pieces = openPieces('out/sandbox');
 */
export function openPieces(folder?: string): Pieces {
  const all: KeptPiece[] = [];
  const byId = new Map<string, { piece: KeptPiece; events: PieceEvent[] }>();
  const byKey = new Map<string, KeptPiece>();
  const events: PieceEvent[] = [];
  const told = new Set<string>();

  const remember = (line: Line): void => {
    if ('piece' in line) {
      const { piece } = line;
      all.push(piece);
      byId.set(piece.id, { piece, events: [] });
      if (piece.key !== null) byKey.set(`${piece.resource} ${piece.key}`, piece);
    } else if ('told' in line) told.add(line.told);
    else {
      events.push(line.event);
      byId.get(line.event.piece)?.events.push(line.event);
    }
  };
  const journal = openJournal<Line>({ folder, name: 'lob.jsonl', remember });
  const files = openFiles(folder === undefined ? undefined : join(folder, 'lob'));

  return {
    all,
    piece: (id) => byId.get(id)?.piece,
    eventsOf: (id) => byId.get(id)?.events ?? [],
    byKey: (resource, key) => byKey.get(`${resource} ${key}`),
    artwork: (id, name) => (byId.get(id)?.piece.artwork.some((one) => one.name === name) ? files.read(`${id}-${name}.pdf`) : undefined),
    untold: () => events.filter(({ id }) => !told.has(id)),
    keep(piece, artwork) {
      const kept = { number: all.length + 1, ...piece };
      for (const [name, bytes] of artwork) files.write(`${piece.id}-${name}.pdf`, bytes);
      journal.add({ piece: kept });
      return kept;
    },
    record: (event) => journal.add({ event }),
    told: (id) => journal.add({ told: id }),
    close: journal.close,
  };
}

function openFiles(folder: string | undefined): { write(name: string, bytes: Uint8Array): void; read(name: string): Uint8Array | undefined } {
  if (folder === undefined) {
    const kept = new Map<string, Uint8Array>();
    return { write: (name, bytes) => void kept.set(name, bytes), read: (name) => kept.get(name) };
  }
  mkdirSync(folder, { recursive: true });
  return { write: (name, bytes) => writeFileSync(join(folder, name), bytes), read: (name) => readFileSync(join(folder, name)) };
}
