import { createHmac, randomBytes } from 'node:crypto';
import { openPoster } from '../poster.ts';
import { ENDS, LIFE, stateOf, type KeptPiece, type PieceEvent, type State } from './mailpiece.ts';
import { pieceBody } from './piece-body.ts';
import type { Pieces } from './pieces.ts';
import type { SandboxTime } from './sandbox-time.ts';

export interface LifeOptions {
  readonly pieces: Pieces;
  readonly time: SandboxTime;
  /** Where events are posted; nowhere when it is left out. */
  readonly webhookUrl?: string | undefined;
  readonly webhookSecret: string;
  readonly retryAfterMs: readonly number[];
  /** Milliseconds from acceptance until it is rendered. */
  readonly renderAfterMs: number;
  /** The sandbox's own address, as others reach it. */
  readonly base: () => string;
}

export interface Life {
  /** Lets an accepted piece be rendered; the rest of its life comes by request. */
  begin(piece: KeptPiece): void;
  /** Lets one thing happen to a piece: what comes next in its life unless said. Undefined when its life is over. */
  happen(piece: KeptPiece, state?: State): PieceEvent | undefined;
  /** Goes on where an earlier sandbox stopped. */
  resume(): void;
  close(): void;
}

/**
 * What becomes of mailpieces, told by signed webhooks. A recipient's street says otherwise: with `unrenderable` in it the artwork fails.
 */
export function openLife({ pieces, time, webhookUrl, webhookSecret, retryAfterMs, renderAfterMs, base }: LifeOptions): Life {
  const poster = openPoster({ url: webhookUrl, retryAfterMs, settled: pieces.told });
  const timers = new Set<NodeJS.Timeout>();

  const tell = (event: PieceEvent): void => {
    const piece = pieces.piece(event.piece)!;
    const kind = `${piece.resource === 'postcards' ? 'postcard' : 'letter'}.${event.state}`;
    const shown = event.state === 'deleted' ? { id: piece.id, deleted: true } : pieceBody(piece, { events: pieces.eventsOf(piece.id), base: base() });
    const body = JSON.stringify({
      ...{ id: event.id, body: shown, reference_id: piece.id, date_created: event.at, object: 'event' },
      event_type: { id: kind, enabled_for_test: true, resource: piece.resource, object: 'event_type' },
    });
    poster.post({ id: event.id, body, headers: () => signatureOf(body, webhookSecret) });
  };

  const happen = (piece: KeptPiece, state?: State): PieceEvent | undefined => {
    const events = pieces.eventsOf(piece.id);
    const current = stateOf(events);
    const next = state ?? nextOf(events);
    if (next === undefined || (ENDS.includes(current) && next !== 'viewed')) return undefined;
    const event = { id: `evt_${randomBytes(8).toString('hex')}`, piece: piece.id, state: next, at: new Date(time.now()).toISOString() };
    pieces.record(event);
    tell(event);
    return event;
  };

  const render = (piece: KeptPiece): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (JSON.stringify(piece.to).toLowerCase().includes('unrenderable')) happen(piece, 'failed');
      else for (const state of ['rendered_pdf', 'rendered_thumbnails'] as const) if (!pieces.eventsOf(piece.id).some((event) => event.state === state)) happen(piece, state);
    }, renderAfterMs);
    timers.add(timer);
  };

  return {
    begin(piece) {
      happen(piece, 'created');
      render(piece);
    },
    happen,
    resume() {
      for (const event of pieces.untold()) tell(event);
      for (const piece of pieces.all) {
        const events = pieces.eventsOf(piece.id);
        if (events.length === 0) happen(piece, 'created');
        if (['created', 'rendered_pdf'].includes(stateOf(events))) render(piece);
      }
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      poster.close();
    },
  };
}

function nextOf(events: readonly PieceEvent[]): State | undefined {
  return LIFE[Math.max(-1, ...events.map(({ state }) => LIFE.indexOf(state as (typeof LIFE)[number]))) + 1];
}

/** Lob-Signature = hex HMAC-SHA256 of `<timestamp>.<raw body>`, the timestamp in milliseconds; made anew for each try. */
function signatureOf(body: string, secret: string): Record<string, string> {
  const timestamp = String(Date.now());
  return { 'lob-signature-timestamp': timestamp, 'lob-signature': createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex') };
}
