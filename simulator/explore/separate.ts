import type { Factor, FactorValue } from './story.ts';

/** What was so at some point of a story, by the factor's key; the latest where it was settled twice. */
export type Known = ReadonlyMap<string, FactorValue>;

/** Of a condition: one factor, and the values with which it holds. `ABSENT` where the path did not come to ask. */
export interface Clause {
  readonly key: string;
  readonly values: readonly ClauseValue[];
  /** Those with which it does not. */
  readonly others: readonly ClauseValue[];
}
/** Alternatives, of clauses that all hold. */
export type Condition = readonly (readonly Clause[])[];
export type ClauseValue = FactorValue | typeof ABSENT;
export const ABSENT: unique symbol = Symbol('absent');

export function knownFrom(factors: readonly Factor[]): Known {
  return new Map(factors.map(({ key, value }) => [key, value]));
}

/**
 * What distinguishes some from others: one factor whose values are never the same on both sides, or two that together do; or, where these are several
 * kinds of people, an alternative for each kind. Facts, consents and variants come before earlier answers, and what was settled last before what was
 * settled earlier, since that is what the path has just asked.
 *
 * @returns alternatives, of clauses that all hold; none when there is nobody to distinguish from, undefined when nothing that simple does.
 */
export function whatSeparates(some: readonly Known[], others: readonly Known[]): Condition | undefined {
  if (some.length === 0 || others.length === 0) return [];
  const table = new Table([...some, ...others]);
  const [these, those] = [some.map((_, row) => row), others.map((_, row) => some.length + row)];
  for (const tell of [byOne, byOneOrTwo]) {
    const all = tell(table, these, those);
    if (all) return [all];
    for (const column of table.ranked(these, those)) {
      const kinds = new Map<number, number[]>();
      for (const row of these) {
        const kind = kinds.get(column.ids[row]!);
        if (kind) kind.push(row);
        else kinds.set(column.ids[row]!, [row]);
      }
      if (kinds.size < 2 || kinds.size > KINDS) continue;
      const conditions = [...kinds.values()].map((kind) => tell(table, kind, those));
      if (conditions.every((condition) => condition !== undefined)) return conditions;
    }
  }
  return undefined;
}

/** More alternatives than these explain nothing. */
const KINDS = 3;

/** One factor: of each row, which of its values it has, and when it was settled. Thousands of rows are asked thousands of times: by numbers. */
interface Column {
  readonly key: string;
  readonly values: readonly ClauseValue[];
  readonly ids: Int32Array;
  /** -1 where the path did not come to ask. */
  readonly lateness: Int32Array;
}

/** What is known of many, a column for each factor. */
class Table {
  private readonly columns: readonly Column[];

  constructor(rows: readonly Known[]) {
    const columns = new Map<string, { key: string; values: ClauseValue[]; idOf: Map<ClauseValue, number>; ids: Int32Array; lateness: Int32Array }>();
    for (const [row, known] of rows.entries()) {
      let index = 0;
      for (const [key, value] of known) {
        let column = columns.get(key);
        if (!column) columns.set(key, (column = { key, values: [ABSENT], idOf: new Map(), ids: new Int32Array(rows.length), lateness: new Int32Array(rows.length).fill(-1) }));
        let id = column.idOf.get(value);
        if (id === undefined) column.idOf.set(value, (id = column.values.push(value) - 1));
        column.ids[row] = id;
        column.lateness[row] = index;
        index += 1;
      }
    }
    this.columns = [...columns.values()];
  }

  /** Facts, consents and variants before earlier answers, what was settled last before what was settled earlier. */
  ranked(some: readonly number[], others: readonly number[]): Column[] {
    return this.columns
      .map((column) => ({ column, late: Math.max(latest(column, some), latest(column, others)) }))
      .filter(({ late }) => late >= 0)
      .map(({ column, late }) => ({ column, rank: (/^(answer|timing):/.test(column.key) ? 0 : 1_000) + late }))
      .sort((one, other) => other.rank - one.rank)
      .map(({ column }) => column);
  }
}

function latest({ lateness }: Column, rows: readonly number[]): number {
  let late = -1;
  for (const row of rows) if (lateness[row]! > late) late = lateness[row]!;
  return late;
}

/** A clause, and what of its column holds. */
interface Telling {
  readonly clause: Clause;
  readonly column: Column;
  /** By the id of a value: 1 where the clause holds with it. */
  readonly holds: Uint8Array;
}

function byOne(table: Table, some: readonly number[], others: readonly number[]): readonly Clause[] | undefined {
  const telling = tellingsOf(table, some, others).find(({ column, holds }) => others.every((row) => !holds[column.ids[row]!]));
  return telling && [telling.clause];
}

function byOneOrTwo(table: Table, some: readonly number[], others: readonly number[]): readonly Clause[] | undefined {
  const one = byOne(table, some, others);
  if (one) return one;
  const tellings = tellingsOf(table, some, others);
  for (const [index, first] of tellings.entries()) {
    const left = others.filter((row) => first.holds[first.column.ids[row]!]);
    const second = tellings.slice(index + 1).find(({ column, holds }) => left.every((row) => !holds[column.ids[row]!]));
    if (second) return [first.clause, second.clause];
  }
  return undefined;
}

/** What can be said of some and not of all others, the most telling first. What only one side came to ask follows from what separates them, and is not that itself. */
function tellingsOf(table: Table, some: readonly number[], others: readonly number[]): Telling[] {
  return table.ranked(some, others).flatMap((column) => {
    const holds = new Uint8Array(column.values.length);
    const values = valuesOf(column, some, holds);
    const rest = valuesOf(column, others, new Uint8Array(column.values.length));
    const isTelling = values.some((id) => id !== 0) && rest.some((id) => id !== 0 && !holds[id]);
    const named = (ids: readonly number[]) => ids.map((id) => column.values[id]!);
    return isTelling ? [{ clause: { key: column.key, values: named(values), others: named(rest.filter((id) => !holds[id])) }, column, holds }] : [];
  });
}

/** Each value that these have, in the order in which they come. */
function valuesOf({ ids }: Column, rows: readonly number[], seen: Uint8Array): number[] {
  const found: number[] = [];
  for (const row of rows) {
    const id = ids[row]!;
    if (!seen[id]) {
      seen[id] = 1;
      found.push(id);
    }
  }
  return found;
}
