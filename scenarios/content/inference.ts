import type { ClockTime, Kind, TouchMedium } from '../vocabulary/index.ts';

/** Something that a person did about a touch; machines are left out. */
export interface PersonalResponse {
  /** The scenario whose touch it was. */
  readonly scenario: string;
  readonly message: string;
  readonly medium: TouchMedium;
  readonly variant?: string;
  /** What the touch was made with. */
  readonly props: Readonly<Record<string, unknown>>;
  readonly kind: Kind;
  /** The link that was followed, by its name in the message, and the scenario's page that was seen. */
  readonly link?: string;
  readonly page?: string;
  /** Campaign milliseconds since 1970. */
  readonly at: number;
  /** What their clocks showed: hours 0 to 23, and the day as days since 1970. */
  readonly hour: number;
  readonly day: number;
}

/** A touch that was sent to them. */
export interface SentTouch {
  readonly scenario: string;
  readonly message: string;
  readonly medium: TouchMedium;
  /** When it was with them, campaign milliseconds since 1970. */
  readonly at: number;
  readonly answered: boolean;
}

/** All that a rule goes by: what one person got, and what they did, oldest first. */
export interface Seen {
  readonly scenario: string;
  readonly responses: readonly PersonalResponse[];
  readonly touches: readonly SentTouch[];
  /** Campaign milliseconds since 1970. */
  readonly now: number;
}

/** What a rule concludes. */
export interface Conclusion<Value = unknown> {
  readonly value: Value;
  /** Above 0, below 1: a later conclusion of less certainty does not replace it, and no conclusion replaces what the person said. */
  readonly certainty: number;
  /** How many responses it rests on. */
  readonly responses: number;
}

/** A rule by which a fact about a person is inferred from what they do. */
export interface Inference {
  readonly fact: string;
  /** How it is known, such as `inferred:clicks`. */
  readonly source: `inferred:${string}`;
  /** A pure function; nothing where there is too little to go by. */
  conclude(seen: Seen): Conclusion | undefined;
}

/**
 * Makes a scenario's `infer`: declares a fact that is inferred, and by which rule. What it concludes is of the fact's type, and checked by the facts' schema
 * as well.
 *
 * @example
 * const infer = inferring<BoilerFacts>();
 * export const inferences = [infer('bestHour', 'hours', bestHour()), infer('interest', 'clicks', mostOften(({ link }) => OF_LINK[link]))];
 */
export function inferring<Facts extends object>() {
  return <Fact extends keyof Facts & string>(fact: Fact, from: string, conclude: (seen: Seen) => Conclusion<NonNullable<Facts[Fact]>> | undefined): Inference => ({ fact, source: `inferred:${from}`, conclude });
}

interface Enough {
  /** Occasions that it takes at least. */
  readonly least?: number;
  /** So many of the latest are looked at, so that people may change. */
  readonly latest?: number;
}

/**
 * The value that most of a person's responses speak for, such as the interest that a link or page is about. Following the same link twice on a day is one occasion. More than
 * half of the latest occasions must agree; the certainty is Laplace's: that the next will, too.
 *
 * @param says the value that a response speaks for, if any. Asked for responses to the scenario's own messages
 * @example mostOften(({ link }) => (link === 'quote' ? 'replace' : undefined), { least: 2 })
 */
export function mostOften<Value extends string | number>(says: (response: PersonalResponse) => Value | undefined, { least = 2, latest = 10 }: Enough = {}) {
  return ({ scenario, responses }: Seen): Conclusion<Value> | undefined => {
    const occasions = new Map<string, Value>();
    for (const response of responses) {
      const value = response.scenario === scenario ? says(response) : undefined;
      if (value !== undefined) occasions.set(`${response.day} ${response.message} ${response.kind} ${response.link ?? ''} ${response.page ?? ''}`, value);
    }
    return majority([...occasions.values()].slice(-latest), least);
  };
}

/**
 * The hour of day at which a person answers, as a time that `journey.at` takes. Several acts within a day are one occasion, that of the first; an occasion speaks for its
 * own hour and, since nobody keeps to the minute, for the hours beside it. More than half of the latest occasions must fall there.
 *
 * @example await journey.at(journey.facts.bestHour ?? '10:00')
 */
export function bestHour({ least = 3, latest = 12 }: Enough = {}) {
  return ({ responses }: Seen): Conclusion<ClockTime> | undefined => {
    const byDay = new Map<number, number>();
    for (const { day, hour } of responses) if (!byDay.has(day)) byDay.set(day, hour);
    const hours = [...byDay.values()].slice(-latest);
    if (hours.length < least) return undefined;
    const near = (hour: number): number[] => hours.filter((other) => Math.min(Math.abs(other - hour), 24 - Math.abs(other - hour)) <= 1);
    const score = (hour: number): number => near(hour).length + near(hour).filter((other) => other === hour).length / 100;
    const best = hours.reduce((first, hour) => (score(hour) > score(first) ? hour : first));
    const agreeing = near(best).length;
    if (agreeing < least || agreeing * 2 <= hours.length) return undefined;
    return { value: `${String(best).padStart(2, '0')}:00` as ClockTime, certainty: laplace(agreeing, hours.length), responses: agreeing };
  };
}

const DAY = 86_400_000;
/** A touch that is younger than this and has no answer may still get one. */
const PATIENCE = 14 * DAY;

/**
 * The medium by which a person answers. Each medium's share of answered touches is only known so well (a Beta distribution from a uniform prior); the certainty is the
 * probability that this one's is the highest. Takes two media that were tried, and an answer more than once.
 *
 * @param certainty below this nothing is concluded; 0.8 unless said
 * @param among media that count; invitations to social pages travel by mail, so they don't unless said
 */
export function preferredMedium<Medium extends TouchMedium = 'print' | 'email'>({ least = 2, certainty: enough = 0.8, among = ['print', 'email'] as unknown as readonly Medium[] }: { readonly least?: number; readonly certainty?: number; readonly among?: readonly Medium[] } = {}) {
  return ({ touches, now }: Seen): Conclusion<Medium> | undefined => {
    const tried = among.flatMap((medium) => {
      const settled = touches.filter((touch) => touch.medium === medium && (touch.answered || now - touch.at >= PATIENCE));
      return settled.length === 0 ? [] : [{ medium, of: settled.length, answered: settled.filter(({ answered }) => answered).length }];
    });
    if (tried.length < 2) return undefined;
    const best = tried.reduce((first, one) => (one.answered / one.of > first.answered / first.of ? one : first));
    const certainty = Math.min(0.999, chanceOfBest(best, tried.filter((one) => one !== best)));
    if (best.answered < least || certainty < enough) return undefined;
    return { value: best.medium, certainty, responses: best.answered };
  };
}

interface Tried {
  readonly of: number;
  readonly answered: number;
}

/** The probability that one share is higher than all others, each Beta(answered + 1, rest + 1), by the midpoint rule over 0 to 1. */
function chanceOfBest(best: Tried, others: readonly Tried[]): number {
  const steps = 400;
  const density = ({ of, answered }: Tried, x: number): number => x ** answered * (1 - x) ** (of - answered);
  const below = others.map(() => 0);
  const totals = others.map((other) => sum(steps, (x) => density(other, x)));
  let [won, total] = [0, 0];
  for (let step = 0; step < steps; step += 1) {
    const x = (step + 0.5) / steps;
    const weight = density(best, x);
    total += weight;
    won += others.reduce((product, other, index) => {
      // Half of the slice itself lies below its middle.
      const half = density(other, x) / 2;
      const share = (below[index]! + half) / totals[index]!;
      below[index]! += 2 * half;
      return product * share;
    }, weight);
  }
  return won / total;
}

function sum(steps: number, of: (x: number) => number): number {
  let total = 0;
  for (let step = 0; step < steps; step += 1) total += of((step + 0.5) / steps);
  return total;
}

function majority<Value>(values: readonly Value[], least: number): Conclusion<Value> | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  if (!first || first[1] < least || first[1] * 2 <= values.length) return undefined;
  return { value: first[0], certainty: laplace(first[1], values.length), responses: first[1] };
}

/** Laplace's rule of succession: how likely the next is to agree. */
function laplace(agreeing: number, of: number): number {
  return (agreeing + 1) / (of + 2);
}
