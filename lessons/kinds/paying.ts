import type { TouchMedium } from '../../scenarios/vocabulary/index.ts';
import type { CampaignSeen, TouchSeen } from '../campaign-seen.ts';
import { alwaysValid } from '../confidence.ts';
import type { Finding, SegmentRule } from '../lesson.ts';
import { boundsOf } from '../rates.ts';
import { isIn, keyOf, segmentsOf } from '../segments.ts';
import type { Words } from '../wording/words.ts';

const DAY = 86_400_000;
/** Days after which what people buy is on the record. */
const PATIENCE = 30;
/** People of a segment, and orders of everybody, below which it is not judged. */
const LEAST_PEOPLE = 100;
const LEAST_ORDERS = 20;

/** A person, what writing to them cost by one medium, and what they brought. */
interface Person {
  readonly facts: TouchSeen['facts'];
  readonly cost: number;
  readonly revenue: number;
}

/**
 * Segments that bring less than writing to them costs, by each medium, while everybody together brings more: even if all that they bought were the campaign's doing, which
 * only its holdout could tell.
 */
export function payingLessons({ seen, alpha, words }: { seen: CampaignSeen; alpha: number; words: Words }): { findings: Finding[]; comparisons: number } {
  const looked = (['print', 'email', 'social'] as const).flatMap((medium) => {
    const people = peopleOf(seen, medium);
    const [cost, revenue] = [mean(people, 'cost'), mean(people, 'revenue')];
    if (people.filter((person) => person.revenue > 0).length < LEAST_ORDERS || revenue <= cost) return [];
    const order = orderAtMost(people, alpha);
    return segmentsOf(people.map(({ facts }) => facts)).flatMap((segment) => {
      const members = people.filter(({ facts }) => isIn(segment, facts));
      return members.length < LEAST_PEOPLE ? [] : [{ medium, segment, members, order, everybody: { cost, revenue } }];
    });
  });
  const findings = looked.flatMap(({ medium, segment, members, order, everybody }): Finding[] => {
    const [cost, revenue] = [mean(members, 'cost'), mean(members, 'revenue')];
    // Where few or none bought, their own amounts say too little: how many buy at most, times what a buyer spends at most.
    const orders = members.filter((one) => one.revenue > 0).length;
    const high = boundsOf({ of: members.length, count: orders }, alpha / 2 / looked.length).high * order;
    if (high >= cost) return [];
    const numbers = { cost, revenue, revenueHigh: high, people: members.length, orders, everybodyCost: everybody.cost, everybodyRevenue: everybody.revenue };
    return [
      {
        key: `segment/${medium}/${keyOf(segment)}`,
        kind: 'segment',
        sentence: words.segment({ medium, segment, ...numbers }),
        numbers,
        certainty: 1 - alpha,
        basis: { touches: members.length, answers: numbers.orders, comparisons: looked.length, method: 'buyers times what a buyer spends, upper ends of always-valid intervals, against cost a person; Bonferroni' },
        proposal: { do: 'drop', medium, ...segment } as { do: 'drop'; medium: TouchMedium } & SegmentRule,
      },
    ];
  });
  return { findings, comparisons: looked.length };
}

function peopleOf({ touches, journeys, now }: CampaignSeen, medium: TouchMedium): Person[] {
  const brought = new Map(journeys.map(({ id, revenue }) => [id, revenue]));
  const people = new Map<string, { facts: TouchSeen['facts']; cost: number; since: number }>();
  for (const { journey, medium: by, cost, at, facts } of touches) {
    if (by !== medium) continue;
    const known = people.get(journey) ?? { facts, cost: 0, since: at };
    people.set(journey, { ...known, cost: known.cost + cost, since: Math.min(known.since, at) });
  }
  return [...people].flatMap(([journey, { facts, cost, since }]) => (now - since >= PATIENCE * DAY ? [{ facts, cost, revenue: brought.get(journey) ?? 0 }] : []));
}

function mean(people: readonly Person[], of: 'cost' | 'revenue'): number {
  return people.length === 0 ? 0 : people.reduce((sum, person) => sum + person[of], 0) / people.length;
}

/** What a buyer spends at most, by all who bought. */
function orderAtMost(people: readonly Person[], alpha: number): number {
  const buyers = people.filter(({ revenue }) => revenue > 0);
  const value = mean(buyers, 'revenue');
  const variance = buyers.reduce((sum, { revenue }) => sum + (revenue - value) ** 2, 0) / Math.max(1, buyers.length - 1) / buyers.length;
  return variance === 0 ? value : alwaysValid({ value, variance }, { alpha: alpha / 2, scale: value * 0.3 }).high;
}
