import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, launchCampaign } from '../../client/index.ts';
import type { Clock } from '../../engine/clock.ts';
import { scenarioOf } from '../../scenarios/index.ts';
import { milliseconds } from '../../scenarios/vocabulary/index.ts';
import { findCampaign } from '../../store/campaigns.ts';
import { connectStore, type Store } from '../../store/index.ts';
import { campaignReport, type CampaignReport } from '../../store/report.ts';
import type { Look } from '../report/index.ts';
import { startStack, type Stack, type StackOptions } from '../stack/index.ts';
import { importAudience } from './audience.ts';
import { startCrowd, type CrowdReport } from './crowd/index.ts';
import type { Screen } from './live-screen.ts';
import { readQrCodes } from './read-qr-codes.ts';
import { watchCampaign } from './watch.ts';
import { renderDashboard, renderEnd, renderImport } from './wording.ts';

export interface DemoOptions {
  /** Of the crowd's decisions and the campaign's draws. */
  readonly seed: string;
  /** People in the audience at most; everybody of the scenario's file unless said. */
  readonly prospects?: number;
  /** Campaign days per second. */
  readonly speed: number;
  /** Everything stays up after the report, until Ctrl-C. */
  readonly keep: boolean;
  readonly stack: Pick<StackOptions, 'ports' | 'out' | 'database' | 'temporal'>;
  readonly screen: Screen;
  /** Done while the campaign runs; everything stays up until it is over. */
  readonly alongside?: (at: { readonly stack: Stack; readonly store: Store; readonly campaignId: string }) => Promise<void>;
}

export interface DemoResult {
  readonly report: CampaignReport;
  readonly crowd: CrowdReport;
  /** Whether every journey came to its end, and every act of the crowd succeeded. */
  readonly whole: boolean;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const DAY_S = 86_400;
const SCENARIO = 'boiler-renewal.v1';
/** Milliseconds that real parts may be late by over a whole campaign, and that the crowd's last acts may take. */
const SLACK = { journeys: 45_000, crowd: 20_000 };

/**
 * Runs the demo: starts the stack, imports, launches, lets the crowd act, shows it, reports. Ctrl-C at any time stops all that was
 * started and ends this process.
 *
 * @throws when a part can't be started, or the launch is refused; whatever was started is stopped.
 */
export async function runDemo(options: DemoOptions): Promise<DemoResult> {
  const { screen } = options;
  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort();
  for (const signal of SIGNALS) process.once(signal, interrupt);
  screen.write('Starting PostgreSQL, Temporal, the worker, the tracker, the dashboard and the mail sandbox…\n');
  try {
    const stack = await startStack({ ...options.stack, ui: true, dashboard: { operator: 'demo' }, stopOnSignals: true, screen, onDeath: (message) => screen.write(`${message}\n`) });
    return await onStack({ ...options, stackUp: stack, signal: interrupted.signal }).finally(stack.stop);
  } catch (error) {
    // What fails now was stopped on purpose; the stack ends this process when all of it is down.
    if (interrupted.signal.aborted) return await new Promise<never>(() => {});
    throw error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
}

type OnStack = DemoOptions & { readonly stackUp: Stack; readonly signal: AbortSignal };

async function onStack(options: OnStack): Promise<DemoResult> {
  const { stackUp: stack, signal, screen, keep } = options;
  // The connection to Temporal is configured by the environment, as a user's is.
  Object.assign(process.env, stack.env);
  const store = connectStore({ url: stack.env['DATABASE_URL']!, schema: stack.env['DATABASE_SCHEMA']! });
  try {
    const result = await runCampaign({ ...options, store });
    signal.throwIfAborted();
    const files = await store.selectFrom('print_runs').select(['pdf', 'manifest']).where('campaign_id', '=', result.report.campaign.id).where('pdf', 'is not', null).orderBy('cut_off').execute();
    screen.write(renderEnd({ ...result, stack, files, keep, ...look(screen) }));
    if (keep) await new Promise((_, reject) => signal.addEventListener('abort', reject));
    return result;
  } finally {
    await store.destroy();
  }
}

async function runCampaign({ seed, prospects, speed, screen, stackUp, store, signal, alongside = async () => {} }: OnStack & { readonly store: Store }): Promise<DemoResult> {
  const { env, addresses } = stackUp;
  const audience = await importAudience(store, prospects);
  screen.write(renderImport(audience, look(screen)));
  screen.write(renderDashboard(stackUp, look(screen)));

  const id = await freeId(store);
  const printFolder = join(env['PARCOURS_OUT']!, id);
  // Prints of an earlier demo, whose database is gone.
  await rm(printFolder, { recursive: true, force: true });

  const clock: Clock = { epoch: Date.now(), speed: speed * DAY_S };
  const client = await connect();
  await launchCampaign(
    { client, store },
    { id, scenario: 'boiler-renewal', version: 1, audience: audience.people, holdout: 0.1, seed, pace: 100, clock, printEvery: '8 days', print: { proof: 0 }, taskQueue: env['PARCOURS_TASK_QUEUE']! },
  );
  await client.connection.close();

  const lastDay = milliseconds(scenarioOf(SCENARIO).within) / (DAY_S * 1_000);
  const limit = (lastDay / speed) * 1_000 + SLACK.journeys;
  const watch = watchCampaign({ store, campaignId: id, limit, lastDay, screen, signal });
  const crowd = startCrowd({
    ...{ campaignId: id, clock, seed, people: audience.people, printFolder, readQrCodes },
    ...{ tracker: addresses.tracker, sandbox: addresses.sandbox, apiKey: env['PARCOURS_API_KEY']! },
    onAct: watch.saw,
  });
  signal.addEventListener('abort', () => crowd.stop());
  const [ended] = await Promise.all([watch.show(({ running }) => running === 0), alongside({ stack: stackUp, store, campaignId: id })]);
  const acts = await crowd.finish(SLACK.crowd);
  const report = await campaignReport(store, id);
  return { report, crowd: acts, whole: ended && acts.failures.size === 0 };
}

function look({ columns = 80, isTTY = false }: Screen): Look {
  return { columns, colours: isTTY };
}

/** `demo`, or in a database that has seen one, `demo-2` and so on. */
async function freeId(store: Store): Promise<string> {
  for (let number = 1; ; number++) {
    const id = number === 1 ? 'demo' : `demo-${number}`;
    if (!(await findCampaign(store, id))) return id;
  }
}
