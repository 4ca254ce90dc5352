import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { prettifyError } from 'zod';
import type { Store } from '../store/index.ts';
import type { TrackerParts } from './create-tracker.ts';
import { Refusal } from './failures.ts';
import { findTouch } from './find-touch.ts';
import { lobEvent, mapLobEvent, touchIdOf } from './lob-event.ts';
import { refuseLobSignature } from './lob-signature.ts';

export interface LobWebhookOptions {
  /** The webhook's secret, from Lob's dashboard. */
  readonly secret: string;
  /** Milliseconds by which a webhook's timestamp may be off; 5 minutes unless said. */
  readonly toleranceMs?: number;
}

const TOLERANCE = 5 * 60_000;

/**
 * `POST /hooks/lob`: what became of a mailpiece. Lob repeats what is not answered by 2xx: 401 and 400 say why it was refused, 503 that Postgres is away.
 * Events may come in any order and more than once. Without a secret there is no such route.
 */
export function serveLobWebhook(app: FastifyInstance, { store, intake, lob }: TrackerParts): void {
  if (!lob) return;
  const { secret, toleranceMs = TOLERANCE } = lob;
  void app.register(async (scope) => {
    // The signature is of the bytes.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post('/hooks/lob', { config: { speaks: 'json' } }, async (request) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const header = (name: string) => [request.headers[name]].flat()[0];
      const wrong = refuseLobSignature({ signature: header('lob-signature'), timestamp: header('lob-signature-timestamp'), body }, { secret, toleranceMs, now: Date.now() });
      if (wrong) {
        request.log.warn({ reason: wrong }, 'webhook refused');
        throw new Refusal(401, 'wrong-signature', wrong);
      }
      const parsed = lobEvent.safeParse(jsonOf(body));
      if (!parsed.success) throw new Refusal(400, 'malformed', `Expected an event of Lob's, got: ${prettifyError(parsed.error)}`);
      const event = parsed.data;
      const mapped = mapLobEvent(event);
      const named = touchIdOf(event);
      const deleted = event.event_type.id.endsWith('.deleted');
      // Addresses, templates, and mail that others send from the same account.
      if (!mapped || (named === undefined && !deleted)) return { ignored: true };

      const known = named === undefined ? undefined : await findTouch(store, named);
      const outdated = known && mapped.data?.['state'] !== 'processed_for_delivery' && mapped.kind === 'posted' && (await isOutForDelivery(store, known));
      const recorded = await intake.receive(request, {
        ...mapped,
        eventId: `lob:${event.id}`,
        source: 'lob',
        at: new Date(event.date_created),
        ...(known ? { about: known.about, touch: known.touch } : named === undefined ? {} : { touch: named }),
        // An event about nobody we know asks to be told, and is stored as unknown.
        keep: known || named === undefined ? mapped.keep === true || outdated === true : false,
      });
      return { id: recorded.id, duplicate: recorded.duplicate };
    });
  });
}

/** Its nearest post office has scanned the piece: what was expected before that, and comes late, must not move the date back. */
async function isOutForDelivery(store: Store, { about, touch }: { about: { readonly journeyId: string }; touch: string }): Promise<boolean> {
  const row = await store
    .selectFrom('events')
    .select('id')
    .where('journey_id', '=', about.journeyId)
    .where('touch', '=', touch)
    .where('kind', '=', 'posted')
    .where(sql<string>`data ->> 'state'`, '=', 'processed_for_delivery')
    .executeTakeFirst();
  return row !== undefined;
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
