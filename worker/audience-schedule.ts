import { ScheduleAlreadyRunning, type Client } from '@temporalio/client';

/** One for each task queue: whichever worker comes first makes it. */
const scheduleIdOf = (taskQueue: string) => `audiences/${taskQueue}`;

/**
 * Sees to it that audiences are told of to their network every so often, one at a time; a run that is missed while all workers are down is made up for
 * by the next. Operators pause and trigger it in Temporal UI.
 *
 * @param every milliseconds
 */
export async function ensureAudienceSchedule(client: Client, { taskQueue, every }: { taskQueue: string; every: number }): Promise<void> {
  const spec = { intervals: [{ every }] };
  const scheduleId = scheduleIdOf(taskQueue);
  try {
    await client.schedule.create({
      scheduleId,
      spec,
      action: { type: 'startWorkflow', workflowType: 'audienceSync', workflowId: scheduleId, taskQueue, staticSummary: 'Tells social networks who is in our audiences' },
      policies: { overlap: 'SKIP', catchupWindow: '1 minute' },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(scheduleId).update((known) => ({ ...known, spec }));
  }
}
