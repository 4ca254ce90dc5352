import { propsOf, type TouchOrder } from '../../engine/index.ts';
import { REPORTS_OF, type AnyScenario, type Messages, type Reachable, type Scenario } from '../../scenarios/vocabulary/index.ts';
import { play, type Happening } from '../../simulator/play.ts';

/** A mailpiece that somebody with these facts would get. */
export interface Reached {
  readonly message: string;
  readonly props: object;
  /** If the path lets the policy choose. */
  readonly variant?: string;
  /** Whose way it is on: `stays silent`. */
  readonly way: string;
  /** Days from entry to when the path asks for it. */
  readonly day: number;
}

type Facts = Record<string, unknown>;

interface Way {
  readonly name: string;
  readonly answers: boolean;
  readonly reachable: Partial<Reachable>;
  readonly variant?: string | undefined;
}

/** Everyone gets print here; who agreed to no mail may get more of it. */
const WAYS: readonly Way[] = [
  { name: 'stays silent', answers: false, reachable: {} },
  { name: 'stays silent, no email', answers: false, reachable: { email: false, social: false } },
  { name: 'answers', answers: true, reachable: {} },
  { name: 'answers, no email', answers: true, reachable: { email: false, social: false } },
];

const START = new Date('2026-11-02T09:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Somebody answers so many touches, and then no more: a path that comes again each year would have no end. */
const ANSWERS = 8;

/**
 * The mailpieces that a person with these facts would get, played in virtual time: who stays silent and who answers everything, with and without
 * email, by each variant or the one that is asked for. A message with the same props and variant is named once, on the first way that comes to it.
 *
 * @throws what the path throws; Error when no touch offers the variant.
 */
export async function reachedBy(scenario: AnyScenario, facts: Facts, { variant: asked }: { variant?: string | undefined } = {}): Promise<Reached[]> {
  const reached = new Map<string, Reached>();
  const offered = new Set<string>();
  // Variants become known as touches that offer them are come to; a set is gone through with what is added meanwhile.
  const variants = new Set([asked]);
  for (const variant of variants) {
    for (const way of WAYS) {
      const { touches, options } = await touchesOf(scenario, facts, { ...way, variant });
      if (asked === undefined) options.forEach((each) => variants.add(each));
      for (const { medium, message, choose, at, ...order } of touches) {
        choose?.forEach((each) => offered.add(each));
        if (asked === undefined) choose?.slice(1).forEach((each) => variants.add(each));
        const chosen = choose && (choose.find((each) => each === variant) ?? choose[0]);
        const props = propsOf(order, chosen);
        const key = JSON.stringify([message, chosen, props]);
        if (medium !== 'print' || reached.has(key)) continue;
        reached.set(key, { message, props, way: way.name, day: Math.floor((at - START.getTime()) / DAY), ...(chosen === undefined ? {} : { variant: chosen }) });
      }
    }
  }
  if (asked !== undefined && !offered.has(asked)) {
    throw new Error(`Expected --variant to be one that a touch offers to a person with these facts (${[...offered].join(', ') || 'none is'}), got '${asked}'.`);
  }
  return [...reached.values()].sort((one, other) => one.day - other.day);
}

/** What the policy could choose at the path's own points, and the touches. Plays again with an answer more, until every touch is answered: an answer leads to touches that nobody could have answered before. */
async function touchesOf(scenario: AnyScenario, facts: Facts, { answers, reachable, variant }: Way): Promise<{ touches: readonly TouchOrder[]; options: readonly string[] }> {
  const on: Happening<Facts>[] = [{ after: '3 years', operator: 'end' }];
  const answered = new Set<string>();
  for (;;) {
    const { touches, journal } = await play(scenario as unknown as Scenario<Facts, Messages>, { facts, on, reachable, start: START, ...(variant === undefined ? {} : { variant }) });
    const next = answers && answered.size < ANSWERS ? touches.find(({ touch }) => !answered.has(touch)) : undefined;
    if (!next) return { touches, options: journal.flatMap((entry) => (entry.type === 'choice' ? entry.options : [])) };
    answered.add(next.touch);
    on.push(...answersTo(next));
  }
}

/** A card is used the day after it came, five days after it was asked for; a mail after two hours. Then the page's form is sent. */
function answersTo({ touch, medium, at }: TouchOrder): Happening<Facts>[] {
  const opened = at - START.getTime() + (medium === 'print' ? 5 * DAY : 2 * HOUR);
  const after = (milliseconds: number) => `${milliseconds / 1_000} seconds` as const;
  const use: Happening<Facts> = medium === 'print' ? { after: after(opened), response: 'scan', of: touch } : { after: after(opened), response: 'click', of: touch, link: 'page' };
  return (REPORTS_OF[medium] as readonly string[]).includes('reply') ? [use, { after: after(opened + HOUR), response: 'reply', of: touch, facts: {} }] : [use];
}
