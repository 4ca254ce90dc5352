import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { prettifyError } from 'zod';
import type { Store } from '../store/index.ts';
import type { TrackerParts } from './create-tracker.ts';
import { judge } from './evidence/index.ts';
import { Refusal } from './failures.ts';
import { findTouch } from './find-touch.ts';
import { mailgunWebhook, mapMailgunEvent } from './mailgun-event.ts';
import { refuseSignature } from './mailgun-signature.ts';

/** Webhooks of one request at most, and bytes. */
const MOST = 100;
const BODY_LIMIT = 1024 * 1024;
/** Milliseconds between two clearings of tokens that are too old to be played again. */
const CLEARING = 3_600_000;

/**
 * `POST /hooks/mailgun`: what became of a mail. 200 tells Mailgun that all is well, 406 that a repetition would not help; anything else,
 * such as 503 while Postgres is away, makes it try again for 8 hours.
 *
 * Mailgun posts one event a request. An array of whole webhooks, as a queue in between may gather them, is taken too: each is signed and judged by itself,
 * since a signature covers its own timestamp and token alone.
 */
export function serveMailgunWebhook(app: FastifyInstance, { store, intake, signingKey }: TrackerParts): void {
  app.post(
    '/hooks/mailgun',
    {
      bodyLimit: BODY_LIMIT,
      config: { speaks: 'json' },
      errorHandler(error, request, reply) {
        // What can't be read will not be readable in ten minutes either.
        const status = (error as { statusCode?: number }).statusCode ?? 500;
        if (status < 400 || status >= 500) throw error;
        request.log.warn({ reason: error.message }, 'webhook refused');
        void reply.code(406).send({ error: { type: error instanceof Refusal ? error.type : 'malformed', message: error.message } });
      },
    },
    async (request) => {
      if (!Array.isArray(request.body)) return receive(request, request.body);
      const given: readonly unknown[] = request.body;
      if (given.length === 0 || given.length > MOST) throw new Refusal(406, 'malformed', `Expected 1 to ${MOST} webhooks, got ${given.length}.`);
      const results: object[] = [];
      let refused: Refusal | undefined;
      for (const one of given) {
        try {
          results.push(await receive(request, one));
        } catch (error) {
          // One that is wrong stays wrong; the others must not be lost with it. Anything else is tried again as a whole: what is stored is known by its id.
          if (!(error instanceof Refusal)) throw error;
          refused = error;
          results.push({ error: { type: error.type, message: error.message } });
        }
      }
      if (refused && results.every((result) => 'error' in result)) throw refused;
      return { results };
    },
  );

  async function receive(request: FastifyRequest, given: unknown): Promise<{ id: string; duplicate: boolean }> {
    const parsed = mailgunWebhook.safeParse(given);
    if (!parsed.success) throw new Refusal(406, 'malformed', `Expected a Mailgun webhook, got: ${prettifyError(parsed.error)}`);
    const { signature, 'event-data': event } = parsed.data;
    const wrong = refuseSignature(signature, { signingKey, now: Date.now() });
    if (wrong) throw new Refusal(406, 'wrong-signature', wrong);

    const eventId = `mailgun:${event.id}`;
    const at = new Date(event.timestamp * 1_000);
    const { anonymous, ...mapped } = mapMailgunEvent(event);
    const named = event['user-variables']?.touch;
    const known = anonymous || named === undefined ? undefined : await findTouch(store, named);
    const recorded = await intake.receive(
      request,
      {
        eventId,
        source: 'mailgun',
        at,
        ...mapped,
        ...(known ? { about: known.about, touch: known.touch } : anonymous || named === undefined ? {} : { touch: named }),
        // An event about nobody we know asks to be told, and is stored as unknown.
        keep: anonymous || (known ? mapped.keep === true : false),
      },
      (transaction) => refuseReplay(transaction, { token: signature.token, eventId }),
    );
    // Webhooks lag and overtake each other: what scanners did as the mail came in is on record already.
    if (known && mapped.kind === 'delivered' && !recorded.duplicate) await judge(store, { journeyId: known.about.journeyId, touch: known.touch, clock: known.about.clock, at });
    return { id: recorded.id, duplicate: recorded.duplicate };
  }

  let clearing: NodeJS.Timeout | undefined;
  app.addHook('onReady', async () => {
    clearing = setInterval(() => {
      sql`delete from webhook_tokens where seen_at < now() - interval '1 day'`.execute(store).catch((error: unknown) => app.log.warn({ reason: String(error) }, 'old webhook tokens not cleared'));
    }, CLEARING).unref();
  });
  app.addHook('onClose', async () => clearInterval(clearing));
}

/** The token is Mailgun's nonce: seen with this event before, it is a repetition; with another, somebody plays back a captured signature. */
async function refuseReplay(transaction: Store, { token, eventId }: { token: string; eventId: string }): Promise<void> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('webhook_tokens')
    .values({ token, event_id: eventId })
    .onConflict((conflict) => conflict.column('token').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows) return;
  const seen = await transaction.selectFrom('webhook_tokens').select('event_id').where('token', '=', token).executeTakeFirst();
  if (seen?.event_id !== eventId) throw new Refusal(406, 'replayed', 'Expected a token that was not used for another event, got a used one.');
}
