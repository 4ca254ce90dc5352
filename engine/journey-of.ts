import {
  JourneyEnded,
  KINDS,
  milliseconds,
  REPORTS_OF,
  ScenarioError,
  type Email,
  type Expected,
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

/** A journey as its path sees it: the vocabulary, over a live journey. */
export function journeyOf(live: LiveJourney): Journey<Record<string, unknown>, Messages> {
  // Plain functions, not async ones: in a workflow each promise costs a stack trace (docs/performance.md).
  const order = <T extends Touch<never>>(medium: TouchMedium, { message, props, options }: Ordered, more: (id: string) => object = () => ({})): Promise<T> =>
    live.touch({ message, medium, props, ...(options?.choose ? { choose: options.choose } : {}) }, (id, receipt) => seen<T>({ id, receipt, medium, more: more(id) }));
  const paper = (touch: string) => ({ handedOver: { name: 'handed-over', touch }, inHome: { name: 'in-home', touch }, recall: () => live.recall(touch) });
  return {
    get facts() {
      return live.facts;
    },
    get reachable() {
      return live.reachable;
    },
    on: Object.fromEntries(KINDS.map((kind) => [kind, { kind }])) as { [P in Kind]: Expected<P> },
    print: (message, props, options) => order<Mailpiece>('print', { message, props, options }, paper),
    email: (message, props, options) => order<Email>('email', { message, props, options }),
    inviteToFollow: (message, props, options) => order<Invitation>('social', { message, props, options }),
    waitFor: <K extends Kind>(expected: Expected<K> | readonly Expected<K>[], options: WaitOptions) => {
      const wanted: readonly Expected<K>[] = Array.isArray(expected) ? (expected as readonly Expected<K>[]) : [expected as Expected<K>];
      if (wanted.length === 0 || wanted.some((one) => !one)) {
        return Promise.reject(new ScenarioError('BadWait', 'Expected waitFor to get a response such as postcard.on.scan, or several, got none. Name at least one.'));
      }
      return live.waitFor(wanted, { duration: milliseconds(options.for), from: options.from }, (report) => responseOf(report) as Response<K, Record<string, unknown>>);
    },
    sleep: (duration) => live.sleep(milliseconds(duration)),
    learn: async (facts, source) => live.learn(facts, source),
    note: (text) => live.record({ type: 'note', text }),
    end: (outcome) => {
      live.end({ outcome, by: 'path' });
      throw new JourneyEnded(outcome);
    },
  };
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
