import type { Client, WorkflowExecutionInfo } from '@temporalio/client';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { STAGE, WAITING_ON } from '../workflows/search-attributes.ts';

export interface ReplayOptions {
  /** The working tree's workflows; see `bundleWorkflows`. */
  readonly workflowBundle: WorkflowBundleOption;
  /** The workflow type's beginning, such as `boiler-renewal` for all its versions. */
  readonly scenario: string;
  /** Journeys at most by place: a place is a version, open or how it closed, and where it waits. */
  readonly each: number;
}

/** A journey that was replayed. */
export interface Replayed {
  readonly journeyId: string;
  /** Such as `boiler-renewal.v1 · running · renewal-postcard, waits on print`. */
  readonly place: string;
  /** Why it breaks; nothing when it replays. */
  readonly breaks?: { readonly event?: string; readonly message: string };
}

export interface Replay {
  readonly replayed: readonly Replayed[];
  /** Journeys on the server, of which these are a sample. */
  readonly of: number;
}

/**
 * Replays a sample of the journeys on a server against the working tree: whether code that is to be deployed breaks journeys under way. The sample
 * is drawn by place, so that the few who wait somewhere rare are in it too.
 *
 * @example
 * const { replayed } = await replayJourneys(client, { workflowBundle: await bundleWorkflows(), scenario: 'boiler-renewal', each: 5 });
 * replayed.filter(({ breaks }) => breaks)
 */
export async function replayJourneys(client: Client, { workflowBundle, scenario, each }: ReplayOptions): Promise<Replay> {
  const places = new Map<string, WorkflowExecutionInfo[]>();
  let of = 0;
  for await (const execution of client.workflow.list({ query: `ParcoursScenario = "${scenario}" AND WorkflowType NOT IN ("campaign", "learning")` })) {
    of += 1;
    const place = placeOf(execution);
    const known = places.get(place) ?? [];
    if (known.length < each) places.set(place, [...known, execution]);
  }
  const sample = [...places].flatMap(([place, executions]) => executions.map((execution) => ({ place, execution })));
  const byRun = new Map(sample.map((one) => [one.execution.runId, one]));
  const histories = async function* () {
    for (const { execution } of sample) {
      const handle = client.workflow.getHandle(execution.workflowId, execution.runId);
      yield { workflowId: execution.workflowId, history: await handle.fetchHistory() };
    }
  };
  const replayed: Replayed[] = [];
  for await (const { workflowId, runId, error } of Worker.runReplayHistories({ workflowBundle }, histories())) {
    const place = byRun.get(runId)?.place ?? '';
    replayed.push({ journeyId: workflowId, place, ...(error ? { breaks: reasonOf(error) } : {}) });
  }
  return { replayed, of };
}

function placeOf({ type, status, typedSearchAttributes }: WorkflowExecutionInfo): string {
  const [stage, waitingOn] = [typedSearchAttributes.get(STAGE), typedSearchAttributes.get(WAITING_ON)];
  const standing = [stage, waitingOn === undefined ? undefined : `waits on ${waitingOn}`].filter((part) => part !== undefined).join(', ');
  return [type, status.name.toLowerCase().replaceAll('_', ' '), standing].filter((part) => part !== '').join(' · ');
}

/** The event at which history and code part, where Temporal says it. */
function reasonOf({ message }: Error): { event?: string; message: string } {
  const event = /HistoryEvent\(id: (\d+), (\w+)\)/.exec(message);
  const reason = /message: "(?:\[\w+\] )?(.*?)"/.exec(message)?.[1] ?? message;
  return { ...(event ? { event: `event ${event[1]}, ${event[2]}` } : {}), message: reason };
}
