import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { freePort, startPostgres, startTemporal } from '../cli/stack/index.ts';
import { ensureSearchAttributes, launchCampaign, signalJourney } from '../client/index.ts';
import { contentOf } from '../scenarios/content/index.ts';
import { connectStore, migrate } from '../store/index.ts';
import { saveProspects } from '../store/prospects.ts';
import { createTracker } from '../tracker/index.ts';
import { createWorker } from '../worker/create-worker.ts';
import { workerSettings } from '../worker/settings.ts';
import { median } from './median.ts';
import { reactionOf, type Reaction } from './preferences/reaction.ts';

/**
 * `npm run bench:preferences`: how soon a running journey acts upon what its person chose in the preference centre, on a real Temporal. People stop
 * everything from their printed address; Postgres says when that was stored, Temporal's history when the journey was told and when it had acted.
 */
const [PEOPLE, PER_SECOND, BOUND] = [200, 10, 1_000];

Runtime.install({ logger: new DefaultLogger('ERROR') });
const [postgres, temporal, out, port] = await Promise.all([startPostgres(), startTemporal(), mkdtemp(join(tmpdir(), 'parcours-bench-')), freePort()]);
const publicUrl = `http://127.0.0.1:${port}`;
const store = connectStore({ url: postgres.url });
await migrate(store);
const connection = await Connection.connect({ address: temporal.address });
await ensureSearchAttributes(connection, 'default');
const client = new Client({ connection });
const native = await NativeConnection.connect({ address: temporal.address });
const settings = workerSettings({
  ...{ DATABASE_URL: postgres.url, PARCOURS_PUBLIC_URL: publicUrl, PARCOURS_OUT: out, MAILGUN_URL: 'http://127.0.0.1:9', MAILGUN_API_KEY: 'none', MAILGUN_DOMAIN: 'mail.bellebraise.example' },
  ...{ MAIL_FROM: 'Bellebraise <bonjour@mail.bellebraise.example>' },
});
const worker = await createWorker({ settings, connection: native, client, store });
const running = worker.run();
const tracker = createTracker({
  ...{ store, publicUrl, contentOf, apiKey: 'bench-api-key-0123456789', signingKey: 'bench' },
  signal: (journeyId, report) => signalJourney(client, journeyId, report),
  start: async () => {},
  confirm: async () => {},
});
await tracker.listen({ port, host: '127.0.0.1' });

const ids = Array.from({ length: PEOPLE }, (_, number) => `p-${String(number).padStart(4, '0')}`);
const facts = { boilerAge: 15, energy: 'gas', storeDistance: 4, store: 'Bellebraise Les Forges', customer: 'no' };
const identity = { title: 'Mme', firstName: 'Jeanne', lastName: 'Martin', addressLine: '14 rue des Alouettes', addressComplement: null, postcode: '00470', city: 'Brannay-sur-Orvelle', country: 'FR' };
await saveProspects(store, ids.map((id) => ({ id, locale: 'fr-FR', facts, identity: { ...identity, email: `${id}@courriel.example` }, consents: { print: true, email: true, social: true }, source: 'bench' })));
await launchCampaign({ client, store }, { id: 'bench', scenario: 'boiler-renewal', version: 1, audience: 'all', clock: { epoch: Date.now(), speed: 1 }, printEvery: '1 day', pace: 100, holdout: 0, print: { proof: 0 } });

const cards = () => store.selectFrom('links').select(['token', 'journey_id']).where('kind', '=', 'purl').orderBy('journey_id').execute();
while ((await cards()).length < PEOPLE) await pause(200);
await Promise.all(
  (await cards()).map(async ({ token }, number) => {
    await pause((number * 1_000) / PER_SECOND);
    const body = new URLSearchParams({ preferences: '1', stop: 'all', form: `bench-${token}` });
    const { status } = await fetch(`${publicUrl}/u/${token}`, { method: 'POST', body, redirect: 'manual' });
    if (status !== 303) throw new Error(`Expected the preference centre to save, got ${status}.`);
  }),
);
const ended = () => store.selectFrom('journeys').select('id').where('status', '=', 'ended').where('outcome', '=', 'unsubscribe').execute();
while ((await ended()).length < PEOPLE) await pause(100);
const reactions: Reaction[] = [];
for (const { journey_id: id } of await cards()) reactions.push(await reactionOf({ store, client }, id));

worker.shutdown();
await running;
await tracker.close();
await native.close();
await connection.close();
await store.destroy();
await temporal.stop();
await postgres.stop();
await rm(out, { recursive: true, force: true });

const row = (name: string, of: (reaction: Reaction) => number) => {
  const sorted = reactions.map(of).sort((one, other) => one - other);
  const shown = [median(sorted), sorted[Math.floor(sorted.length * 0.99)]!, sorted.at(-1)!];
  return `   ${name.padEnd(44)} ${shown.map((value) => `${Math.round(value)} ms`.padStart(9)).join('')}`;
};
console.log(`
   ${PEOPLE} journeys, ${PER_SECOND} people a second, from stored…        median      p99      most
${row('…until Temporal had told the journey', ({ told }) => told)}
${row('…until the journey had acted (it ends)', ({ acted }) => acted)}

   bound: ${BOUND} ms for each
`);
process.exitCode = reactions.length === PEOPLE && reactions.every(({ acted }) => acted < BOUND) ? 0 : 1;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
