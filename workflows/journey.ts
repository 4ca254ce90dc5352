import { ApplicationFailure, CancellationScope, log, setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import { LiveJourney, timeline, type JournalEntry, type Report } from '../engine/index.ts';
import { scenarioOf } from '../scenarios/index.ts';
import { KINDS, ScenarioError, type AnyScenario } from '../scenarios/vocabulary/index.ts';
import type { JourneyInput, JourneyResult, JourneyStatus } from './journey-input.ts';
import { reportSignals, statusQuery, timelineQuery } from './journey-messages.ts';
import { JourneyRuntime } from './journey-runtime.ts';

/**
 * One prospect's journey. It is the default export, so Temporal runs it for every workflow type that is no other workflow's name: the
 * type that operators see is the scenario version, such as `boiler-renewal.v1`.
 */
export default function journey(input: JourneyInput): Promise<JourneyResult> {
  return runJourney(scenarioFor(workflowInfo().workflowType), input);
}

/** Runs one journey of a scenario in the current workflow; exported for benchmarks and tests with scenarios of their own. */
export async function runJourney(scenario: AnyScenario, input: JourneyInput): Promise<JourneyResult> {
  const show = () => setCurrentDetails(detailsOf(live));
  const live: LiveJourney = new LiveJourney(scenario, input, new JourneyRuntime(input.clock, input.stage, () => show()));

  for (const signal of reportSignals) setHandler(signal, (report) => receive(live, signal.name, report));
  setHandler(statusQuery, () => statusOf(live), { description: 'Where the journey stands' });
  setHandler(timelineQuery, () => timeline(live.journal), { description: 'Everything that happened, in order' });

  // Cancelling in Temporal ends the journey in good order; what was ordered is still recorded, hence the shield.
  let cancelled: unknown;
  CancellationScope.current().cancelRequested.catch((error: unknown) => {
    cancelled = error;
    live.end({ outcome: 'cancelled', by: 'operator' });
  });
  try {
    const { outcome, by, detail } = await CancellationScope.nonCancellable(() => live.run());
    if (by === 'operator' && cancelled) throw cancelled;
    return { outcome, by, ...(detail === undefined ? {} : { detail }) };
  } catch (error) {
    if (error instanceof ScenarioError) throw ApplicationFailure.create({ type: error.type, message: error.message, nonRetryable: true, cause: error });
    throw error;
  }
}

function scenarioFor(workflowType: string) {
  try {
    return scenarioOf(workflowType);
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

function statusOf(live: LiveJourney): JourneyStatus {
  const { stage, facts, journal } = live;
  const ended = last(journal, 'ended');
  const until = ended ? undefined : [...journal].reverse().find((entry) => 'until' in entry);
  return {
    stage: stage.name,
    ...(stage.waitingOn === undefined || ended ? {} : { waitingOn: stage.waitingOn }),
    ...(until && 'until' in until ? { until: new Date(until.until).toISOString() } : {}),
    ...(ended ? { outcome: ended.outcome } : {}),
    facts,
    touches: journal.flatMap((entry) => (entry.type === 'touch' ? [{ touch: entry.touch, medium: entry.medium, sent: entry.receipt.sent, why: entry.receipt.why, ...(entry.receipt.variant === undefined ? {} : { variant: entry.receipt.variant }) }] : [])),
  };
}

function last<Type extends JournalEntry['type']>(journal: readonly JournalEntry[], type: Type): Extract<JournalEntry, { type: Type }> | undefined {
  return [...journal].reverse().find((entry): entry is Extract<JournalEntry, { type: Type }> => entry.type === type);
}

/** Markdown, as Temporal UI shows it. */
function detailsOf(live: LiveJourney): string {
  const { stage, outcome, until } = statusOf(live);
  const heading = outcome ? `**Ended: ${outcome}**` : `**${stage}**${until ? `, until ${until.slice(0, 16).replace('T', ' ')}` : ''}`;
  return [heading, '', ...timeline(live.journal).map((line) => `- ${line}`)].join('\n');
}
