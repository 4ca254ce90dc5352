import { workflowTypeOf, type Kind, type TouchMedium } from '../scenarios/vocabulary/index.ts';
import { liftOf, type Lift } from '../store/lift.ts';
import type { SimulationOptions } from './simulate.ts';
import type { Tally, Violation } from './tally.ts';

/** What a simulation says, in figures that anything can read: JSON, terminal and HTML show the same. Money in euros, lengths in days, shares 0 to 1. */
export interface SimulationResult {
  readonly scenario: string;
  readonly prospects: number;
  readonly seed: number;
  readonly settings: Readonly<Record<string, number>>;
  readonly treated: number;
  readonly holdout: number;
  /** In the order in which people meet them. */
  readonly funnel: readonly FunnelStep[];
  /** People by what they did, whatever the touch. */
  readonly people: readonly { readonly kind: Kind; readonly people: number; readonly share: number }[];
  readonly outcomes: readonly { readonly outcome: string; readonly journeys: number; readonly share: number }[];
  /** Journeys that went on when they were no longer followed. */
  readonly underWay: number;
  /** From the day on which the first person entered. */
  readonly days: readonly { readonly day: number; readonly print: number; readonly email: number; readonly social: number; readonly responses: number; readonly conversions: number }[];
  readonly notSent: readonly { readonly message: string; readonly why: string; readonly touches: number }[];
  readonly variants: readonly { readonly message: string; readonly variant: string; readonly sent: number }[];
  /** What paths let the policy choose. */
  readonly choices: readonly { readonly point: string; readonly option: string; readonly chosen: number }[];
  readonly spend: number;
  readonly revenue: number;
  readonly orders: number;
  /** People who reached the goal within the scenario's time. */
  readonly conversions: number;
  readonly perConversion: number | undefined;
  /** As a campaign would measure it. */
  readonly lift: Lift | undefined;
  /** As only a simulation knows it: treated people who reached the goal less those of them who would have without it; and what one cost. */
  readonly caused: { readonly conversions: number; readonly cost: number | undefined };
  readonly length: { readonly p10: number; readonly p25: number; readonly median: number; readonly p75: number; readonly p90: number; readonly p99: number; readonly max: number };
  /** Journeys by their length in whole days. */
  readonly lengths: readonly number[];
  readonly violations: { readonly count: number; readonly examples: readonly Violation[] };
}

export interface FunnelStep {
  readonly message: string;
  readonly medium: TouchMedium;
  readonly people: number;
  /** Of the treated. */
  readonly share: number;
  readonly sent: number;
  readonly recalled: number;
  readonly cost: number;
  /** Mean day, from entry, on which people get it first. */
  readonly day: number;
  /** Shares of the people who got it. */
  readonly responses: readonly { readonly kind: Kind; readonly people: number; readonly share: number }[];
}

/** A run's sums as figures. */
export function resultOf(tally: Tally, { scenario, prospects, seed, settings = {} }: SimulationOptions): SimulationResult {
  const { treated, holdout } = tally;
  const share = (people: number, of = treated) => (of === 0 ? 0 : people / of);
  const funnel = [...tally.messages]
    .map(([message, { medium, cost, sent, recalled, people, minutes, responses }]): FunnelStep => {
      const answers = byCount(responses).map(([kind, count]) => ({ kind, people: count, share: share(count, people) }));
      return { message, medium, people, share: share(people), sent, recalled, cost: rounded(sent * cost), day: people === 0 ? 0 : minutes / people / 1_440, responses: answers };
    })
    .sort((one, other) => one.day - other.day || compared(one.message, other.message));
  const spend = rounded(funnel.reduce((sum, step) => sum + step.cost, 0));
  const caused = tally.converted - tally.anyway;
  const length = (part: number) => tally.lengths.quantile(part) / 24;
  return {
    scenario: workflowTypeOf(scenario),
    prospects,
    seed,
    settings,
    treated,
    holdout,
    funnel,
    people: byCount(tally.people).map(([kind, people]) => ({ kind, people, share: share(people) })),
    outcomes: byCount(tally.outcomes).map(([outcome, journeys]) => ({ outcome, journeys, share: share(journeys) })),
    underWay: tally.running,
    days: daysOf(tally),
    notSent: [...tally.messages].flatMap(([message, { notSent }]) => byCount(notSent).map(([why, touches]) => ({ message, why, touches }))),
    variants: [...tally.messages].flatMap(([message, { variants }]) => [...variants].sort(([one], [other]) => compared(one, other)).map(([variant, sent]) => ({ message, variant, sent }))),
    choices: [...tally.choices].flatMap(([point, options]) => [...options].sort(([one], [other]) => compared(one, other)).map(([option, chosen]) => ({ point, option, chosen }))),
    spend,
    revenue: tally.cents / 100,
    orders: tally.orders,
    conversions: tally.converted,
    perConversion: tally.converted === 0 ? undefined : spend / tally.converted,
    lift: liftOf({ of: treated, converted: tally.converted }, { of: holdout, converted: tally.holdoutConverted }),
    caused: { conversions: caused, cost: caused > 0 ? spend / caused : undefined },
    length: { p10: length(0.1), p25: length(0.25), median: length(0.5), p75: length(0.75), p90: length(0.9), p99: length(0.99), max: length(1) },
    lengths: byDay(tally.lengths.counts),
    violations: { count: tally.violations, examples: tally.broken },
  };
}

function daysOf({ days }: Tally): SimulationResult['days'] {
  const last = Math.max(...Object.values(days).map(({ counts }) => counts.length));
  const at = (counts: readonly number[], day: number) => counts[day] ?? 0;
  return Array.from({ length: last }, (_, day) => ({
    day,
    print: at(days.print.counts, day),
    email: at(days.email.counts, day),
    social: at(days.social.counts, day),
    responses: at(days.responses.counts, day),
    conversions: at(days.conversions.counts, day),
  }));
}

function byDay(hours: readonly number[]): number[] {
  const days: number[] = Array.from({ length: Math.ceil(hours.length / 24) }, () => 0);
  hours.forEach((count, hour) => (days[Math.floor(hour / 24)]! += count));
  return days;
}

/** The most first; the same count by name, so that the order is always the same. */
function byCount<Key extends string>(counts: ReadonlyMap<Key, number>): [Key, number][] {
  return [...counts].sort(([one, ones], [other, others]) => others - ones || compared(one, other));
}

const compared = (one: string, other: string) => (one < other ? -1 : 1);

/** To a hundredth of a cent: a mail costs a fraction of one. */
const rounded = (euros: number) => Math.round(euros * 10_000) / 10_000;
