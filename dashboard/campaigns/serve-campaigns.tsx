import type { FastifyInstance } from 'fastify';
import { listCampaigns } from '../../store/campaign-list.ts';
import { pulseOf } from '../../store/pulse.ts';
import type { DashboardParts } from '../parts.ts';
import { campaignsPage } from './campaigns-page.tsx';

/** `GET /campaigns`: all campaigns at a glance. */
export function serveCampaigns(app: FastifyInstance, { store, placeOf, show }: DashboardParts): void {
  app.get('/campaigns', async (request, reply) => {
    const pulse = await pulseOf(store);
    const [place, campaigns] = await Promise.all([placeOf(request), listCampaigns(store)]);
    return show(reply, place, campaignsPage(place, { campaigns, pulse, now: Date.now() }));
  });
}
