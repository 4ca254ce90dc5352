import { WorkflowFailedError, type Client, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import type { ChoiceRequest } from '../../activities/choice/index.ts';
import type { TouchRequest } from '../../activities/touch-attempt.ts';
import { signalJourney } from '../../client/index.ts';
import { campaignTime, realTime, type Clock, type JournalEntry, type ChoiceReceipt, type Report, type TouchReceipt } from '../../engine/index.ts';
import { milliseconds } from '../../scenarios/vocabulary/index.ts';
import type { Happening } from '../../simulator/index.ts';
import type { JourneyInput } from '../../workflows/journey-input.ts';
import { ledQuery, statusQuery } from '../../workflows/journey-messages.ts';
import { DELIVERY, PRINTING, typeOf, type Case } from './case.ts';
import type { Told } from './told.ts';

const DAYS_PER_SECOND = 86_400;
const LEAD = 4_000;

/** A case under way in Temporal. */
interface Living {
  readonly case: Case;
  readonly clock: Clock;
  readonly sent: TouchRequest[];
  readonly handedOver: Map<string, number>;
}

/** The cases under way, and the activities that answer their journeys as `play` does. */
export class Lives {
  private readonly living = new Map<string, Living>();

  readonly activities = {
    print: (request: TouchRequest) => this.touch(request),
    email: (request: TouchRequest) => this.touch(request),
    inviteToFollow: (request: TouchRequest) => this.touch(request),
    addToAudience: (request: TouchRequest) => this.touch(request),
    failTouch: (request: TouchRequest) => this.touch(request),
    choose: async ({ order: { options, at } }: ChoiceRequest): Promise<ChoiceReceipt> => ({ arm: options[0]!, at, policy: 'played', chance: 1 / options.length }),
    endJourney: async () => ({ recalled: [] }),
    recall: async ({ journeyId, touch }: { journeyId: string; touch: string }) => {
      const { clock, handedOver } = this.living.get(journeyId)!;
      return campaignTime(clock, Date.now()) < (handedOver.get(touch) ?? 0) ? 'recalled' : 'too-late';
    },
  };

  constructor(
    private readonly client: Client,
    private readonly taskQueue: string,
  ) {}

  /** Starts a case's journey. */
  async start(one: Case): Promise<WorkflowHandle> {
    const began = one.start.getTime();
    const speed = one.daysPerSecond * DAYS_PER_SECOND;
    // The campaign's clock shows the case's start when all journeys have been started and stand at their first wait.
    const clock: Clock = { epoch: ((Date.now() + LEAD) * speed - began) / (speed - 1), speed };
    const workflowId = workflowIdOf(one);
    this.living.set(workflowId, { case: one, clock, sent: [], handedOver: new Map() });
    const reachable = { print: true, email: true, social: true, ...one.reachable };
    const input: JourneyInput = { facts: { ...one.facts }, reachable, clock, began, stage: { name: 'entered' }, ...(one.timeZone === undefined ? {} : { timeZone: one.timeZone }) };
    return this.client.workflow.start(typeOf(one), { workflowId, taskQueue: this.taskQueue, args: [input] });
  }

  /** Lets happen what happens, each at its time, or all at once when its last is over. */
  async happen(one: Case, { workflowId }: WorkflowHandle, { atOnce = false } = {}): Promise<void> {
    const { clock } = this.living.get(workflowId)!;
    const began = one.start.getTime();
    const last = Math.max(0, ...one.on.map(({ after }) => milliseconds(after)));
    for (const [index, happening] of one.on.entries()) {
      const at = began + milliseconds(happening.after);
      await until(realTime(clock, atOnce ? began + last : at) + 5);
      if (!atOnce) await this.ready(workflowId, at);
      if ('operator' in happening) await this.client.workflow.getHandle(workflowId).executeUpdate(happening.operator, { args: [{}] });
      else await signalJourney(this.client, workflowId, reportOf(happening, { at, index }));
    }
  }

  /** Once a journey has done what was due before a time: on a busy machine that may take it a while. */
  private async ready(workflowId: string, at: number): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      const { until: due } = await this.client.workflow.getHandle(workflowId).query(statusQuery);
      if (due === undefined || Date.parse(due) >= at) return;
      await until(Date.now() + 50);
    }
  }

  /** Waits for the end of a case, and returns what all its runs tell. */
  async told(handle: WorkflowHandle, firstRun: string): Promise<Told> {
    const end = await Promise.race([handle.result(), stuck(handle)]).then(
      ({ outcome }: { outcome: string }) => outcome,
      (error: unknown) => failureOf(error),
    );
    const journal: JournalEntry[] = [];
    for (const { run } of await this.runs(handle, firstRun)) journal.push(...(await run.query(ledQuery)).start.past.journal);
    return { journal: /^[A-Z]\w+: /.test(end) ? [] : journal, end };
  }

  /** Every run of a journey that has ended, with its history. */
  async runs({ workflowId }: WorkflowHandle, firstRun: string): Promise<{ run: WorkflowHandle; history: History }[]> {
    const runs: { run: WorkflowHandle; history: History }[] = [];
    for (let runId: string | undefined = firstRun; runId !== undefined; ) {
      const run = this.client.workflow.getHandle(workflowId, runId);
      const history: History = await run.fetchHistory();
      runs.push({ run, history });
      runId = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;
    }
    return runs;
  }

  private async touch(request: TouchRequest): Promise<TouchReceipt> {
    const { journeyId, order } = request;
    const { case: one, sent, handedOver } = this.living.get(journeyId)!;
    const { touch, message, medium, at, cap, choose } = order;
    const isCapped = cap !== undefined && sent.filter((earlier) => earlier.order.medium === medium && earlier.order.at > at - cap.per).length >= cap.most;
    const given = isCapped ? { sent: false, why: 'capped' } : (one.receipts[message] ?? (one.reachable[medium] === false ? { sent: false, why: 'no-consent' } : {}));
    const printed = at + milliseconds(PRINTING);
    const receipt: TouchReceipt = {
      ...{ sent: true, why: 'sent', at },
      ...(choose && given.sent !== false ? { variant: choose[0]! } : {}),
      ...(medium === 'print' && given.sent !== false ? { handedOver: printed, inHome: printed + milliseconds(DELIVERY) } : {}),
      ...given,
    };
    if (receipt.sent) sent.push(request);
    if (receipt.handedOver !== undefined) handedOver.set(touch, receipt.handedOver);
    return receipt;
  }
}

export const workflowIdOf = (one: Case) => `conformance/${one.name.replaceAll(' ', '-')}`;

function reportOf(happening: Exclude<Happening<object>, { operator: string }>, { at, index }: { at: number; index: number }): Report {
  const { after: _, response, of, evidence = 'human', id, ...data } = happening;
  const touch = of === undefined ? {} : { touch: of.includes('/') ? of : `${of}/1` };
  return { eventId: id ?? `happening-${index + 1}`, kind: response, at, evidence, ...touch, ...(Object.keys(data).length > 0 ? { data } : {}) };
}

function failureOf(error: unknown): string {
  if (error instanceof WorkflowFailedError && error.cause instanceof ApplicationFailure) return `${error.cause.type}: ${error.cause.message}`;
  throw error;
}

/** A journey that does not end within half a minute tells what its last workflow task failed by. */
async function stuck(handle: WorkflowHandle): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, 40_000).unref());
  const { events = [] } = await handle.fetchHistory();
  const failed = events?.filter(({ workflowTaskFailedEventAttributes }) => workflowTaskFailedEventAttributes).at(-1)?.workflowTaskFailedEventAttributes?.failure;
  throw new Error(`Expected the journey to end within 40 s, got none. ${failed ? `Its workflow task fails: ${failed.message} ${failed.stackTrace ?? ''}` : ''}`);
}

export function until(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time - Date.now()));
}
