import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { TrackerParts } from './create-tracker.ts';
import { holdOf, isTooSoon, judge, machineBehind } from './evidence/index.ts';
import { sendNotFound, sendNotice } from './failures.ts';
import { aboutLink } from './intake.ts';
import { linkOf, pageOf } from './link-token.ts';
import { honeypotWords } from './notice-wording.ts';

/**
 * `GET /c/<token>`: a link of a mail was followed. What may be a person's click is human, and told to the journey unless a machine's visit shows within
 * ten seconds (docs/decisions/0020-clicks-wait-ten-seconds.md); a machine's is kept. Both are sent on to where the link led when the mail was sent; the address
 * never says where, so it redirects nobody elsewhere. A honeypot looks like any link and leads to a page that says what it is.
 */
export function serveClicks(app: FastifyInstance, { store, find, intake, base, now, hold }: TrackerParts): void {
  app.get<{ Params: { token: string } }>('/c/:token', async (request, reply) => {
    const link = await linkOf(find, request.params.token, ['click', 'honeypot']);
    if (!link) return sendNotFound(request, reply);
    const at = now();
    const isHoneypot = link.kind === 'honeypot';
    const named = machineBehind(request);
    const machine = isHoneypot ? 'honeypot' : (named ?? (isTooSoon(link, at) ? 'too-soon' : undefined));
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
      hold: holdOf(link.campaign.clock, hold),
    });
    if (isHoneypot || !machine) await judge(store, { journeyId: link.journey.id, touch: link.touch.name, clock: link.campaign.clock, at });
    if (isHoneypot) return sendNotice(request, reply, { words: honeypotWords, icon: 'signpost', status: 200 });
    const target = pageOf(link) === undefined ? link.target : `${base}/p/${link.token}`;
    return reply.headers({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' }).redirect(target, 302);
  });
}
