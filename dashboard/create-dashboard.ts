import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import type { Client } from '@temporalio/client';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { ScenarioContent } from '../scenarios/content/index.ts';
import type { Store } from '../store/index.ts';
import { pulseOf } from '../store/pulse.ts';
import { serveAssets } from './assets.ts';
import { serveInside } from './inside.ts';
import { keepLanguage, LANGUAGES } from './language/language.ts';
import { createLive } from './live/live.ts';
import { withQuery } from './page/place.ts';
import { PAGE_HEADERS } from './page/policy.ts';
import { serveSignIn } from './sign-in/serve-sign-in.tsx';
import { createSessions } from './sign-in/session.ts';

export interface DashboardOptions {
  readonly store: Store;
  readonly client: Client;
  /** By workflow type; `contentOf` of `scenarios/content`. */
  readonly contentOf: (workflowType: string) => ScenarioContent;
  /** The dashboard's address as operators see it; over https its cookies go over nothing else. */
  readonly url: string;
  /** The tracker's address as people see it, which is on cards. */
  readonly publicUrl: string;
  /** Temporal's web UI and the namespace of the journeys; no links into it when left out. */
  readonly temporalUi?: { readonly url: string; readonly namespace: string } | undefined;
  /** In which times are shown, such as `Europe/Paris`; UTC unless said. */
  readonly zone?: string;
  /** Hours after which an operator signs in again; 12 unless said. */
  readonly sessionHours?: number;
  /** Proxies in front, whose word on who asks is taken; 0 unless said. */
  readonly proxies?: number;
  /** Milliseconds that a workflow may take to answer an operator's act; 10,000 unless said. */
  readonly patience?: number;
  /** Silent unless given. */
  readonly logger?: FastifyBaseLogger;
  /** How often open pages hear from us, in milliseconds, and how many there may be. */
  readonly live?: { readonly every?: number; readonly beat?: number; readonly most?: { readonly inAll: number; readonly ofSession: number } };
}

/** Bytes of a form. */
const BODY_LIMIT = 64 * 1024;
/** Symbols of an id in an address: a touch's is its journey's and more. */
const PARAM_LIMIT = 400;

/**
 * The operator's web pages: campaigns, people, events, print runs, and what may be done about them. All but the page to sign in is for those who are signed in.
 *
 * @example
 * const dashboard = await createDashboard({ store, client, contentOf, url: 'https://parcours.brand.example', publicUrl });
 * await dashboard.listen({ port: 8090 });
 */
export async function createDashboard({ store, client, contentOf, url, publicUrl, temporalUi, zone = 'UTC', sessionHours = 12, proxies = 0, patience = 10_000, logger, live: liveOptions = {} }: DashboardOptions): Promise<FastifyInstance> {
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    // Fastify's own lines hold the address, and with it who was looked at.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    // Browsers open connections ahead of any request; closing would wait for those.
    forceCloseConnections: true,
    routerOptions: { maxParamLength: PARAM_LIMIT, ignoreTrailingSlash: true },
    trustProxy: (_address: string, hop: number) => hop < proxies,
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: BODY_LIMIT });
  const secure = url.startsWith('https:');
  const sessions = createSessions({ store, secure, hours: sessionHours });
  const live = createLive({ pulse: (campaignId) => pulseOf(store, campaignId), holds: sessions.holds, onProblem: (error) => app.log.warn({ reason: String(error) }, 'open pages could not be told'), ...liveOptions });
  app.addHook('preClose', async () => live.close());

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(PAGE_HEADERS);
    if (secure) reply.header('strict-transport-security', 'max-age=31536000');
    const { lang } = request.query as { lang?: unknown };
    const chosen = LANGUAGES.find((language) => language === lang);
    if (!chosen || request.method !== 'GET') return;
    keepLanguage(reply, chosen, secure);
    await reply.redirect(withQuery(request.url, { lang: undefined }), 303);
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });

  serveAssets(app);
  app.get('/healthz', async () => ({ ok: true }));
  serveSignIn(app, { store, sessions });
  await app.register(async (inside) => serveInside(inside, { store, client, contentOf, publicUrl, temporalUi, zone, secure, patience, sessions, live }));
  return app;
}
