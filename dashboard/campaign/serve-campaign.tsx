import type { FastifyInstance } from 'fastify';
import { pauseCampaign, resumeCampaign, setCampaignPace, stopCampaign } from '../../client/operate-campaign.ts';
import { findCampaign } from '../../store/campaigns.ts';
import { eventFeed } from '../../store/event-feed.ts';
import { listActs } from '../../store/operator-acts.ts';
import { listPrintRuns } from '../../store/print-runs.ts';
import { pulseOf } from '../../store/pulse.ts';
import { advanceFigures, campaignFigures } from '../../store/figures/index.ts';
import { acceptLesson, dismissLesson, lessonsOf, type Decided } from '../../store/lessons.ts';
import { currentPolicies, policyHistory } from '../../store/policies.ts';
import { fieldsOf, type DashboardParts } from '../parts.ts';
import { campaignPage } from './campaign-page.tsx';
import { createProgressReader } from './progress.ts';
import { createRevenueReader } from './revenue.ts';

interface CampaignRequest {
  readonly Params: { readonly campaign: string };
}

/** Shown on a campaign's page; each has a page with all of them. */
const FEW = 8;
/** Milliseconds that a page spends on counting what is new. */
const COUNTING = 150;

/** `GET /campaigns/:campaign`: one campaign; `POST` to it: pause, resume, stop, another pace. */
export function serveCampaign(app: FastifyInstance, parts: DashboardParts): void {
  const { store, client, placeOf, show, notFound, carryOut, whoAsks, temporalUi } = parts;
  const progress = createProgressReader(client);
  const revenueOf = createRevenueReader(store);

  app.get<CampaignRequest>('/campaigns/:campaign', async (request, reply) => {
    const id = request.params.campaign;
    const campaign = await findCampaign(store, id);
    if (!campaign) return notFound(request, reply);
    const pulse = await pulseOf(store, id);
    // What others are counting, or is too much for one page, is there the next time: the page says so, and is refreshed.
    const { isCurrent } = await advanceFigures(store, { atMost: COUNTING });
    const [place, figures, revenue, current, history, lessons, runs, events, acts, known] = await Promise.all([
      placeOf(request),
      campaignFigures({ store, campaignId: id }),
      revenueOf(id),
      currentPolicies(store, id),
      policyHistory(store, id),
      lessonsOf(store, id),
      listPrintRuns(store, id),
      eventFeed(store, { campaignId: id, limit: FEW }),
      listActs(store, { campaignId: id, limit: FEW }),
      progress.read(id),
    ]);
    return show(reply, place, campaignPage(place, { campaign, figures, revenue, choices: { current, history }, lessons, runs, events, acts, progress: known, pulse: isCurrent ? pulse : undefined, temporalUi }));
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

  app.post<CampaignRequest>('/campaigns/:campaign/lessons', async (request, reply) => {
    const campaignId = request.params.campaign;
    const { act, key = '', ground } = fieldsOf(request);
    if (act !== 'accept-lesson' && act !== 'dismiss-lesson') return notFound(request, reply);
    const decision = { campaignId, key, by: whoAsks(request).operator, because: 'decided on the dashboard', ...(ground === undefined ? {} : { ground }) };
    const decide = act === 'accept-lesson' ? acceptLesson : dismissLesson;
    return carryOut(request, reply, { act, campaignId, details: { lesson: key }, work: async () => assertDecided(await decide(store, decision)) });
  });
}

/** @throws Error when the lesson is another than the one that was read. */
function assertDecided({ result }: Decided): void {
  if (result === 'changed') throw new Error('Expected the lesson to be as you read it, got one that the data have changed since. Read it again.');
  if (result === 'otherwise') throw new Error('Expected a lesson that nobody has accepted, got one that was. What it changed is taken back by an override of its own.');
}
