import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordAct } from '../store/operator-acts.ts';
import { countToApprove } from '../store/print-runs.ts';
import { createCarryOut, takeSaid } from './carry-out.ts';
import { serveCampaigns } from './campaigns/serve-campaigns.tsx';
import { serveCampaign } from './campaign/serve-campaign.tsx';
import type { DashboardOptions } from './create-dashboard.ts';
import { serveEvents } from './events/serve-events.tsx';
import { figuresIn } from './language/figures.ts';
import { languageOf } from './language/language.ts';
import type { Live } from './live/live.ts';
import { failedPage, notFoundPage } from './page/failures.tsx';
import { pathHere } from './page/place.ts';
import { renderPage } from './page/shell.tsx';
import { fieldsOf, type DashboardParts } from './parts.ts';
import { servePrintRuns } from './print-runs/serve-print-runs.tsx';
import { servePeople } from './prospect/serve-people.tsx';
import { serveRecord } from './record/serve-record.tsx';
import { isFromHere } from './sign-in/same-site.ts';
import { isFormOf, type Sessions, type SignedIn } from './sign-in/session.ts';
import { goOnPage } from './sign-in/sign-in-page.tsx';

type InsideOptions = Pick<DashboardOptions, 'store' | 'client' | 'contentOf' | 'publicUrl' | 'temporalUi'> & { readonly zone: string; readonly secure: boolean; readonly patience: number; readonly sessions: Sessions; readonly live: Live };

/** All that is for those who are signed in. */
export function serveInside(app: FastifyInstance, { store, client, contentOf, publicUrl, temporalUi, zone, secure, patience, sessions, live }: InsideOptions): void {
  const asking = new WeakMap<FastifyRequest, SignedIn>();
  const whoAsks = (request: FastifyRequest): SignedIn => {
    const signedIn = asking.get(request);
    if (!signedIn) throw new Error('Expected a route for those who are signed in, got one for everybody.');
    return signedIn;
  };
  const parts: DashboardParts = {
    ...{ store, client, contentOf, publicUrl, temporalUi, live, secure, whoAsks },
    carryOut: createCarryOut({ store, client, secure, patience, whoAsks }),
    async placeOf(request) {
      const language = languageOf(request);
      return { language, figures: figuresIn(language, zone), path: request.url, signedIn: whoAsks(request), toApprove: await countToApprove(store) };
    },
    show(reply, place, page, status = 200) {
      const said = takeSaid(reply.request, reply);
      return reply.code(status).type('text/html; charset=utf-8').send(renderPage(said ? { ...place, said } : place, page));
    },
    notFound: async (request, reply) => {
      const place = await parts.placeOf(request);
      return parts.show(reply, place, notFoundPage(place), 404);
    },
  };

  app.addHook('onRequest', async (request, reply) => {
    const signedIn = await sessions.find(request);
    if (signedIn) return void asking.set(request, signedIn);
    if (!String(request.headers.accept).includes('text/html') || request.method !== 'GET') return reply.code(401).type('text/plain').send('Expected an operator who is signed in, got nobody. Sign in at /sign-in.\n');
    // Browsers keep a strict cookie back when another site led here; the next step is ours.
    if (request.headers['sec-fetch-site'] === 'cross-site') return reply.type('text/html; charset=utf-8').send(goOnPage(languageOf(request), pathHere(request.url)));
    return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303);
  });
  app.addHook('preHandler', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    if (isFromHere(request) && isFormOf(whoAsks(request), fieldsOf(request)['token'])) return;
    return reply.code(403).type('text/plain').send('Expected a form of this dashboard, sent while signed in, got another. Load the page again and try once more.\n');
  });
  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) request.log.error({ reason: error.message, stack: error.stack }, 'a page failed');
    if (!asking.has(request)) return reply.code(status).type('text/plain').send('The dashboard could not answer. Try again in a moment.\n');
    const place = { language: languageOf(request), figures: figuresIn(languageOf(request), zone), path: request.url, signedIn: whoAsks(request), toApprove: 0 };
    return parts.show(reply, place, failedPage(place), status);
  });

  app.get('/', (_, reply) => reply.redirect('/campaigns', 303));
  app.post('/sign-out', async (request, reply) => {
    const { operator, sessionId } = whoAsks(request);
    await sessions.end(reply, sessionId);
    await recordAct(store, { operator, act: 'sign-out' });
    return reply.redirect('/sign-in', 303);
  });
  app.get<{ Querystring: { campaign?: string } }>('/live', (request, reply) => live.follow(request, reply, { signedIn: whoAsks(request), campaignId: request.query.campaign }));
  for (const serve of [serveCampaigns, serveCampaign, servePeople, serveEvents, servePrintRuns, serveRecord]) serve(app, parts);
  app.get('/*', (request, reply) => parts.notFound(request, reply));
}
