import { pino } from 'pino';
import { signalJourney } from '../client/index.ts';
import { firstStage } from '../simulator/index.ts';
import type { Campaign } from '../store/campaigns.ts';
import { recordEvent } from '../store/events.ts';
import { createSignaller } from '../tracker/index.ts';
import type { JourneyInput } from '../workflows/journey-input.ts';
import { CAMPAIGN, SCENARIO, STAGE, WAITING_ON } from '../workflows/search-attributes.ts';
import { billableActions } from './billable-actions.ts';
import { measuredPath } from './measured-path.ts';
import { enterPeople, factsOf, personOf } from './measured-people.ts';
import { startMeasuredStack, type MeasuredStack } from './measured-stack.ts';
import { median } from './median.ts';
import { processorTime, type ProcessorTime } from './processor-time.ts';

export interface JourneysOptions {
  readonly rounds: number;
  /** Journeys a side in a round, and how many are under way at once. */
  readonly journeys: number;
  readonly concurrency: number;
}

export interface JourneysResult {
  /** Journeys per second by round. */
  readonly product: readonly number[];
  readonly plain: readonly number[];
  readonly ratio: number;
  readonly events: number;
  readonly actions: number;
  readonly plainEvents: number;
  readonly plainActions: number;
  /** Waits that began before their answer came, mean of a journey: two, or something else was measured. */
  readonly waits: number;
  readonly plainWaits: number;
  /** Journeys per second that people who answer so late let through at most: nearer than this, who is faster can't be told. */
  readonly most: number;
  /** CPU milliseconds a journey, medians of the rounds counted; nothing where there is no /proc. */
  readonly spent: ProcessorTime | undefined;
  readonly plainSpent: ProcessorTime | undefined;
}

/** What was measured of one side by round. */
interface Rounds {
  readonly perSecond: number[];
  readonly spent: (ProcessorTime | undefined)[];
}

/** One side: how a journey is started and answered. */
interface Side {
  readonly start: (id: string) => Promise<unknown>;
  readonly visit: (id: string) => Promise<unknown>;
  readonly click: (id: string) => Promise<unknown>;
  /** Activities after which the visit and the click follow. */
  readonly printed: string;
  readonly mailed: string;
}

/** Rounds before those that count: a worker runs for weeks, and V8 goes on translating its code for some six hundred journeys. */
const WARMING = 2;

/**
 * How long after a touch its answer comes, in milliseconds, and by how much people differ. It comes when the journey waits for it, as it does where answers take days: one that comes before (after 60 ms, until
 * run 12) finds nothing to wait for on a busy machine, which spares the plain side a timer and a workflow task, and measures another path. Without the difference, all who began together go on in step.
 */
const ANSWER_AFTER = 500;
const APART = 400;

/**
 * Whole journeys per second through print, visit, email, click and invitation: the product's, with decisions, records and events in
 * Postgres, against `plainJourney`, which records nothing. Both hand the same two mails to the same provider. Same server, same worker
 * settings, same concurrency, alternating rounds; the ratio is of medians.
 */
export async function measureJourneys({ rounds, journeys, concurrency }: JourneysOptions): Promise<JourneysResult> {
  const awaited = new Map<string, () => void>();
  const stack = await startMeasuredStack((id, activity) => awaited.get(`${id} ${activity}`)?.());
  try {
    const campaign = await enterPeople(stack.store, (WARMING + rounds) * journeys);
    const sides = { product: productSide(stack, campaign), plain: plainSide(stack) };
    const ids = (round: number) => Array.from({ length: journeys }, (_, index) => `${campaign.id}/p${round * journeys + index}`);
    const measured: Record<keyof typeof sides, Rounds> = { product: { perSecond: [], spent: [] }, plain: { perSecond: [], spent: [] } };
    const run = async (name: keyof typeof sides, round: number) => {
      const work = ids(round).map((id) => (name === 'plain' ? id.replace('/', '-plain/') : id));
      const before = await processorTime();
      const perSecond = await timed(stack, sides[name], { ids: work, concurrency, awaited });
      if (round < WARMING) return;
      measured[name].perSecond.push(perSecond);
      measured[name].spent.push(before && aJourney(journeys, before, await processorTime()));
    };
    const runAll = async () => {
      for (let round = 0; round < WARMING + rounds; round++) {
        // Who goes first alternates too.
        for (const name of round % 2 === 0 ? (['plain', 'product'] as const) : (['product', 'plain'] as const)) await run(name, round);
      }
    };
    // Both workers stay up, and each is idle in the other's rounds: one made anew for each round would begin it with cold code.
    const [productWorker, plainWorker] = await Promise.all([stack.productWorker(), stack.plainWorker()]);
    await productWorker.runUntil(() => plainWorker.runUntil(runAll));
    const [ours, theirs] = await Promise.all([sampled(stack, ids(rounds)), sampled(stack, ids(rounds).map((id) => id.replace('/', '-plain/')))]);
    const [product, plain] = [measured.product.perSecond, measured.plain.perSecond];
    return {
      ...{ product, plain, ratio: median(product) / median(plain) },
      ...{ events: ours.events, actions: ours.actions, plainEvents: theirs.events, plainActions: theirs.actions },
      ...{ waits: ours.waits, plainWaits: theirs.waits, most: (concurrency * 1_000) / (2 * (ANSWER_AFTER + APART / 2)) },
      ...{ spent: usual(measured.product.spent), plainSpent: usual(measured.plain.spent) },
    };
  } finally {
    await stack.stop();
  }
}

function productSide({ client, store }: MeasuredStack, campaign: Campaign): Side {
  const reachable = { print: true, email: true, social: true };
  // The tracker's own way from an event to its journey.
  const signaller = createSignaller({ store, signal: (journeyId, report) => signalJourney(client, journeyId, report), logger: pino({ level: 'silent' }) });
  const report = async (id: string, kind: 'visit' | 'click', touch: string) => {
    const at = new Date();
    const data = kind === 'click' ? { link: 'appointment' } : {};
    const event_id = `${kind}-${id}`;
    const event = await recordEvent(store, { event_id, kind, evidence: 'human', journey_id: id, touch, data, source: 'bench', at, signal: 'pending' });
    await signaller.tell({ id: event.id, eventId: event_id, journeyId: id, kind, touch, at, evidence: 'human', data, clock: campaign.clock });
  };
  return {
    printed: 'print',
    mailed: 'email',
    start: async (id) => {
      const facts = factsOf(personOf(id));
      const stage = await firstStage(measuredPath, { facts, reachable }, Date.now());
      const args: [JourneyInput] = [{ facts, reachable, clock: campaign.clock, stage }];
      const typedSearchAttributes = [
        { key: SCENARIO, value: 'measured-path' },
        { key: CAMPAIGN, value: campaign.id },
        { key: STAGE, value: stage.name },
        { key: WAITING_ON, value: stage.waitingOn ?? '' },
      ];
      return client.workflow.start('measured-path.v1', { workflowId: id, taskQueue: 'product', args, typedSearchAttributes });
    },
    visit: (id) => report(id, 'visit', 'renewal-postcard/1'),
    click: (id) => report(id, 'click', 'thank-you/1'),
  };
}

function plainSide({ client }: MeasuredStack): Side {
  return {
    printed: 'sendPostcard',
    mailed: 'sendEmail',
    start: (id) => client.workflow.start('plainJourney', { workflowId: id, taskQueue: 'plain', args: [id] }),
    visit: (id) => client.workflow.getHandle(id).signal('visit'),
    click: (id) => client.workflow.getHandle(id).signal('click'),
  };
}

/** Journeys per second, from the first start to the last end. */
async function timed({ client }: MeasuredStack, side: Side, { ids, concurrency, awaited }: { ids: readonly string[]; concurrency: number; awaited: Map<string, () => void> }): Promise<number> {
  const queue = [...ids];
  const answered = (id: string, activity: string) => new Promise<void>((resolve) => awaited.set(`${id} ${activity}`, resolve));
  const began = performance.now();
  const walk = async () => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      const pause = () => new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER + ((personOf(id) * 37) % APART)));
      const [printed, mailed] = [answered(id, side.printed), answered(id, side.mailed)];
      await side.start(id);
      await printed;
      await pause();
      await side.visit(id);
      await mailed;
      await pause();
      await side.click(id);
      await client.workflow.getHandle(id).result();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, walk));
  return (ids.length * 1_000) / (performance.now() - began);
}

function aJourney(journeys: number, before: ProcessorTime, after: ProcessorTime | undefined): ProcessorTime | undefined {
  return after && mapped(after, (name) => (after[name] - before[name]) / journeys);
}

/** The median of each part: a round beside which another program ran does not count for more. */
function usual(rounds: readonly (ProcessorTime | undefined)[]): ProcessorTime | undefined {
  const known = rounds.filter((round) => round !== undefined);
  return known[0] && mapped(known[0], (name) => median(known.map((round) => round[name])));
}

function mapped(time: ProcessorTime, value: (name: keyof ProcessorTime) => number): ProcessorTime {
  return Object.fromEntries((Object.keys(time) as (keyof ProcessorTime)[]).map((name) => [name, value(name)])) as unknown as ProcessorTime;
}

/** The median history length and billable actions of a round's journeys, and the mean of their waits. */
async function sampled({ client }: MeasuredStack, ids: readonly string[]): Promise<{ events: number; actions: number; waits: number }> {
  const timersOf = ({ events }: (typeof histories)[number]) => (events ?? []).filter(({ timerStartedEventAttributes }) => timerStartedEventAttributes).length;
  const histories = await Promise.all(ids.slice(0, 50).map((id) => client.workflow.getHandle(id).fetchHistory()));
  return { events: median(histories.map(({ events }) => events?.length ?? 0)), actions: median(histories.map(billableActions)), waits: histories.reduce((sum, history) => sum + timersOf(history), 0) / histories.length };
}
