import { ApplicationFailure, CancellationScope, log, makeContinueAsNewFunc, setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import { explanation, LiveJourney, timeline, type Report } from '../engine/index.ts';
import { scenarioOf } from '../scenarios/index.ts';
import { KINDS, ScenarioError, type AnyScenario } from '../scenarios/vocabulary/index.ts';
import { Departure } from './departure.ts';
import type { JourneyInput, JourneyResult } from './journey-input.ts';
import { explainQuery, ledQuery, reportSignals, statusQuery, timelineQuery } from './journey-messages.ts';
import { JourneyRuntime } from './journey-runtime.ts';
import { detailsOf, statusOf } from './journey-status.ts';
import { handleOperators } from './operators.ts';

/**
 * One prospect's journey. It is the default export, so Temporal runs it for every workflow type that is no other workflow's name: the
 * type that operators see is the scenario version, such as `boiler-renewal.v1`.
 */
export default function journey(input: JourneyInput): Promise<JourneyResult> {
  return runJourney(scenarioOf, input);
}

/**
 * Runs one journey in the current workflow, by the scenario of its type.
 *
 * @param find by workflow type; of its own for benchmarks and tests with scenarios of their own
 */
export async function runJourney(find: (workflowType: string) => AnyScenario, input: JourneyInput): Promise<JourneyResult> {
  const { workflowType } = workflowInfo();
  const show = () => setCurrentDetails(detailsOf(live));
  const runtime = new JourneyRuntime(input.clock, input.stage, { onChange: () => show(), onHeard: () => departure.look() });
  const scenario = known(find, workflowType);
  const live: LiveJourney = new LiveJourney(scenario, input, runtime);
  const departure = new Departure(live);
  const start = { ...input, began: live.began };

  for (const signal of reportSignals) {
    setHandler(signal, (report) => {
      runtime.hear();
      receive(live, signal.name, report);
    });
  }
  setHandler(statusQuery, () => statusOf(live), { description: 'Where the journey stands' });
  setHandler(timelineQuery, () => timeline(live.journal), { description: 'Everything that happened, in order' });
  setHandler(explainQuery, () => explanation(live.journal), { description: 'Why each touch was sent or not, and what each wait was for' });
  setHandler(ledQuery, () => ({ scenario: workflowType, clock: input.clock, start: { ...start, past: live.past } }), { description: 'All that another version needs to take over' });
  handleOperators(live, { find, start, runtime, departure });

  // Cancelling in Temporal ends the journey in good order; what was ordered is still recorded, hence the shield.
  let cancelled: unknown;
  CancellationScope.current().cancelRequested.catch((error: unknown) => {
    cancelled = error;
    live.end({ outcome: 'cancelled', by: 'operator' });
  });
  try {
    const end = await CancellationScope.nonCancellable(async () => {
      if (input.past?.from !== undefined) await runtime.moved(scenario.version);
      return departure.orEnd();
    });
    const left = { ...start, stage: runtime.stage };
    if ('to' in end) return await goOn(end.to, { ...left, past: { ...live.past, ...(end.to === workflowType ? {} : { from: workflowType }) } });
    if ('again' in end) return await goOn(workflowType, { ...left, began: live.now, carried: end.again, past: undefined });
    const { outcome, by, detail } = end;
    if (by === 'operator' && cancelled) throw cancelled;
    return { outcome, by, ...(detail === undefined ? {} : { detail }) };
  } catch (error) {
    if (error instanceof ScenarioError) throw ApplicationFailure.create({ type: error.type, message: error.message, nonRetryable: true, cause: error });
    throw error;
  }
}

/** Goes on in a new run, whose history begins empty. */
function goOn(workflowType: string, input: JourneyInput): Promise<never> {
  return makeContinueAsNewFunc<(input: JourneyInput) => Promise<JourneyResult>>({ workflowType })(input);
}

function known(find: (workflowType: string) => AnyScenario, workflowType: string): AnyScenario {
  try {
    return find(workflowType);
  } catch (error) {
    throw ApplicationFailure.create({ type: 'UnknownScenario', message: (error as Error).message, nonRetryable: true });
  }
}

/** A malformed signal must not cost the journey: it is noted and left. */
function receive(live: LiveJourney, signal: string, report: Report): void {
  const wellFormed =
    typeof report === 'object' && report !== null && typeof report.eventId === 'string' && report.kind === signal && Number.isFinite(report.at) && typeof report.evidence === 'string';
  if (wellFormed && KINDS.includes(report.kind)) return live.receive(report);
  log.warn(`Expected signal ${signal} to carry {eventId, kind: '${signal}', at, evidence}, got something else; it is ignored.`);
  live.record({ type: 'note', text: `a malformed ${signal} signal was ignored` });
}
