import formbody from '@fastify/formbody';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { ScenarioContent } from '../scenarios/content/index.ts';
import { claimEntries, findLinks, loadRecipients, pendingEvents, type FindLink, type Recipient, type Store } from '../store/index.ts';
import { together } from '../store/together.ts';
import { serveAreaPages } from './area-page.ts';
import { serveBeacons } from './beacon.ts';
import { createConfirmer, type Confirm, type Confirmer } from './consents/confirmer.ts';
import { serveConfirmations } from './consents/serve-confirmation.tsx';
import { claimConsentRequests } from '../store/consent-requests.ts';
import { serveClicks } from './click.ts';
import { createEntries, type Entries } from './entries.ts';
import { answerFailures, sendNotFound } from './failures.ts';
import { serveHealth } from './health.ts';
import { createIntake, type Intake } from './intake.ts';
import { serveLobWebhook, type LobWebhookOptions } from './lob-webhook.ts';
import type { Meta } from '../activities/social/meta.ts';
import { claimLeads } from '../store/leads.ts';
import { readLead, type LeadForms } from './lead-reader.ts';
import { serveMailgunWebhook } from './mailgun-webhook.ts';
import { serveMetaWebhook, type MetaWebhookSettings } from './meta-webhook.ts';
import { serveOpens } from './open.ts';
import { servePersonalPages } from './personal-page.ts';
import { serveQrCodes } from './qr-code.ts';
import { startRelay, type Relay } from './relay.ts';
import { serveServiceEvents } from './service-events.ts';
import { createSignaller, type Signal, type Signaller } from './signaller.ts';
import { createStarter, type Start } from './starter.ts';
import { servePreferences } from './preferences/serve-preferences.ts';

export interface TrackerOptions {
  readonly store: Store;
  /** Tells a journey; may fail for as long as it likes. */
  readonly signal: Signal;
  /** Starts the journey of somebody whom an event let in; may fail for as long as it likes. */
  readonly start: Start;
  /** Starts the mail by which a reader proves a mailbox; may fail for as long as it likes. */
  readonly confirm: Confirm;
  /** What services must show to `POST /v1/events`. */
  readonly apiKey: string;
  /** Mailgun's HTTP webhook signing key. */
  readonly signingKey: string;
  /** Lob's webhooks; none are taken when left out. */
  readonly lob?: LobWebhookOptions | undefined;
  /** The tracker's address as people see it, such as `https://go.brand.example`; a path in it is kept. */
  readonly publicUrl: string;
  /** By workflow type; `contentOf` of `scenarios/content`. */
  readonly contentOf: (workflowType: string) => ScenarioContent;
  /** Lead forms of Meta; none unless given. */
  readonly meta?: TrackerMeta;
  /** Silent unless given. */
  readonly logger?: FastifyBaseLogger;
  /** How it tells what could not be told at once, in milliseconds; false for no relay in this process. */
  readonly relay?: { readonly interval?: number; readonly olderThan?: number } | false;
  /** Milliseconds that a journey may take to be told; 10,000 unless said. */
  readonly patience?: number;
  /** Milliseconds of campaign time for which a journey is not told of a mail's click, since a machine's visit may show; 10,000 unless said. */
  readonly hold?: number | undefined;
  /** Milliseconds that a caller may take to send us headers, and a whole request; 10,000 and 30,000 unless said. */
  readonly slowest?: { readonly headers: number; readonly request: number };
  /** The world's time; for tests of what lies seconds apart. */
  readonly now?: () => Date;
}

/** What lead forms need. */
export interface TrackerMeta {
  readonly webhook: MetaWebhookSettings;
  readonly api: Meta;
  readonly forms: LeadForms;
}

/** What the routes work with. */
export interface TrackerParts {
  readonly store: Store;
  readonly find: FindLink;
  readonly recipientOf: (prospectId: string) => Promise<Recipient | undefined>;
  readonly intake: Intake;
  readonly signaller: Signaller;
  readonly entries: Entries;
  readonly confirmer: Confirmer;
  readonly contentOf: (workflowType: string) => ScenarioContent;
  readonly apiKey: string;
  readonly signingKey: string;
  readonly lob: LobWebhookOptions | undefined;
  readonly meta?: TrackerMeta | undefined;
  readonly hold: number | undefined;
  readonly now: () => Date;
  /** Path before every route, as people see it; usually empty. */
  readonly base: string;
}

/** Bytes of a body: forms and webhooks are small. */
const BODY_LIMIT = 64 * 1024;
/** Who sends a byte now and then (slow loris) would hold a connection for ever: Fastify sets no limit to a request's time, and Node's own for headers is a minute. */
const SLOWEST = { headers: 10_000, request: 30_000 };
/** Symbols of an address's last part: a long name and a token. */
const SLUG_LIMIT = 300;

/**
 * The HTTP side of journeys: QR codes, personal pages, clicks, withdrawals, webhooks and service events. Each event is committed, then its
 * sender is answered, then the journey is told; it serves while Temporal is down. `close()` waits for the signals under way.
 *
 * @example
 * const tracker = createTracker({ store, signal, start, confirm, apiKey, signingKey, publicUrl, contentOf });
 * await tracker.listen({ port: 8080 });
 */
export function createTracker({ store, signal, start, confirm, apiKey, signingKey, lob, publicUrl, contentOf, meta, logger, relay = {}, patience, hold, slowest = SLOWEST, now = () => new Date() }: TrackerOptions): FastifyInstance {
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    // Fastify's own lines hold the address, and with it the token.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: slowest.request,
    http: { headersTimeout: slowest.headers, connectionsCheckingInterval: slowest.headers / 4 },
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true, maxParamLength: SLUG_LIMIT },
    frameworkErrors: (_error, request, reply) => void sendNotFound(request, reply),
  });
  const signaller = createSignaller({ store, signal, logger: app.log, ...(patience === undefined ? {} : { patience }) });
  const starter = createStarter({ store, start, logger: app.log, ...(patience === undefined ? {} : { patience }) });
  const confirmer = createConfirmer({ store, confirm, logger: app.log, ...(patience === undefined ? {} : { patience }) });
  const intake = createIntake(app, { store, signaller, contentOf });
  const entries = createEntries(app, { store, starter, contentOf });
  const base = new URL(publicUrl).pathname.replace(/\/+$/, '');
  const find = together((tokens: readonly string[]) => findLinks(store, tokens));
  const recipientOf = together((prospectIds: readonly string[]) => loadRecipients(store, prospectIds));
  const parts: TrackerParts = { store, find, recipientOf, intake, entries, signaller, confirmer, contentOf, apiKey, signingKey, lob, meta, base, hold, now };

  answerFailures(app);
  void app.register(formbody);
  const webhooks = [serveMailgunWebhook, serveLobWebhook, serveMetaWebhook];
  for (const serve of [serveQrCodes, servePersonalPages, serveAreaPages, serveBeacons, serveClicks, serveOpens, servePreferences, serveConfirmations, ...webhooks, serveServiceEvents, serveHealth]) serve(app, parts);

  app.addHook('onResponse', (request, reply, done) => {
    request.log.info({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });

  let relays: readonly Relay[] = [];
  app.addHook('onReady', async () => {
    if (!relay) return;
    const options = { logger: app.log, ...relay };
    relays = [
      startRelay({ what: 'events told', claim: (left) => pendingEvents(store, left), carryOut: (event) => signaller.tell(event) }, options),
      ...(meta ? [startRelay({ what: 'leads read', claim: (left) => claimLeads(store, left), carryOut: (lead) => readLead({ store, meta: meta.api, forms: meta.forms, contentOf, logger: app.log }, lead) }, options)] : []),
      startRelay({ what: 'confirmations started', claim: (left) => claimConsentRequests(store, left), carryOut: (request) => confirmer.start(request) }, options),
      startRelay({ what: 'journeys started', claim: (left) => claimEntries(store, left), carryOut: (entry) => starter.start(entry) }, options),
    ];
  });
  app.addHook('onClose', async () => {
    await Promise.all(relays.map((one) => one.stop()));
    await Promise.all([signaller.close(), starter.close(), confirmer.close()]);
  });
  return app;
}
