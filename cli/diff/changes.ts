import { conditionPhrase, listed, whatSeparates, type Chances } from '../../simulator/explore/index.ts';
import { differencesOf, possibilities, type Difference } from './differences.ts';
import type { Pair } from './pair-stories.ts';

const DAY = 86_400_000;

/** What changes, and for whom, in words. */
export interface Change {
  readonly section: Difference['section'];
  readonly change: string;
  readonly what: string;
  /** When: `on day 25`, `7 days earlier`; nothing where there is no time to say. */
  readonly when: string;
  /** For whom: `everybody`, `those with …`. */
  readonly whom: string;
}

/** Gathers what changes for each pair into what changes for whom. */
export function changesOf(pairs: readonly Pair[], chances: Chances): Change[] {
  const changes = new Map<string, { difference: Difference; pairs: Map<Pair, Difference> }>();
  for (const pair of pairs) {
    for (const difference of differencesOf(pair)) {
      const key = `${difference.section} ${difference.change} ${difference.what}`;
      const change = changes.get(key) ?? { difference, pairs: new Map<Pair, Difference>() };
      changes.set(key, change);
      change.pairs.set(pair, difference);
    }
  }
  return mergedByTime(
    [...changes.values()].map(({ difference: { section, change, what, among }, pairs: changed }) => {
      const possible = pairs.filter((pair) => changed.has(pair) || possibilities(pair).has(among));
      return { section, change, what, when: whenOf(change, [...changed.values()]), whom: whom([...changed.keys()], { possible, among, chances }) };
    }),
  );
}

function whom(changed: readonly Pair[], { possible, among, chances }: { possible: readonly Pair[]; among: string; chances: Chances }): string {
  const others = possible.filter((pair) => !changed.includes(pair));
  if (others.length === 0) return among === 'everybody' ? 'everybody' : among.startsWith('ended') ? 'all who end so' : 'all who come there';
  const condition = whatSeparates(changed.map(({ known }) => known), others.map(({ known }) => known));
  return condition ? conditionPhrase(condition, chances) : `${changed.length} of ${possible.length} of the stories in which it can`;
}

function whenOf(change: string, differences: readonly Difference[]): string {
  const days = (milliseconds: readonly number[]) => [...new Set(milliseconds.map((time) => Math.round((time / DAY) * 10) / 10))].sort((one, other) => one - other);
  if (change === 'earlier' || change === 'later') {
    const by = days(differences.map(({ before = 0, after = 0 }) => Math.abs(before - after)));
    return `${range(by)} ${by.length === 1 && by[0] === 1 ? 'day' : 'days'} ${change}`;
  }
  const times = differences.flatMap(({ before, after }) => after ?? before ?? []);
  return times.length === 0 ? '' : `on day ${range(days(times))}`;
}

function range(numbers: readonly number[]): string {
  return numbers.length > 1 ? `${numbers[0]!} to ${numbers.at(-1)!}` : String(numbers[0]);
}

/** Touches that come earlier or later by the same and for the same people are said at once. */
function mergedByTime(changes: readonly Change[]): Change[] {
  const merged: Change[] = [];
  for (const change of changes) {
    const isMove = change.change === 'earlier' || change.change === 'later';
    const index = isMove ? merged.findIndex(({ change: kind, when, whom }) => kind === change.change && when === change.when && whom === change.whom) : -1;
    if (index < 0) merged.push(change);
    else merged[index] = { ...change, what: listed([...merged[index]!.what.split(/, | and /), change.what], 'and') };
  }
  return merged;
}
