import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { startPostgres } from '../cli/stack/index.ts';
import { connectStore } from '../store/connect.ts';
import { advanceFigures, campaignFigures, campaignLift, endingsOf, flowsOf, funnelOf, responsesByDay, spendingOf, variantsOf, waitingOf } from '../store/figures/index.ts';
import { eventFeed } from '../store/event-feed.ts';
import { migrate } from '../store/migrate.ts';
import { CAMPAIGN, fillCampaign } from './figures/campaign.ts';
import { openDashboard } from './figures/dashboard.ts';
import { recountMilliseconds } from './figures/recount.ts';
import { median } from './median.ts';

/**
 * `npm run bench:figures`: a campaign with a million events on the embedded Postgres; how long its figures take to build, to keep up and to read, beside counting the
 * funnel anew from the events, and how long the dashboard's pages take.
 */
const { events, rounds } = new Command('bench:figures')
  .option('--events <n>', 'events of the campaign', Number, 1_000_000)
  .option('--rounds <n>', 'readings of each figure; the first is not counted', Number, 15)
  .parse()
  .opts<{ events: number; rounds: number }>();

/** Milliseconds that a page may take, and the share of its figures in a recount. */
const PAGE = 300;
const SHARE = 0.2;

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const logs = await mkdtemp(join(tmpdir(), 'parcours-bench-'));
const postgres = await startPostgres({ log: join(logs, 'postgres.log') });
const store = connectStore({ url: postgres.url });
try {
  await migrate(store);
  const filling = await took(() => fillCampaign(store, events));
  const building = await took(() => advanceFigures(store));

  const dashboard = await openDashboard(store);
  const query = { store, campaignId: CAMPAIGN };
  const deep = String(Math.floor(events / 2));
  const reads = {
    'funnel': () => funnelOf(query),
    'flows': () => flowsOf(query),
    'people waiting': () => waitingOf(query),
    'variants': () => variantsOf(query),
    'spending': () => spendingOf(query),
    'responses by day': () => responsesByDay(query),
    'lift': () => campaignLift(query),
    'endings': () => endingsOf(query),
    'events feed, newest': () => eventFeed(store, { campaignId: CAMPAIGN, limit: 50 }),
    'events feed, half-way down': () => eventFeed(store, { campaignId: CAMPAIGN, limit: 50, before: deep }),
    'all of a page together': () => Promise.all([campaignFigures(query), eventFeed(store, { campaignId: CAMPAIGN, limit: 50 })]),
    'the list of campaigns, as a page': () => dashboard.look('/campaigns'),
    'the feed of events, as a page': () => dashboard.look('/events'),
    'the campaign, as a page': () => dashboard.look(`/campaigns/${CAMPAIGN}`),
  };
  const measured: [string, number, number][] = [];
  for (const [name, read] of Object.entries(reads)) {
    const times: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const time = await took(read);
      if (round > 0) times.push(time);
    }
    measured.push([name, median(times), Math.max(...times)]);
  }
  const keepingUp: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const journey = `${CAMPAIGN}/p-${String(round).padStart(7, '0')}`;
    for (let hit = 0; hit < 10; hit++)
      await store.insertInto('events').values({ event_id: `more-${round}-${hit}`, kind: 'scan', evidence: 'human', journey_id: journey, campaign_id: CAMPAIGN, prospect_id: 'p', touch: 'card/1', data: '{}', source: 'bench', at: new Date(), signal: 'kept' }).execute();
    keepingUp.push(await took(() => advanceFigures(store)));
  }
  const recount = await recountMilliseconds(store, rounds);
  await dashboard.close();
  const of = (name: keyof typeof reads) => measured.find(([one]) => one === name)![1];
  const [figures, page] = [of('all of a page together'), of('the campaign, as a page')];
  const ms = (time: number) => `${time.toFixed(1)} ms`.padStart(11);
  console.log(`
   ${events.toLocaleString('en')} events; median and most of ${rounds} readings, one connection pool, warm
${measured.map(([name, middle, most]) => `   ${name.padEnd(44)} ${ms(middle)} ${ms(most)}`).join('\n')}

   counting the funnel anew from the events     ${ms(recount)}
   all figures of a page, of that               ${(figures / recount).toFixed(3).padStart(8)}      (at most ${SHARE})
   keeping up with ten more events of a person  ${ms(median(keepingUp))} ${ms(Math.max(...keepingUp))}

   filling ${(filling / 1_000).toFixed(0)} s; building all figures from nothing ${(building / 1_000).toFixed(0)} s, ${Math.round(events / (building / 1_000)).toLocaleString('en')} events a second
   a page: ${page.toFixed(1)} ms (under ${PAGE})
`);
  process.exitCode = page < PAGE && figures / recount <= SHARE ? 0 : 1;
} finally {
  await store.destroy();
  await postgres.stop();
  await rm(logs, { recursive: true, force: true });
}
