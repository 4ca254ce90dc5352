import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { opensMayBeSeen } from '../store/index.ts';
import { PIXEL } from './beacon.ts';
import type { TrackerParts } from './create-tracker.ts';
import { machineBehind } from './evidence/index.ts';
import { aboutLink } from './intake.ts';
import { linkOf } from './link-token.ts';

/**
 * `GET /o/<token>.gif`: the image in a mail whose reader agreed that we see when it is opened. The consent is asked again at each hit, since a withdrawal
 * counts for mails that are out already (CNIL deliberation 2026-042); whoever has withdrawn, and whoever guesses, gets the same image, and nothing is
 * stored. An open is `logical` at best, never told to a journey: mailboxes fetch images ahead and through proxies.
 */
export function serveOpens(app: FastifyInstance, { store, find, intake, now }: TrackerParts): void {
  const send = (reply: FastifyReply) => reply.headers({ 'content-type': 'image/gif', 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' }).send(PIXEL);

  app.get<{ Params: { file: string } }>('/o/:file', async (request, reply) => {
    const link = await linkOf(find, request.params.file.replace(/\.gif$/i, ''), ['open']);
    if (!link || !(await opensMayBeSeen(store, link.prospectId))) return send(reply);
    const machine = machineBehind(request);
    await intake.receive(request, {
      eventId: `open:${randomUUID()}`,
      kind: 'opened',
      evidence: machine ? 'bot' : 'logical',
      source: 'tracker',
      at: now(),
      about: aboutLink(link),
      touch: link.touch.name,
      data: machine ? { because: machine } : {},
      keep: true,
    });
    return send(reply);
  });
}
