import type { Client } from '@temporalio/client';
import type { TouchRequest } from '../../activities/touch-attempt.ts';
import { journeyTimeline, signalJourney } from '../../client/index.ts';
import { campaignTime, realTime, type Clock, type TouchReceipt } from '../../engine/index.ts';
import type { BoilerFacts } from '../../scenarios/boiler-renewal/facts.ts';
import { boilerRenewalV1 } from '../../scenarios/boiler-renewal/v1.ts';
import { milliseconds, type Duration, type Kind } from '../../scenarios/vocabulary/index.ts';
import { firstStage, play, type Happening } from '../../simulator/index.ts';
import type { JourneyInput } from '../../workflows/journey-input.ts';

/** Five campaign days a second: a silent journey takes eight. Happenings keep days apart, so that a busy machine changes no order. */
const SPEED = 432_000;
const DAY = 86_400_000;

const facts = { boilerAge: 15, energy: 'gas', storeDistance: 4, store: 'Bellebraise Les Forges', customer: 'no' } as const;
const EVERYTHING = { print: true, email: true, social: true };

export interface Case {
  readonly name: string;
  readonly consents?: { readonly print?: boolean; readonly email?: boolean; readonly social?: boolean };
  readonly on: readonly { readonly after: Duration; readonly response: Kind; readonly of?: string; readonly data?: object }[];
}

/** Ways through boiler-renewal v1. */
export const CASES: readonly Case[] = [
  { name: 'silent', on: [] },
  { name: 'silent-by-post', consents: { print: true, email: false, social: false }, on: [] },
  { name: 'no-post', consents: { print: false, email: true, social: false }, on: [] },
  { name: 'unreachable', consents: { print: false, email: false, social: false }, on: [] },
  { name: 'replied', on: [{ after: '9 days', response: 'reply', of: 'renewal-postcard', data: { facts: { interest: 'advice' } } }] },
  { name: 'scanned', on: [{ after: '9 days', response: 'scan', of: 'renewal-postcard' }] },
  {
    name: 'clicked',
    on: [
      { after: '9 days', response: 'reply', of: 'renewal-postcard', data: { facts: { interest: 'replace' } } },
      { after: '12 days', response: 'click', of: 'thank-you', data: { link: 'appointment' } },
      { after: '20 days', response: 'redeem', data: { voucher: 'V-1' } },
    ],
  },
  { name: 'woken', on: [{ after: '33 days', response: 'click', of: 'reminder-email', data: { link: 'page' } }, { after: '40 days', response: 'purchase', data: { order: 'F', amount: 1, currency: 'EUR' } }] },
  { name: 'left', on: [{ after: '8 days', response: 'unsubscribe', data: { medium: 'email' } }, { after: '12 days', response: 'scan', of: 'renewal-postcard' }] },
  { name: 'moved', on: [{ after: '8 days', response: 'returned', of: 'renewal-postcard', data: { reason: 'unknown' } }] },
];

/** Activities that give what the case says. Both runtimes get the same receipts: what is compared is how the path runs, not what activities do. */
export function scriptedActivities() {
  const touch = async ({ journeyId, at, order }: TouchRequest): Promise<TouchReceipt> => receiptOf(caseOf(journeyId), { message: order.message, medium: order.medium, at });
  return { print: touch, email: touch, inviteToFollow: touch, failTouch: touch, recall: async () => 'too-late', endJourney: async () => ({ recalled: [] }) };
}

export const journeyIdOf = ({ name }: Case) => `same/${name}`;
const caseOf = (journeyId: string) => CASES.find((one) => journeyId === journeyIdOf(one))!;
const reachableOf = ({ consents = {} }: Case) => ({ ...EVERYTHING, ...consents });

function receiptOf(one: Case, { message, medium, at }: { message: string; medium: 'print' | 'email' | 'social'; at: number }): TouchReceipt {
  if (!reachableOf(one)[medium]) return { sent: false, why: 'no-consent' };
  return { sent: true, why: 'sent', ...(message === 'thank-you' ? { variant: 'warm' } : {}), ...(medium === 'print' ? { handedOver: at + DAY, inHome: at + 4 * DAY } : {}) };
}

/** Runs a case on a real Temporal, and returns its timeline. */
export async function live(client: Client, one: Case): Promise<string[]> {
  const clock: Clock = { epoch: Date.now(), speed: SPEED };
  const start = { facts, reachable: reachableOf(one) };
  const input: JourneyInput = { ...start, clock, stage: await firstStage(boilerRenewalV1, start, clock.epoch) };
  const handle = await client.workflow.start('boiler-renewal.v1', { workflowId: journeyIdOf(one), taskQueue: 'parcours', args: [input] });
  const began = campaignTime(clock, (await handle.describe()).startTime.getTime());
  for (const { after, response, of, data } of one.on) {
    const at = began + milliseconds(after);
    await new Promise((resolve) => setTimeout(resolve, realTime(clock, at) - Date.now()));
    const touch = of === undefined ? {} : { touch: `${of}/1` };
    await signalJourney(client, handle.workflowId, { eventId: after, kind: response, at, evidence: 'human', ...touch, ...(data ? { data: data as Record<string, unknown> } : {}) });
  }
  await handle.result();
  return journeyTimeline(client, handle.workflowId);
}

/** Runs a case in virtual time, and returns its timeline. */
export async function played(one: Case): Promise<readonly string[]> {
  const on = one.on.map(({ data, ...happening }) => ({ ...happening, ...data })) as readonly Happening<BoilerFacts>[];
  const refused = (medium: 'print' | 'email') => (reachableOf(one)[medium] ? {} : { sent: false, why: 'no-consent' });
  const receipts = { 'renewal-postcard': refused('print'), 'reminder-card': refused('print') };
  return (await play(boilerRenewalV1, { facts, reachable: reachableOf(one), receipts, on })).timeline;
}
