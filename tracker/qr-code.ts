import type { FastifyInstance } from 'fastify';
import { storeHits, type Hit } from '../store/index.ts';
import { together } from '../store/together.ts';
import type { TrackerParts } from './create-tracker.ts';
import { sendNotFound } from './failures.ts';
import { hitOf } from './hit.ts';
import { exactToken } from './link-token.ts';

/**
 * `GET /q/<token>`: a printed QR code was followed. The hit is committed, then the reader is sent on to the personal page, bots too;
 * that a person scanned it is known when the page reports that it was seen.
 */
export function serveQrCodes(app: FastifyInstance, { store, find, now, base }: TrackerParts): void {
  const keep = together((hits: readonly Hit[]) => storeHits(store, hits));

  app.get<{ Params: { token: string } }>('/q/:token', async (request, reply) => {
    const token = await exactToken(find, request.params.token);
    if (!(await keep(hitOf(request, { token, link: 'qr', at: now() })))) return sendNotFound(request, reply);
    return reply.header('cache-control', 'private, no-store').redirect(`${base}/p/${token}`, 302);
  });
}
