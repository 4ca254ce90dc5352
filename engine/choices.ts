import { JourneyEnded, ScenarioError } from '../scenarios/vocabulary/index.ts';
import type { TouchParts } from './touches.ts';
import type { ChoiceOrder, ChoiceReceipt } from './runtime.ts';

/** A choice as the path asks for it. */
export interface Chosen {
  readonly point: string;
  readonly options: readonly string[];
}

/** What choices need of their journey. */
export type ChoiceParts = Pick<TouchParts, 'time' | 'runtime' | 'record' | 'outcome' | 'facts'>;

/** What a journey lets the policy choose. A choice that is on record is never made again: it comes from the journal, or from the activity's result. */
export class Choices {
  constructor(
    private readonly parts: ChoiceParts,
    /** How often each point was come to; messages count in the same way, so no choice has the id of a touch. */
    private readonly occurrences: Record<string, number>,
  ) {}

  make({ point, options }: Chosen): Promise<string> {
    const { time, record, outcome } = this.parts;
    assertArms(`the options of journey.choose('${point}')`, options);
    const occurrence = (this.occurrences[point] ?? 0) + 1;
    this.occurrences[point] = occurrence;
    const choice = `${point}/${occurrence}`;
    time.begin();
    return this.order({ choice, point, options, at: time.now, facts: this.parts.facts() }).then(
      (receipt) => {
        time.land();
        if (receipt.at !== undefined) time.arrive(receipt.at);
        record({ type: 'choice', choice, point, options, receipt });
        const ended = outcome();
        if (ended !== undefined) throw new JourneyEnded(ended);
        return receipt.arm;
      },
      (error: unknown) => {
        time.land();
        throw error;
      },
    );
  }

  private order(order: ChoiceOrder): Promise<ChoiceReceipt> {
    const { runtime, outcome, time } = this.parts;
    const chosen = runtime.choose(order);
    if (!runtime.mayBePast) return chosen as Promise<ChoiceReceipt>;
    return chosen.then((receipt) => {
      const ended = receipt ? undefined : outcome();
      if (ended !== undefined) throw new JourneyEnded(ended);
      return receipt ?? this.order({ ...order, at: time.now, facts: this.parts.facts() });
    });
  }
}

/** @throws ScenarioError (`BadChoice`) unless there is something to choose from, each once. */
export function assertArms(what: string, arms: readonly string[]): void {
  if (arms.length > 0 && new Set(arms).size === arms.length) return;
  throw new ScenarioError('BadChoice', `Expected ${what} to be at least one, each once, got ${arms.length === 0 ? 'none' : arms.join(', ')}.`);
}
