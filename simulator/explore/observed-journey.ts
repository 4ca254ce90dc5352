import type { Duration, Email, Expected, Group, Invitation, Journey, Mailpiece, Messages, Response, TouchMedium, TouchOptions, WaitOptions } from '../../scenarios/vocabulary/index.ts';
import type { ObservedFacts } from './observed-facts.ts';
import { readOnly } from './observed-facts.ts';
import { placeOfCaller } from './place.ts';
import type { Script } from './script.ts';
import type { Steps } from './steps.ts';

export type AnyJourney = Journey<Record<string, unknown>, Messages, never>;
type AnyTouch = Mailpiece | Email | Invitation;
type AnyResponse = Response & { readonly touch?: string };

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
  readonly script: Script;
  readonly facts: ObservedFacts;
  readonly links: Readonly<Record<string, readonly string[]>>;
  readonly standing: Set<Standing>;
  readonly unsent: Map<string, string>;
  consents(medium: TouchMedium): boolean;
}

/** The journey as its path sees it, with every step noted and what it depends on settled by the script. */
export function observed(journey: AnyJourney, seen: Observation): AnyJourney {
  const { steps, script, facts, standing, unsent } = seen;

  const touching = (medium: TouchMedium, send: (message: never, props: never, options?: TouchOptions) => Promise<AnyTouch>) => (message: string, props: object, options?: TouchOptions) => {
    const step = steps.begin({ kind: medium, touch: '', message, props: { ...props }, choose: options?.choose ?? [] }, placeOfCaller());
    return send(message as never, props as never, options).then((touch) => {
      if (!touch.sent) unsent.set(touch.id, touch.why);
      steps.name(step, touch.id);
      steps.end(step, touch.sent ? { by: 'done' } : { by: 'not-sent', why: touch.why });
      return withVariant(touch, options?.choose ?? []);
    });
  };

  const withVariant = (touch: AnyTouch, choose: readonly string[]): AnyTouch => {
    let variant: string | undefined = choose.length === 0 ? touch.variant : undefined;
    return new Proxy(touch, {
      get: (target, key) => {
        if (key === 'variant' && choose.length > 0) return (variant ??= script.pick({ key: `variant:${touch.id}`, place: placeOfCaller(), options: choose, valueOf: (one) => one }));
        if (key !== 'recall') return Reflect.get(target, key) as unknown;
        return () => {
          const step = steps.begin({ kind: 'recall', touch: touch.id }, placeOfCaller());
          return (target as Mailpiece).recall().then((result) => (steps.end(step, { by: 'done' }), result));
        };
      },
    });
  };

  const answering = (response: AnyResponse): AnyResponse => {
    const said: Record<string, () => unknown> = {
      link: () => script.pick({ key: `link:${response.touch ?? 'any'}`, place: placeOfCaller(), options: seen.links[response.touch?.split('/')[0] ?? ''] ?? ['link'], valueOf: (link) => link }),
      permanent: () => script.pick({ key: 'permanent', place: placeOfCaller(), options: [true, false], valueOf: (permanent) => permanent }),
      facts: () => facts.reply(),
      ...{ reason: () => 'unknown', page: () => 'page', voucher: () => 'V-1', order: () => 'O-1', amount: () => 100, currency: () => 'EUR', medium: () => 'all' },
    };
    const known = new Map<string, unknown>(Object.entries(response));
    return readOnly([...new Set([...known.keys(), ...OF_KIND[response.kind] ?? []])], (name) => {
      if (!known.has(name) && OF_KIND[response.kind]?.includes(name)) known.set(name, said[name]!());
      return known.get(name);
    }) as unknown as AnyResponse;
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
        return Array.isArray(answer) ? responses.map(answering) : answer && answering(answer as AnyResponse);
      });
  };

  const pausing = (words: string, pause: Promise<void>, step = steps.begin({ kind: 'pause', words }, placeOfCaller())) => pause.then(() => steps.end(step, { by: 'done' }));

  const members: Readonly<Record<string, () => unknown>> = {
    facts: () => facts.all,
    reachable: () => readOnly(['print', 'email', 'social'], (medium) => journey.reachable[medium as TouchMedium] && seen.consents(medium as TouchMedium)),
    print: () => touching('print', journey.print),
    email: () => touching('email', journey.email),
    inviteToFollow: () => touching('social', journey.inviteToFollow),
    waitFor: () => waitFor,
    sleep: () => (duration: Duration) => pausing(duration, journey.sleep(duration)),
    until: () => (date: Date) => pausing(`until ${date.toISOString().slice(0, 10)}`, journey.until(date)),
    at: () => (...[time, options]: Parameters<AnyJourney['at']>) => pausing(`until ${time}${options?.days && options.days !== 'all' ? `, ${options.days}` : ''}`, journey.at(time, options)),
    learn: () => (learned: Record<string, unknown>, source?: string) => journey.learn(facts.learn(learned), source),
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

/** What each kind of response carries; settled when the path reads it. */
const OF_KIND: Readonly<Partial<Record<string, readonly string[]>>> = {
  click: ['link'],
  reply: ['facts'],
  redeem: ['voucher'],
  purchase: ['order', 'amount', 'currency'],
  follow: ['page'],
  unsubscribe: ['medium'],
  returned: ['reason'],
  bounced: ['permanent'],
};
