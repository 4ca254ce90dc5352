import type { Client } from '@temporalio/client';
import type { Store } from '../../store/connect.ts';

/** Milliseconds from the beginning of the transaction that stored a choice. */
export interface Reaction {
  /** Until its signal was in the journey's history. */
  readonly told: number;
  /** Until the workflow task that took it was over: what the journey does about it is ordered. */
  readonly acted: number;
}

/**
 * How soon a journey was told of a withdrawal that ends it, by the times that Postgres and Temporal recorded.
 *
 * @throws Error when it was not told.
 */
export async function reactionOf({ store, client }: { readonly store: Store; readonly client: Client }, journeyId: string): Promise<Reaction> {
  const { received_at: stored } = await store.selectFrom('events').select('received_at').where('journey_id', '=', journeyId).where('kind', '=', 'unsubscribe').orderBy('id').executeTakeFirstOrThrow();
  const journey = client.workflow.getHandle(journeyId);
  // The end is on record a moment before its task is over.
  await journey.result();
  const { events: history } = await journey.fetchHistory();
  const events = history ?? [];
  const timeOf = (event: (typeof events)[number] | undefined): number => Number(event?.eventTime?.seconds ?? 0) * 1_000 + Number(event?.eventTime?.nanos ?? 0) / 1_000_000 - stored.getTime();
  const signal = events.findIndex(({ workflowExecutionSignaledEventAttributes: signalled }) => signalled?.signalName === 'unsubscribe');
  const completed = events.slice(signal).find(({ workflowTaskCompletedEventAttributes: task }) => task);
  if (signal < 0 || !completed) throw new Error(`Expected journey ${journeyId} to be told of the withdrawal, got a history without.`);
  return { told: timeOf(events[signal]), acted: timeOf(completed) };
}
