import {
  JourneyEnded,
  KINDS,
  milliseconds,
  REPORTS_OF,
  ScenarioError,
  type Email,
  type Expected,
  type Group,
  type Invitation,
  type Journey,
  type Kind,
  type Mailpiece,
  type Messages,
  type Response,
  type Touch,
  type TouchMedium,
  type TouchOptions,
  type WaitOptions,
} from '../scenarios/vocabulary/index.ts';
import type { LiveJourney } from './live-journey.ts';
import type { Report, TouchReceipt } from './runtime.ts';

const ON = Object.fromEntries(KINDS.map((kind) => [kind, { kind }])) as { [P in Kind]: Expected<P> };

/** A journey as its path sees it: the vocabulary, over a live journey. */
export function journeyOf(live: LiveJourney): Journey<Record<string, unknown>, Messages, object> {
  // Plain functions, not async ones: in a workflow each promise costs a stack trace (docs/performance.md).
  const order = <T extends Touch<never>>(medium: TouchMedium, { message, props, options }: Ordered, more: (id: string) => object = () => ({})): Promise<T> =>
    live.touch({ message, medium, props, ...(options?.choose ? { choose: options.choose } : {}), window: options?.window }, (id, receipt) => seen<T>({ id, receipt, medium, more: more(id) }));
  const paper = (touch: string) => ({ handedOver: { name: 'handed-over', touch }, inHome: { name: 'in-home', touch }, recall: () => live.recall(touch) });
  const over = (outcome: string): never => {
    throw new JourneyEnded(outcome);
  };
  return {
    get facts() {
      return live.facts;
    },
    get reachable() {
      return live.reachable;
    },
    get now() {
      return new Date(live.now);
    },
    cycle: live.cycle,
    state: live.state,
    on: ON,
    print: (message, props, options) => order<Mailpiece>('print', { message, props, options }, paper),
    email: (message, props, options) => order<Email>('email', { message, props, options }),
    inviteToFollow: (message, props, options) => order<Invitation>('social', { message, props, options }),
    waitFor: (wanted: Expected | readonly Expected[] | Group, options: WaitOptions) => waitFor(live, wanted, options) as never,
    sleep: (duration) => live.sleep(live.now + milliseconds(duration)),
    until: (date) => (Number.isFinite(date.getTime()) ? live.sleep(date.getTime()) : Promise.reject(new ScenarioError('BadDate', `Expected journey.until to get a date, got ${String(date)}.`))),
    at: (time, on) => live.at(time, on),
    learn: async (facts, source) => live.learn(facts, source),
    note: (text) => live.note(text),
    end: (outcome) => {
      live.end({ outcome, by: 'path' });
      return over(outcome);
    },
    again: (state) => {
      live.again(state);
      return over('again');
    },
  };
}

function waitFor(live: LiveJourney, wanted: Expected | readonly Expected[] | Group, options: WaitOptions): Promise<Response | Response[] | undefined> {
  const isGroup = 'together' in wanted;
  const expected: readonly Expected[] = isGroup ? wanted.expected : Array.isArray(wanted) ? (wanted as readonly Expected[]) : [wanted as Expected];
  if (expected.length === 0 || expected.some((one) => !one)) {
    return Promise.reject(new ScenarioError('BadWait', 'Expected waitFor to get a response such as postcard.on.scan, or several, got none. Name at least one.'));
  }
  const wait = { expected, duration: milliseconds(options.for), from: options.from };
  return isGroup ? live.waitFor({ ...wait, together: wanted.together }, (taken) => taken.map(responseOf)) : live.waitFor(wait, ([report]) => responseOf(report!));
}

interface Ordered {
  readonly message: string;
  readonly props: object;
  readonly options: TouchOptions | undefined;
}

function seen<T extends Touch<never>>({ id, receipt, medium, more }: { id: string; receipt: TouchReceipt; medium: TouchMedium; more: object }): T {
  const on = Object.fromEntries(REPORTS_OF[medium].map((kind) => [kind, { kind, touch: id }]));
  return { id, sent: receipt.sent, why: receipt.why, ...(receipt.variant === undefined ? {} : { variant: receipt.variant }), on, ...more } as unknown as T;
}

function responseOf({ kind, touch, at, evidence, data }: Report): Response {
  return { ...data, kind, ...(touch === undefined ? {} : { touch }), at: new Date(at), evidence } as Response;
}
