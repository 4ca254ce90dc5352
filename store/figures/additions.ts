import { foldOrders, type Trade } from '../trades.ts';
import type { CountedJourney, CountedTouch } from './journey-facts.ts';

/** The figures that are kept up. Each is a sum, over journeys, of what each adds under a key. */
export type Figure = 'people' | 'steps' | 'flows' | 'waiting' | 'outcomes' | 'variants' | 'spend' | 'not-sent' | 'responses' | 'in-home' | 'groups';

export type Key = readonly (string | number | null)[];

/** Told to `add`: one more under this key, or so many, with an amount of money. */
export type Add = (figure: Figure, key: Key, more?: { readonly count?: number; readonly amount?: number }) => void;

/** Answers to a touch from the one that says most to the one that says least; a flow shows one. */
export const ANSWERS = ['purchase', 'redeem', 'reply', 'follow', 'click', 'visit', 'scan', 'unsubscribe', 'complained', 'returned', 'bounced'] as const;

/** Touches of a flow at most: what comes after is left out, its journey goes straight to its outcome. */
const LONGEST_FLOW = 5;
const DAY = 86_400_000;

/**
 * What one journey adds to its campaign's figures: a pure function of its records, so that counting anew and keeping up give the same. Whoever is held out is
 * compared with and counted nowhere else.
 */
export function additionsOf(journey: CountedJourney, add: Add): void {
  const converted = isConverted(journey);
  const group = journey.holdout ? 'holdout' : 'treated';
  add('groups', [group, 'of']);
  if (converted) add('groups', [group, 'converted']);
  add('people', [group, journey.status]);
  if (journey.holdout) return;
  const touches = journey.touches.filter(isMade);
  addSteps(journey, { touches, converted, add });
  addFlow(journey, { touches, add });
  addWaiting(journey, { touches, add });
  if (journey.status === 'ended') add('outcomes', [journey.outcome ?? 'unknown']);
  for (const { sent, message, why } of journey.touches) if (!sent) add('not-sent', [message, why]);
  for (const touch of touches) addTouch(journey, { touch, converted, add });
}

interface Counting {
  readonly touches: readonly CountedTouch[];
  readonly converted: boolean;
  readonly add: Add;
}

/** A recalled mailpiece was never made: nobody got it, and it costs nothing. */
function isMade({ sent, piece }: CountedTouch): boolean {
  return sent && piece !== 'recalled';
}

/** The goal was reached; an order that was wholly given back reaches none. */
function isConverted({ goal, answers, trades }: CountedJourney): boolean {
  return goal.some((kind) => (kind === 'purchase' || kind === 'redeem' ? traded(trades, kind) : answers.some((answer) => answer.kind === kind && answer.counts)));
}

/** Something was bought, or a voucher redeemed, and not wholly given back. */
function traded(trades: readonly Trade[], as: 'purchase' | 'redeem'): boolean {
  return foldOrders(trades).some(({ sales, isGivenBack }) => !isGivenBack && sales.some(({ kind }) => kind === as));
}

/** Each step counts a person once. */
function addSteps({ answers, trades, touches: all }: CountedJourney, { touches, converted, add }: Counting): void {
  const got = (medium: CountedTouch['medium']) => touches.some((touch) => touch.medium === medium && (medium !== 'print' || touch.piece === null || touch.piece === 'printed'));
  const mediumOf = new Map(all.map(({ touch, medium }) => [touch, medium]));
  const did = (kinds: readonly string[], medium?: CountedTouch['medium']) =>
    answers.some(({ kind, counts, touch }) => counts && kinds.includes(kind) && (medium === undefined || (touch !== null && mediumOf.get(touch) === medium)));
  const steps: Record<string, boolean> = {
    printed: got('print'),
    scanned: did(['scan']),
    visited: did(['scan', 'visit']),
    replied: did(['reply']),
    mailed: got('email'),
    clicked: did(['click', 'visit'], 'email'),
    invited: got('social'),
    invitationClicked: did(['click'], 'social'),
    purchased: traded(trades, 'purchase'),
    redeemed: traded(trades, 'redeem'),
    converted,
    unsubscribed: did(['unsubscribe']),
    complained: did(['complained']),
    returned: did(['returned']),
    bounced: did(['bounced']),
  };
  for (const [step, isTaken] of Object.entries(steps)) if (isTaken) add('steps', [step]);
  const bots = answers.reduce((sum, { kind, bots }) => sum + (kind === 'scan' || kind === 'visit' || kind === 'click' ? bots : 0), 0);
  if (bots > 0) add('steps', ['botHits'], { count: bots });
}

/** Touch, answer, touch, answer, outcome; each link knows how deep it lies, so that no flow runs in a circle. */
function addFlow({ answers, status, outcome }: CountedJourney, { touches, add }: Pick<Counting, 'touches' | 'add'>): void {
  let from = 'entered';
  let depth = 0;
  const to = (next: string) => {
    add('flows', [depth++, from, next]);
    from = next;
  };
  for (const { touch, message, medium } of touches.slice(0, LONGEST_FLOW)) {
    to(`touch:${medium}:${message}`);
    to(`answer:${bestAnswer(answers, touch) ?? 'none'}`);
  }
  to(`outcome:${status === 'ended' ? (outcome ?? 'unknown') : 'under-way'}`);
}

/** Which stage a journey stands in, as far as Postgres tells: the latest touch and what was answered to it. */
function addWaiting({ status, answers }: CountedJourney, { touches, add }: Pick<Counting, 'touches' | 'add'>): void {
  if (status === 'ended') return;
  const latest = touches.at(-1);
  add('waiting', [status, latest?.message ?? null, latest?.medium ?? null, latest ? bestAnswer(answers, latest.touch) : null]);
}

function bestAnswer(answers: CountedJourney['answers'], touch: string): string | null {
  const given = answers.filter((answer) => answer.touch === touch && answer.counts).map(({ kind }) => kind);
  return ANSWERS.find((kind) => given.includes(kind)) ?? null;
}

/** What a touch that was made cost, and what it brought, by variant and by day. */
function addTouch({ answers }: CountedJourney, { touch: { touch, message, medium, variant, cost, at, open, piece }, converted, add }: Omit<Counting, 'touches'> & { touch: CountedTouch }): void {
  add('spend', [new Date(at).toISOString().slice(0, 10), medium], { amount: cost });
  const given = answers.filter((answer) => answer.touch === touch && answer.counts);
  if (variant !== null) {
    const measure = (name: string) => add('variants', [message, medium, variant, name]);
    add('variants', [message, medium, variant, 'touches'], { amount: cost });
    for (const { kind } of given) measure(kind);
    if (given.some(({ kind }) => isResponse(kind))) measure('answered');
    if (converted) measure('converted');
  }
  // Still in the queue, or come back: nobody can answer it.
  if (open === null || piece === 'queued') return;
  add('in-home', [medium]);
  for (const { kind, first } of given) if (isResponse(kind)) add('responses', [medium, kind, Math.max(-1, Math.floor((Math.max(first, at) - open) / DAY))]);
}

/** What a person does about a touch because it reached them. */
export function isResponse(kind: string): boolean {
  return RESPONSES.includes(kind);
}

const RESPONSES: readonly string[] = ['scan', 'visit', 'click', 'reply', 'redeem', 'purchase', 'follow'];
