import type { AnyScenario, Duration, Email, Expected, Group, Invitation, Journey, Mailpiece, Messages, TouchMedium, TouchOptions, WaitOptions } from '../../scenarios/vocabulary/index.ts';
import { readOnly, type ObservedFacts } from './observed-facts.ts';
import { said, type AnyResponse } from './observed-response.ts';
import { placeOfCaller } from './place.ts';
import type { Script } from './script.ts';
import type { Steps } from './steps.ts';

type AnyJourney = Journey<Record<string, unknown>, Messages, never>;
type AnyTouch = Mailpiece | Email | Invitation;

/** A wait that stands. */
export interface Standing {
  readonly step: number;
  readonly expected: readonly Expected[];
  readonly together?: 'all' | 'sequence';
  /** Of a group: those that have come. */
  readonly come: Set<Expected>;
}

/** What a journey is seen through. */
export interface Observation {
  readonly steps: Steps;
  readonly standing: Set<Standing>;
  /** Why a touch was not sent, by touch. */
  readonly unsent: Map<string, string>;
  /** For a story: what is not settled until the path depends on it. A real person's journey has none of it. */
  readonly open?: Open;
}

/** What a story leaves open until its path asks. */
export interface Open {
  readonly script: Script;
  readonly facts: ObservedFacts;
  readonly links: Readonly<Record<string, readonly string[]>>;
  consents(medium: TouchMedium): boolean;
}

/** The scenario with a path that is watched. */
export function watchedBy(seen: Observation, scenario: AnyScenario): AnyScenario {
  const path = scenario.path as (journey: AnyJourney) => Promise<void>;
  return { ...scenario, path: (journey: AnyJourney) => path(observed(journey, seen)) };
}

/** The journey as its path sees it, with every step noted, and what a story leaves open settled when the path depends on it. */
function observed(journey: AnyJourney, seen: Observation): AnyJourney {
  const { steps, standing, unsent, open } = seen;

  const touching = (medium: TouchMedium, send: (message: never, props: never, options?: TouchOptions) => Promise<AnyTouch>) => (message: string, props: object, options?: TouchOptions) => {
    const { choose = [] } = options ?? {};
    const isList = Array.isArray(choose);
    const names: readonly string[] = isList ? (choose as readonly string[]) : Object.keys(choose);
    const offers = isList ? {} : { offers: choose as Readonly<Record<string, object>> };
    const step = steps.begin({ kind: medium, touch: '', message, props: { ...props }, choose: names, ...offers }, placeOfCaller());
    return send(message as never, props as never, options).then((touch) => {
      if (!touch.sent) unsent.set(touch.id, touch.why);
      steps.name(step, touch.id);
      steps.end(step, touch.sent ? { by: 'done' } : { by: 'not-sent', why: touch.why });
      return withVariant(touch, names);
    });
  };

  const withVariant = (touch: AnyTouch, choose: readonly string[]): AnyTouch => {
    let variant = open && choose.length > 0 ? undefined : touch.variant;
    return new Proxy(touch, {
      get: (target, key) => {
        if (key === 'variant') return open && choose.length > 0 ? (variant ??= open.script.pick({ key: `variant:${touch.id}`, place: placeOfCaller(), options: choose, valueOf: (one) => one })) : variant;
        if (key !== 'recall') return Reflect.get(target, key) as unknown;
        return () => {
          const step = steps.begin({ kind: 'recall', touch: touch.id }, placeOfCaller());
          return (target as Mailpiece).recall().then((result) => (steps.end(step, { by: 'done' }), result));
        };
      },
    });
  };

  const choosing = (point: string, options: readonly [string, ...string[]]) => {
    const place = placeOfCaller();
    const step = steps.begin({ kind: 'choice', point, options }, place);
    return journey.choose(point, options).then((given) => {
      const chosen = open ? open.script.pick({ key: `choice:${point}`, place, options, valueOf: (one) => one }) : given;
      steps.end(step, { by: 'done' });
      return chosen;
    });
  };

  const waitFor = (expected: Expected | readonly Expected[] | Group, options: WaitOptions) => {
    const group = typeof expected === 'object' && 'together' in expected ? expected : undefined;
    const wanted: readonly Expected[] = group ? group.expected : Array.isArray(expected) ? (expected as readonly Expected[]) : [expected as Expected];
    const together = group ? { together: group.together } : {};
    const step = steps.begin({ kind: 'wait', expected: wanted, ...together, for: options.for, ...(options.from ? { from: options.from.name } : {}) }, placeOfCaller());
    const wait: Standing = { step, expected: wanted, ...together, come: new Set() };
    standing.add(wait);
    return (journey.waitFor as (expected: unknown, options: WaitOptions) => Promise<AnyResponse | readonly AnyResponse[] | undefined>)(expected, options)
      .finally(() => standing.delete(wait))
      .then((answer) => {
        const responses = answer === undefined ? [] : Array.isArray(answer) ? (answer as readonly AnyResponse[]) : [answer as AnyResponse];
        const reasons = wanted.flatMap(({ touch }) => (touch === undefined ? [] : (unsent.get(touch) ?? [])));
        const impossible = group ? reasons.length > 0 : reasons.length === wanted.length;
        if (responses.length > 0) steps.end(step, { by: 'responses', responses: responses.map(({ kind, touch }) => ({ kind, ...(touch === undefined ? {} : { touch }) })) });
        else steps.end(step, impossible ? { by: 'not-sent', why: reasons[0]! } : { by: 'time' });
        return Array.isArray(answer) ? responses.map((response) => said(response, open)) : answer && said(answer as AnyResponse, open);
      });
  };

  const pausing = <Answer,>(words: string, pause: Promise<Answer>, step = steps.begin({ kind: 'pause', words }, placeOfCaller())) =>
    pause.then((answer) => {
      steps.end(step, { by: 'done' });
      return answer;
    });

  const members: Readonly<Record<string, () => unknown>> = {
    ...(open && {
      facts: () => open.facts.all,
      reachable: () => readOnly(['print', 'email', 'social'], (medium) => journey.reachable[medium as TouchMedium] && open.consents(medium as TouchMedium)),
      learn: () => (learned: Record<string, unknown>, source?: string) => journey.learn(open.facts.learn(learned), source),
    }),
    print: () => touching('print', journey.print),
    email: () => touching('email', journey.email),
    inviteToFollow: () => touching('social', journey.inviteToFollow),
    addToAudience: () => (audience: never) => pausing(`joins the audience ${String(audience)}`, journey.addToAudience(audience)),
    removeFromAudience: () => (audience: never) => pausing(`leaves the audience ${String(audience)}`, journey.removeFromAudience(audience)),
    choose: () => choosing,
    waitFor: () => waitFor,
    sleep: () => (duration: Duration) => pausing(duration, journey.sleep(duration)),
    until: () => (date: Date) => pausing(`until ${Number.isNaN(date.getTime()) ? 'no date' : date.toISOString().slice(0, 10)}`, journey.until(date)),
    at: () => (...[time, options]: Parameters<AnyJourney['at']>) => pausing(`until ${time}${options?.days && options.days !== 'all' ? `, ${options.days}` : ''}`, journey.at(time, options)),
    end: () => (outcome: string) => {
      steps.begin({ kind: 'end', outcome }, placeOfCaller());
      return journey.end(outcome);
    },
    again: () => (state: never) => {
      steps.begin({ kind: 'again' }, placeOfCaller());
      return journey.again(state);
    },
  };
  return new Proxy(journey, { get: (target, key) => (typeof key === 'string' && Object.hasOwn(members, key) ? members[key]!() : (Reflect.get(target, key) as unknown)) });
}
