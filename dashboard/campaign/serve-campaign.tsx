import type { FastifyInstance } from 'fastify';
import { pauseCampaign, resumeCampaign, setCampaignPace, stopCampaign } from '../../client/operate-campaign.ts';
import { findCampaign } from '../../store/campaigns.ts';
import { eventFeed } from '../../store/event-feed.ts';
import { listActs } from '../../store/operator-acts.ts';
import { listPrintRuns } from '../../store/print-runs.ts';
import { pulseOf } from '../../store/pulse.ts';
import { campaignReport } from '../../store/report.ts';
import { fieldsOf, type DashboardParts } from '../parts.ts';
import { campaignPage } from './campaign-page.tsx';
import { createProgressReader } from './progress.ts';

interface CampaignRequest {
  readonly Params: { readonly campaign: string };
}

/** Shown on a campaign's page; each has a page with all of them. */
const FEW = 8;

/** `GET /campaigns/:campaign`: one campaign; `POST` to it: pause, resume, stop, another pace. */
export function serveCampaign(app: FastifyInstance, parts: DashboardParts): void {
  const { store, client, placeOf, show, notFound, carryOut, temporalUi } = parts;
  const progress = createProgressReader(client);

  app.get<CampaignRequest>('/campaigns/:campaign', async (request, reply) => {
    const id = request.params.campaign;
    const campaign = await findCampaign(store, id);
    if (!campaign) return notFound(request, reply);
    const pulse = await pulseOf(store, id);
    const [place, report, runs, events, acts, known] = await Promise.all([
      placeOf(request),
      campaignReport(store, id),
      listPrintRuns(store, id),
      eventFeed(store, { campaignId: id, limit: FEW }),
      listActs(store, { campaignId: id, limit: FEW }),
      progress.read(id),
    ]);
    return show(reply, place, campaignPage(place, { campaign, report, runs, events, acts, progress: known, pulse, temporalUi }));
  });

  app.post<CampaignRequest>('/campaigns/:campaign', async (request, reply) => {
    const campaignId = request.params.campaign;
    const { act, pace } = fieldsOf(request);
    progress.forget(campaignId);
    switch (act) {
      case 'pause':
        return carryOut(request, reply, { act, campaignId, work: () => pauseCampaign(client, campaignId) });
      case 'resume':
        return carryOut(request, reply, { act, campaignId, work: () => resumeCampaign(client, campaignId) });
      case 'stop':
        return carryOut(request, reply, { act, campaignId, work: () => stopCampaign(client, campaignId) });
      case 'pace': {
        // A comma is what French keyboards write.
        const perSecond = Number((pace ?? '').trim().replace(',', '.') || 'none');
        return carryOut(request, reply, { act, campaignId, details: { pace: Number.isNaN(perSecond) ? (pace ?? '').slice(0, 40) : perSecond }, work: () => setCampaignPace(client, { campaignId, pace: perSecond }) });
      }
      default:
        return notFound(request, reply);
    }
  });
}
