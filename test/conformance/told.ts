import type { JournalEntry } from '../../engine/index.ts';
import { ScenarioError, type Messages, type Scenario } from '../../scenarios/vocabulary/index.ts';
import { play } from '../../simulator/index.ts';
import { DELIVERY, PRINTING, type Case } from './case.ts';

/** What a runtime tells of a case: its journal to the millisecond, and its end. */
export interface Told {
  readonly journal: readonly JournalEntry[];
  readonly end: string;
}

/** A case in virtual time. */
export async function played({ scenario, facts, on, reachable, receipts, timeZone, start }: Case): Promise<Told> {
  try {
    const { journal, outcome } = await play(scenario as Scenario<object, Messages, object>, { facts, on, reachable, receipts, start, printing: PRINTING, delivery: DELIVERY, ...(timeZone === undefined ? {} : { timeZone }) });
    return { journal, end: outcome };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { journal: [], end: `${error.type}: ${error.message}` };
  }
}
