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
    print: (message, props, options) => order(live, 'print', { message, props, options }) as Promise<Mailpiece<never>>,
    email: (message, props, options) => order(live, 'email', { message, props, options }) as Promise<Email<never>>,
    inviteToFollow: (message, props, options) => order(live, 'social', { message, props, options }) as Promise<Invitation<never>>,
    addToAudience: (audience) => live.touch({ message: audience, medium: 'social', props: {}, audience: true }, (id, { sent, why }) => ({ id, sent, why, on: {} }) as Touch<never>),
    removeFromAudience: (audience) => live.touches.leave(audience),
    choose: (point: string, options: readonly string[]) => live.choose({ point, options: [...options] }) as never,
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
  const [duration, from] = [milliseconds(options.for), options.from];
  return isGroup ? live.waitFor({ expected, duration, from, together: wanted.together }, (taken) => taken.map(responseOf)) : live.waitFor({ expected, duration, from }, ([report]) => responseOf(report!));
}

interface Ordered {
  readonly message: string;
  readonly props: object;
  readonly options: TouchOptions | undefined;
}

function order(live: LiveJourney, medium: TouchMedium, { message, props, options }: Ordered): Promise<Touch<never>> {
  const { choose, window } = options ?? {};
  if (!choose) return live.touch({ message, medium, props, window }, (id, receipt) => seen(live, { id, receipt, medium }));
  const asked = Array.isArray(choose) ? { choose: choose as readonly string[] } : { choose: Object.keys(choose), offers: choose as Readonly<Record<string, object>> };
  return live.touch({ message, medium, props, window, ...asked }, (id, receipt) => seen(live, { id, receipt, medium }));
}

/** A touch as the path sees it: built up rather than spread, see `LiveJourney`. */
function seen(live: LiveJourney, { id, receipt, medium }: { id: string; receipt: TouchReceipt; medium: TouchMedium }): Touch<never> {
  const on: Record<string, Expected> = {};
  for (const kind of REPORTS_OF[medium]) on[kind] = { kind, touch: id };
  const touch: { -readonly [K in keyof Mailpiece]?: Mailpiece[K] } = { id, sent: receipt.sent, why: receipt.why };
  if (receipt.variant !== undefined) touch.variant = receipt.variant;
  touch.on = on as Mailpiece['on'];
  if (medium === 'print') {
    touch.handedOver = { name: 'handed-over', touch: id };
    touch.inHome = { name: 'in-home', touch: id };
    touch.recall = () => live.touches.recall(id);
  }
  return touch as Touch<never>;
}

function responseOf({ kind, touch, at, evidence, data }: Report): Response {
  return { ...data, kind, ...(touch === undefined ? {} : { touch }), at: new Date(at), evidence } as Response;
}
