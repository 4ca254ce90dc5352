import { ActivityFailure, condition, proxyLocalActivities, rootCause, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { SearchAttributeUpdatePair } from '@temporalio/common';
import type { Activities } from '../activities/index.ts';
import { campaignTime, type ChoiceOrder, type ChoiceReceipt, type Clock, type Ending, type Runtime, type Stage, type TouchOrder, type TouchReceipt } from '../engine/index.ts';
import { AlarmClock } from './alarm-clock.ts';
import { OUTCOME, STAGE, VARIANT, WAITING_ON } from './search-attributes.ts';

// Local: a touch is one short call, and a marker costs three events less than a task. A provider that is down is asked again for three days.
const touching = proxyLocalActivities<Activities>({
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: '3 days',
  localRetryThreshold: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

// Only Postgres is asked; without it nothing can go on, so there is no giving up.
const recording = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  localRetryThreshold: '10 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

const SEND = {
  print: (order: Parameters<Activities['print']>[0]) => touching.print(order),
  email: (order: Parameters<Activities['email']>[0]) => touching.email(order),
  social: (order: Parameters<Activities['inviteToFollow']>[0]) => touching.inviteToFollow(order),
} as const;

/** Milliseconds of the world: a workflow task that comes so late is on time, as people see it. */
const LATE = 60_000;

/** The engine's runtime over Temporal: one timer at a time, touches and the end as local activities, stages as search attributes. */
export class JourneyRuntime implements Runtime {
  private readonly journeyId = workflowInfo().workflowId;
  private readonly scenario = workflowInfo().workflowType;
  private readonly alarms: AlarmClock;
  readonly tolerance: number;

  constructor(
    private readonly clock: Clock,
    private shown: Stage,
    private readonly told: { readonly onChange: () => void; readonly onHeard: () => void },
  ) {
    this.tolerance = LATE * clock.speed;
    this.alarms = new AlarmClock(clock, { summary: () => summaryOf(this.shown), onHeard: told.onHeard });
  }

  now(): number {
    return Math.round(campaignTime(this.clock, Date.now()));
  }

  alarm(at: number, ring: () => void): () => void {
    return this.alarms.set(at, ring);
  }

  /** To be told before anything that came from outside is taken in. */
  hear(): void {
    this.alarms.hear();
  }

  touch(order: TouchOrder): Promise<TouchReceipt> {
    const request = { journeyId: this.journeyId, scenario: this.scenario, at: this.now(), order };
    const settled = (receipt: TouchReceipt) => (receipt.at === undefined ? { ...receipt, at: this.now() } : receipt);
    return (order.audience ? touching.addToAudience(request) : SEND[order.medium](request)).then(settled, (error: unknown) => {
      if (!(error instanceof ActivityFailure)) throw error;
      return recording.failTouch({ ...request, problem: rootCause(error) ?? error.message }).then(settled);
    });
  }

  /** Only Postgres is asked, so it is asked until it answers: no choice is ever made up. */
  choose(order: ChoiceOrder): Promise<ChoiceReceipt> {
    return recording.choose({ journeyId: this.journeyId, scenario: this.scenario, order }).then((receipt) => (receipt.at === undefined ? { ...receipt, at: this.now() } : receipt));
  }

  /** Another version leads it from now on. */
  moved(version: number): Promise<void> {
    return recording.recordMove({ journeyId: this.journeyId, version });
  }

  recall(touch: string): Promise<'recalled' | 'too-late'> {
    return recording.recall({ journeyId: this.journeyId, touch });
  }

  async finish(ending: Ending): Promise<void> {
    upsertSearchAttributes([
      { key: STAGE, value: 'ended' },
      { key: OUTCOME, value: ending.outcome },
      ...(this.shown.waitingOn === undefined ? [] : [{ key: WAITING_ON, value: null }]),
    ]);
    await recording.endJourney({ journeyId: this.journeyId, ending });
    this.told.onChange();
  }

  /** What the search attributes say now. */
  get stage(): Stage {
    return this.shown;
  }

  /** A condition is asked again only when all that could go on has: false at first, it is true then, and costs no event. */
  async settled(): Promise<void> {
    let isAsked = false;
    await condition(() => isAsked || !(isAsked = true));
  }

  changed(stage: Stage): void {
    this.told.onChange();
    if (stage.name === 'ended') return;
    const updates: SearchAttributeUpdatePair[] = [];
    if (stage.name !== this.shown.name) updates.push({ key: STAGE, value: stage.name });
    if (stage.waitingOn !== this.shown.waitingOn) updates.push({ key: WAITING_ON, value: stage.waitingOn ?? null });
    if (stage.variant !== this.shown.variant) updates.push({ key: VARIANT, value: stage.variant ?? null });
    this.shown = stage;
    if (updates.length > 0) upsertSearchAttributes(updates);
  }
}

function summaryOf({ name, waitingOn }: Stage): string {
  return waitingOn === undefined ? `${name}: until it is time` : `${name}: waits for an answer by ${waitingOn}`;
}
