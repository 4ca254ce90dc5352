import type { SimulatedPerson } from './simulated-person.ts';

/** What became of each person, as numbers: to be compared with what becomes of the same person under another version. */
export const MEASURES = ['conversion', 'spend', 'revenue', 'pieces', 'mails', 'length'] as const;
export type Measure = (typeof MEASURES)[number];

/** One number a person and measure; people who were held out have none of it. */
export class Ledger {
  /** Outcome by person, as an index into `outcomes`; -1 for who was held out. */
  readonly outcome: Int16Array;
  readonly outcomes: string[] = [];
  private readonly values: Readonly<Record<Measure, Float64Array>>;

  constructor(readonly people: number) {
    this.outcome = new Int16Array(people).fill(-1);
    this.values = Object.fromEntries(MEASURES.map((measure) => [measure, new Float64Array(people)])) as Record<Measure, Float64Array>;
  }

  /** Shares, euros, pieces, days. */
  of(measure: Measure): Float64Array {
    return this.values[measure];
  }

  enter(person: SimulatedPerson): void {
    const { number, isHeldOut } = person;
    if (isHeldOut) return;
    const name = person.ending?.outcome ?? 'under way';
    let outcome = this.outcomes.indexOf(name);
    if (outcome < 0) outcome = this.outcomes.push(name) - 1;
    this.outcome[number] = outcome;
    const { values } = this;
    values.conversion[number] = person.everConverted ? 1 : 0;
    values.revenue[number] = person.cents / 100;
    values.length[number] = person.days;
    for (const { recalled, message } of person.pieces) {
      if (recalled) continue;
      values.spend[number]! += message.cost;
      if (message.medium === 'print') values.pieces[number]! += 1;
      else values.mails[number]! += 1;
    }
  }
}
