import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { prettifyError, z } from 'zod';
import { recordLeads } from '../store/leads.ts';
import type { TrackerParts } from './create-tracker.ts';
import { Refusal } from './failures.ts';

/** How Meta's lead forms reach us; see docs/social.md. */
export interface MetaWebhookSettings {
  readonly appSecret: string;
  /** Our own word, which Meta repeats when the webhook is set up. */
  readonly verifyToken: string;
}

const id = z.union([z.string().regex(/^\d{1,30}$/), z.int().nonnegative()]).transform(String);
/** The parts that we read. Changes of other fields of the page are none of ours. */
const webhook = z.object({
  object: z.string(),
  entry: z
    .array(
      z.object({
        changes: z
          .array(z.union([z.object({ field: z.literal('leadgen'), value: z.object({ leadgen_id: id, page_id: id, form_id: id, created_time: z.number().positive() }) }), z.object({ field: z.string() })]))
          .default([]),
      }),
    )
    .max(1_000),
});

/**
 * `GET /hooks/meta`: Meta sets the webhook up. `POST /hooks/meta`: lead forms were filled in. What is announced is kept, then answered; the answers are
 * fetched after that (`lead-reader.ts`), for Meta's webhooks don't carry them.
 */
export function serveMetaWebhook(app: FastifyInstance, { store, meta }: TrackerParts): void {
  if (!meta) return;
  const { appSecret, verifyToken } = meta.webhook;

  app.get('/hooks/meta', { config: { speaks: 'json' } }, async (request, reply) => {
    const { 'hub.mode': mode, 'hub.verify_token': token = '', 'hub.challenge': challenge = '' } = request.query as Record<string, string | undefined>;
    if (mode !== 'subscribe' || !same(token, verifyToken)) throw new Refusal(403, 'wrong-token', 'Expected hub.mode subscribe with our verify token (META_VERIFY_TOKEN), got something else.');
    return reply.type('text/plain').send(challenge.slice(0, 500));
  });

  void app.register(async (hooks) => {
    // What is signed are the bytes, so they are kept as they came.
    hooks.removeAllContentTypeParsers();
    hooks.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => body);
    hooks.post('/hooks/meta', { config: { speaks: 'json' } }, async (request) => {
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const signature = String(request.headers['x-hub-signature-256'] ?? '');
      if (!same(signature, `sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`)) throw new Refusal(401, 'wrong-signature', "Expected X-Hub-Signature-256 by our app's secret, got another.");
      const parsed = webhook.safeParse(json(bytes));
      if (!parsed.success) throw new Refusal(400, 'malformed', `Expected a webhook of Meta, got: ${prettifyError(parsed.error)}`);
      const leads = parsed.data.entry
        .flatMap(({ changes }) => changes)
        .flatMap((change) => ('value' in change ? [{ id: change.value.leadgen_id, formId: change.value.form_id, pageId: change.value.page_id, at: new Date(change.value.created_time * 1_000) }] : []));
      await recordLeads(store, leads);
      return { leads: leads.length };
    });
  });
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function same(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
