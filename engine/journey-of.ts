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
} from '../scenarios/vocabulary/index.ts';
import type { LiveJourney } from './live-journey.ts';
import type { Report, TouchReceipt } from './runtime.ts';

/** A journey as its path sees it: the vocabulary, over a live journey. */
export function journeyOf(live: LiveJourney): Journey<Record<string, unknown>, Messages> {
  const order = async <T extends Touch<never>>(medium: TouchMedium, message: string, props: object, options?: TouchOptions): Promise<T> => {
    const { id, receipt } = await live.touch({ message, medium, props, ...(options?.choose ? { choose: options.choose } : {}) });
    return seen<T>(id, receipt, REPORTS_OF[medium]);
  };
  return {
    get facts() {
      return live.facts;
    },
    get reachable() {
      return live.reachable;
    },
    on: Object.fromEntries(KINDS.map((kind) => [kind, { kind }])) as { [P in Kind]: Expected<P> },
    print: async (message, props, options) => {
      const piece = await order<Mailpiece>('print', message, props, options);
      return { ...piece, handedOver: { name: 'handed-over', touch: piece.id }, inHome: { name: 'in-home', touch: piece.id }, recall: () => live.recall(piece.id) };
    },
    email: (message, props, options) => order<Email>('email', message, props, options),
    inviteToFollow: (message, props, options) => order<Invitation>('social', message, props, options),
    waitFor: async <K extends Kind>(expected: Expected<K> | readonly Expected<K>[], options: { for: Parameters<typeof milliseconds>[0]; from?: Mailpiece['inHome'] }) => {
      const wanted: readonly Expected<K>[] = Array.isArray(expected) ? (expected as readonly Expected<K>[]) : [expected as Expected<K>];
      if (wanted.length === 0 || wanted.some((one) => !one)) {
        throw new ScenarioError('BadWait', 'Expected waitFor to get a response such as postcard.on.scan, or several, got none. Name at least one.');
      }
      const report = await live.waitFor(wanted, milliseconds(options.for), options.from);
      return report && (responseOf(report) as Response<K, Record<string, unknown>>);
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

function seen<T extends Touch<never>>(id: string, receipt: TouchReceipt, kinds: readonly Kind[]): T {
  const on = Object.fromEntries(kinds.map((kind) => [kind, { kind, touch: id }]));
  return { id, sent: receipt.sent, why: receipt.why, ...(receipt.variant === undefined ? {} : { variant: receipt.variant }), on } as unknown as T;
}

function responseOf({ kind, touch, at, evidence, data }: Report): Response {
  return { ...data, kind, ...(touch === undefined ? {} : { touch }), at: new Date(at), evidence } as Response;
}
