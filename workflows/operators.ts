import { ApplicationFailure, condition, setHandler, workflowInfo } from '@temporalio/workflow';
import { acceptance, type Acceptance, type JourneyStart, type LiveJourney } from '../engine/index.ts';
import type { AnyScenario } from '../scenarios/vocabulary/index.ts';
import type { Departure } from './departure.ts';
import { endUpdate, moveUpdate, pauseUpdate, resumeUpdate, skipUpdate } from './journey-messages.ts';
import type { JourneyRuntime } from './journey-runtime.ts';
import { statusOf } from './journey-status.ts';

export interface OperatorParts {
  readonly find: (workflowType: string) => AnyScenario;
  readonly start: JourneyStart;
  readonly runtime: JourneyRuntime;
  readonly departure: Departure;
}

/** Lets operators pause, resume, skip, end and move a journey. */
export function handleOperators(live: LiveJourney, { find, start, runtime, departure }: OperatorParts): void {
  const { workflowType } = workflowInfo();
  const doing = (step: () => void) => () => {
    runtime.hear();
    step();
    return statusOf(live);
  };
  setHandler(pauseUpdate, doing(() => live.operators.pause()), { description: 'Nothing goes out until resumed; waits go on, and so does what ends the journey' });
  setHandler(resumeUpdate, doing(() => live.operators.resume()), { description: 'What was held goes out' });
  setHandler(skipUpdate, doing(() => live.operators.skip()), { description: 'Ends the current waits as if their time was up' });
  setHandler(endUpdate, (options) => doing(() => live.end({ outcome: options?.outcome ?? 'stopped', by: 'operator' }))(), {
    description: 'Ends the journey in good order; {"outcome": "stopped"} unless said',
    validator: (options) => refuse(options?.outcome !== undefined && !/^[a-z][a-z0-9-]{0,40}$/.test(options.outcome), `an outcome in kebab-case, got '${options?.outcome}'`),
  });

  const typeOf = (version: number) => workflowType.replace(/\.v\d+$/, `.v${version}`);
  const moved = async ({ version }: { version: number }): Promise<Acceptance> => {
    await condition(() => live.isQuiet);
    const verdict = await acceptance(find(typeOf(version)), { ...start, past: live.past }, () => runtime.settled());
    if (verdict.accepted) departure.leaveFor(typeOf(version));
    return verdict;
  };
  setHandler(moveUpdate, moved, {
    description: 'Moves the journey to another version of its scenario: {"version": 2}',
    validator: (options) => {
      refuse(!Number.isInteger(options?.version), `{"version": number}, got ${JSON.stringify(options)}`);
      const to = typeOf(options.version);
      refuse(to === workflowType, `another version than ${workflowType}, which it is led by`);
      try {
        find(to);
      } catch (error) {
        refuse(true, `a version that its worker knows: ${(error as Error).message}`);
      }
    },
  });
}

function refuse(isWrong: boolean, expected: string): void {
  if (isWrong) throw ApplicationFailure.nonRetryable(`Expected ${expected}.`, 'BadUpdate');
}
