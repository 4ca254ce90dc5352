import type { temporal } from '@temporalio/proto';

type History = temporal.api.history.v1.IHistory;

/** Attributes whose presence on an event makes it an action that Temporal Cloud bills; local activities are counted apart. */
const BILLED = [
  'workflowExecutionStartedEventAttributes',
  'timerStartedEventAttributes',
  'workflowExecutionSignaledEventAttributes',
  'workflowExecutionUpdateAcceptedEventAttributes',
  'upsertWorkflowSearchAttributesEventAttributes',
  'activityTaskScheduledEventAttributes',
] as const;

/**
 * Billable actions that a history shows: one each for start, timer, signal, update, upsert and activity, and one for all local activities
 * of a workflow task. Retries of activities and heartbeats don't show in a history. Source: Temporal's "Actions" page, as read for
 * docs/performance.md.
 *
 * @example billableActions(await handle.fetchHistory())
 */
export function billableActions({ events }: History): number {
  const billed = (events ?? []).filter((event) => BILLED.some((attributes) => event[attributes]));
  const tasksWithLocalActivities = new Set((events ?? []).flatMap(({ markerRecordedEventAttributes: marker }) => (marker ? [String(marker.workflowTaskCompletedEventId)] : [])));
  return billed.length + tasksWithLocalActivities.size;
}
