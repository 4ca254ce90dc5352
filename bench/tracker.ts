import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createService, freePort, startPostgres } from '../cli/stack/index.ts';
import { connectStore, migrate } from '../store/index.ts';
import { median } from './median.ts';
import { load, type Load } from './tracker/load.ts';
import { sendCards } from './tracker/people.ts';

/**
 * `npm run bench:tracker`: redirects of QR codes and personal pages per second beside a bare Fastify route that does one INSERT into the same Postgres, in
 * alternating rounds of one run. docs/performance.md says how to read it.
 */
const [ROUNDS, PEOPLE, CONNECTIONS] = [5, 20_000, 32];
const REQUESTS = { redirect: 10_000, page: 10_000 };
const SCHEMA = 'bench';

const postgres = await startPostgres();
const logs = await mkdtemp(join(tmpdir(), 'parcours-bench-'));
const store = connectStore({ url: postgres.url, schema: SCHEMA });
await migrate(store, SCHEMA);
const { qr, purl } = await sendCards(store, PEOPLE);
await sql`ANALYZE`.execute(store);

async function serve(name: 'bare' | 'tracker') {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: postgres.url, DATABASE_SCHEMA: SCHEMA, PORT: String(port) };
  const service = createService({ name, file: `bench/tracker/${name}-server.ts`, env, log: join(logs, `${name}.log`), ready: { url: `${base}/healthz` } });
  await service.start();
  return { base, stop: () => service.stop() };
}

const [bare, tracker] = [await serve('bare'), await serve('tracker')];
const redirects = qr.map((token) => `/q/${token}`);
const pages = purl.map((token) => `/p/elodie-martin-roux-${token}`);
const measured = { bare: [] as Load[], redirect: [] as Load[], page: [] as Load[] };
try {
  // The first round warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const results = {
      bare: await load(bare.base, { paths: redirects, requests: REQUESTS.redirect, connections: CONNECTIONS, status: 302 }),
      redirect: await load(tracker.base, { paths: redirects, requests: REQUESTS.redirect, connections: CONNECTIONS, status: 302 }),
      page: await load(tracker.base, { paths: pages, requests: REQUESTS.page, connections: CONNECTIONS, status: 200 }),
    };
    if (round > 0) for (const [name, result] of Object.entries(results)) measured[name as keyof typeof measured].push(result);
  }
  const stored = await store.selectFrom('events').select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
  const expected = (ROUNDS + 1) * (REQUESTS.redirect + REQUESTS.page);
  if (Number(stored.count) !== expected) throw new Error(`Expected every one of ${expected} hits to be stored, got ${stored.count}.`);
} finally {
  await Promise.all([bare.stop(), tracker.stop()]);
  await store.destroy();
  await postgres.stop();
  await rm(logs, { recursive: true, force: true });
}

const perSecond = (loads: readonly Load[]) => median(loads.map((one) => one.perSecond));
const p99 = (loads: readonly Load[]) => median(loads.map((one) => one.p99));
const ratio = { redirect: perSecond(measured.redirect) / perSecond(measured.bare), page: perSecond(measured.page) / perSecond(measured.bare) };
const row = (name: string, loads: readonly Load[], share?: number, bound?: number) =>
  `   ${name.padEnd(52)} ${perSecond(loads).toFixed(0).padStart(6)} ${`${p99(loads).toFixed(1)} ms`.padStart(9)}${share === undefined ? '' : `   ${share.toFixed(2)}   (at least ${bound})`}`;
console.log(`
   over ${CONNECTIONS} connections, median of ${ROUNDS} alternating rounds       per s       p99   ratio
${row('bare Fastify route, one INSERT', measured.bare)}
${row('QR code: found, judged, stored, redirected', measured.redirect, ratio.redirect, 0.7)}
${row('personal page: found, judged, stored, rendered', measured.page, ratio.page, 0.5)}

   every hit was stored before it was answered: counted in the table of events
`);
process.exitCode = ratio.redirect >= 0.7 && ratio.page >= 0.5 ? 0 : 1;
