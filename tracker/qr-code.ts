import type { FastifyInstance } from 'fastify';
import type { TrackerParts } from './create-tracker.ts';
import { sendNotFound } from './failures.ts';
import { storeHit } from './hit.ts';
import { linkOf } from './link-token.ts';

/**
 * `GET /q/<token>`: a printed QR code was followed. The hit is committed, then the reader is sent on to the personal page, bots too;
 * that a person scanned it is known when the page reports that it was seen.
 */
export function serveQrCodes(app: FastifyInstance, { store, intake, base }: TrackerParts): void {
  app.get<{ Params: { token: string } }>('/q/:token', async (request, reply) => {
    const link = await linkOf(store, request.params.token, ['qr']);
    if (!link) return sendNotFound(request, reply);
    await storeHit(intake, request, { link, kind: 'scan' });
    return reply.header('cache-control', 'private, no-store').redirect(`${base}/p/${link.token}`, 302);
  });
}
