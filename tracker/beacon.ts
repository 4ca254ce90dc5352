import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TrackerParts } from './create-tracker.ts';
import { holdOf, judge, machineBehind } from './evidence/index.ts';
import { sendNotFound } from './failures.ts';
import { aboutLink } from './intake.ts';
import { linkOf } from './link-token.ts';

/** A transparent image of one pixel. */
export const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
/** The id that a page got when it was rendered, so that a beacon sent twice counts once. */
export const VIEW = /^[\w-]{8,64}$/;

/**
 * `POST /b/<token>` by the page's script, `GET /b/<token>.gif` by its image where scripts are off: somebody sees the personal page. This
 * is what makes a scan or a visit human.
 */
export function serveBeacons(app: FastifyInstance, { store, find, intake, now, hold }: TrackerParts): void {
  async function seen(request: FastifyRequest<{ Querystring: { v?: string } }>, slug: string): Promise<boolean> {
    const link = await linkOf(find, slug, ['qr', 'purl', 'click']);
    if (!link) return false;
    const machine = machineBehind(request);
    const view = VIEW.test(request.query.v ?? '') ? request.query.v : randomUUID();
    const at = now();
    // Some scanners of mails open pages in a whole browser, which runs the page's script as well: such a visit waits as the click before it does.
    const ofMail = link.kind === 'click';
    await intake.receive(request, {
      eventId: `seen:${link.token}:${view}`,
      kind: link.kind === 'qr' ? 'scan' : 'visit',
      evidence: machine ? 'bot' : 'human',
      source: 'personal-page',
      at,
      about: aboutLink(link),
      touch: link.touch.name,
      data: machine ? { because: machine } : {},
      keep: machine !== undefined,
      ...(ofMail ? { hold: holdOf(link.campaign.clock, hold) } : {}),
    });
    if (ofMail && !machine) await judge(store, { journeyId: link.journey.id, touch: link.touch.name, clock: link.campaign.clock, at });
    return true;
  }

  void app.register(async (beacons) => {
    // Browsers give a beacon whatever content type they like; what it holds is of no account.
    beacons.removeAllContentTypeParsers();
    beacons.addContentTypeParser('*', { parseAs: 'string' }, async () => undefined);

    beacons.post<{ Params: { token: string }; Querystring: { v?: string } }>('/b/:token', async (request, reply) => {
      if (!(await seen(request, request.params.token))) return sendNotFound(request, reply);
      return reply.code(204).send();
    });

    beacons.get<{ Params: { file: string }; Querystring: { v?: string } }>('/b/:file', async (request, reply) => {
      const { file } = request.params;
      if (!(await seen(request, file.toLowerCase().endsWith('.gif') ? file.slice(0, -4) : ''))) return sendNotFound(request, reply);
      return reply.headers({ 'content-type': 'image/gif', 'cache-control': 'private, no-store' }).send(PIXEL);
    });
  });
}
