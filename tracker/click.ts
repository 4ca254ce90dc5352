import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { campaignTime } from '../engine/clock.ts';
import type { Link, Store } from '../store/index.ts';
import type { TrackerParts } from './create-tracker.ts';
import { sendNotFound } from './failures.ts';
import { aboutLink } from './intake.ts';
import { linkOf, pageOf } from './link-token.ts';
import { machineBehind } from './visitor.ts';

/** Milliseconds of campaign time after a mail was sent or delivered in which links are followed by scanners, not by readers. */
const TOO_SOON = 10_000;

/**
 * `GET /c/<token>`: a link of a mail was followed. What may be a person's click is human and told to the journey; a machine's is kept.
 * Both are sent on to where the link led when the mail was sent; the address never says where, so it redirects nobody elsewhere.
 */
export function serveClicks(app: FastifyInstance, { store, intake, base }: TrackerParts): void {
  app.get<{ Params: { token: string } }>('/c/:token', async (request, reply) => {
    const link = await linkOf(store, request.params.token, ['click']);
    if (!link) return sendNotFound(request, reply);
    const at = new Date();
    const machine = machineBehind(request) ?? ((await isTooSoon(store, link, at)) ? 'too-soon' : undefined);
    await intake.receive(request, {
      eventId: `click:${randomUUID()}`,
      kind: 'click',
      evidence: machine ? 'bot' : 'human',
      source: 'tracker',
      at,
      about: aboutLink(link),
      touch: link.touch.name,
      data: { link: link.name, ...(machine ? { because: machine } : {}) },
      keep: machine !== undefined,
    });
    const target = pageOf(link) === undefined ? link.target : `${base}/p/${link.token}`;
    return reply.headers({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' }).redirect(target, 302);
  });
}

async function isTooSoon(store: Store, link: Link, at: Date): Promise<boolean> {
  const { clock } = link.campaign;
  const now = campaignTime(clock, at.getTime());
  if (now - link.touch.sentAtCampaignTime.getTime() < TOO_SOON) return true;
  const delivered = await store
    .selectFrom('events')
    .select('at')
    .where('journey_id', '=', link.journey.id)
    .where('touch', '=', link.touch.name)
    .where('kind', '=', 'delivered')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return delivered !== undefined && now - campaignTime(clock, delivered.at.getTime()) < TOO_SOON;
}
