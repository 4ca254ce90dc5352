import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from '@temporalio/worker';
import { freePort } from '../../cli/stack/index.ts';
import { launchCampaign, signalJourney, startConfirmation, startJourney, type Launched, type LaunchOptions } from '../../client/index.ts';
import { createSandbox } from '../../sandbox/index.ts';
import { contentOf } from '../../scenarios/content/index.ts';
import { scenarioOf } from '../../scenarios/index.ts';
import { saveProspects, type NewProspect } from '../../store/prospects.ts';
import { createTracker } from '../../tracker/index.ts';
import { createWorker } from '../../worker/create-worker.ts';
import { workerSettings } from '../../worker/settings.ts';
import { testStore, type TestStore } from './store.ts';
import { testTemporal, type TestTemporal } from './temporal.ts';

const KEYS = { api: 'test-api-key-0123456789', mailgun: 'test-mailgun-key', signing: 'test-signing-key' };
const DOMAIN = 'mail.bellebraise.example';

/** A campaign's whole world, but for processes: a real Postgres, Temporal, worker, tracker and sandbox, in this one. */
export interface World {
  readonly store: TestStore;
  readonly temporal: TestTemporal;
  readonly worker: Worker;
  readonly tracker: string;
  readonly sandbox: string;
  readonly out: string;
  launch(options: Partial<LaunchOptions> & { readonly speed: number }): Promise<Launched>;
  /** What a shop or a mail house tells us, by `POST /v1/events`. */
  tell(event: object): Promise<Response>;
  close(): Promise<void>;
}

/** @param more of the worker's environment */
export async function openWorld(more: Readonly<Record<string, string>> = {}): Promise<World> {
  const [store, temporal, out] = await Promise.all([testStore(), testTemporal(), mkdtemp(join(tmpdir(), 'parcours-world-'))]);
  const trackerPort = await freePort();
  const publicUrl = `http://127.0.0.1:${trackerPort}`;
  const sandboxApp = await createSandbox({ key: KEYS.mailgun, signingKey: KEYS.signing, webhookUrl: `${publicUrl}/hooks/mailgun`, deliverAfterMs: 10 });
  const sandbox = await sandboxApp.listen({ port: 0, host: '127.0.0.1' });
  const trackerApp = createTracker({
    ...{ store, publicUrl, contentOf, apiKey: KEYS.api, signingKey: KEYS.signing, relay: { interval: 100, olderThan: 200 } },
    signal: (journeyId, report) => signalJourney(temporal.client, journeyId, report),
    confirm: (requestId) => startConfirmation(temporal.client, { requestId, taskQueue: 'parcours' }),
    start: (entry) => startJourney(temporal.client, { ...entry, taskQueue: 'parcours' }),
  });
  await trackerApp.listen({ port: trackerPort, host: '127.0.0.1' });
  const settings = workerSettings({
    DATABASE_URL: store.databaseUrl,
    DATABASE_SCHEMA: store.schemaName,
    PARCOURS_PUBLIC_URL: publicUrl,
    PARCOURS_OUT: out,
    MAILGUN_URL: sandbox,
    MAILGUN_API_KEY: KEYS.mailgun,
    MAILGUN_DOMAIN: DOMAIN,
    MAILGUN_LOOK_UP_AFTER_MS: '100',
    MAIL_FROM: `Bellebraise <bonjour@${DOMAIN}>`,
    ...more,
  });
  const worker = await createWorker({ settings, connection: temporal.nativeConnection, client: temporal.client, store });
  const running = worker.run();

  return {
    ...{ store, temporal, worker, sandbox, out, tracker: publicUrl },
    // An audience is for scenarios that no event lets people into.
    launch: ({ speed, scenario = 'boiler-renewal', ...options }) =>
      launchCampaign(
        { client: temporal.client, store },
        { ...{ id: 'spring', scenario, version: 1 }, ...(hasEntry(scenario) ? {} : { audience: 'all' as const }), clock: { epoch: Date.now(), speed }, printEvery: '1 day', pace: 100, print: { proof: 0 }, ...options },
      ),
    tell: (event) =>
      fetch(`${publicUrl}/v1/events`, { method: 'POST', headers: { authorization: `Bearer ${KEYS.api}`, 'content-type': 'application/json' }, body: JSON.stringify(event) }),
    close: async () => {
      worker.shutdown();
      await running;
      await trackerApp.close();
      await sandboxApp.close();
      await temporal.close();
      await store.destroy();
      await rm(out, { recursive: true });
    },
  };
}

/** Someone who can be reached by everything, unless said. */
export function someone(id: string, change: Partial<NewProspect> = {}): NewProspect {
  return {
    id,
    locale: 'fr-FR',
    facts: { boilerAge: 15, energy: 'gas', storeDistance: 4, store: 'Bellebraise Les Forges', customer: 'no' },
    identity: {
      ...{ title: 'Mme', firstName: 'Séraphine', lastName: 'Lempereur-Aubry', addressLine: '14 rue des Alouettes', addressComplement: 'Bâtiment C' },
      ...{ postcode: '00470', city: 'Brannay-sur-Orvelle', country: 'FR', email: `seraphine.${id}@courriel.example` },
    },
    consents: { print: true, email: true, social: true },
    source: 'test',
    ...change,
  };
}

/** One that is not registered has none; launching it says so. */
function hasEntry(scenario: string): boolean {
  try {
    return scenarioOf(`${scenario}.v1`).entry !== undefined;
  } catch {
    return false;
  }
}

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';

/** A request as a person's phone makes it; redirects are shown, not followed. */
export const asBrowser = (url: string | URL, init: RequestInit = {}) => fetch(url, { redirect: 'manual', ...init, headers: { 'user-agent': PHONE } });

export const enter = (world: World, people: readonly NewProspect[]) => saveProspects(world.store, people);

export { until } from './until.ts';
