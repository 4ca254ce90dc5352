import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { KINDS } from '../../scenarios/vocabulary/index.ts';
import { campaignIds } from '../../store/campaign-list.ts';
import { eventFeed } from '../../store/event-feed.ts';
import { pulseOf } from '../../store/pulse.ts';
import type { DashboardParts } from '../parts.ts';
import { eventsPage } from './events-page.tsx';

/** Events of a page. */
const PAGE = 50;

/** What is unknown in an address is left out: an old link still opens. */
const schema = z.object({
  campaign: z.string().max(63).regex(/\S/).optional().catch(undefined),
  kind: z.enum(KINDS).optional().catch(undefined),
  by: z.enum(['people', 'machines']).optional().catch(undefined),
  before: z.string().regex(/^\d{1,18}$/).optional().catch(undefined),
});

/** `GET /events`: what comes in, latest first. */
export function serveEvents(app: FastifyInstance, { store, placeOf, show }: DashboardParts): void {
  app.get('/events', async (request, reply) => {
    const { campaign: campaignId, ...filter } = schema.parse(request.query);
    const pulse = await pulseOf(store, campaignId);
    const [place, campaigns, events] = await Promise.all([placeOf(request), campaignIds(store), eventFeed(store, { ...filter, campaignId, limit: PAGE + 1 })]);
    return show(reply, place, eventsPage(place, { campaigns, filter: { ...filter, campaignId }, events: events.slice(0, PAGE), hasMore: events.length > PAGE, pulse }));
  });
}
