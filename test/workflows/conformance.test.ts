import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { journeyTimeline, signalJourney } from '../../client/index.ts';
import { campaignTime, realTime } from '../../engine/index.ts';
import { boilerRenewalV1 } from '../../scenarios/boiler-renewal/v1.ts';
import { milliseconds, type Duration, type Kind } from '../../scenarios/vocabulary/index.ts';
import { play, type PlayOptions } from '../../simulator/index.ts';
import type { BoilerFacts } from '../../scenarios/boiler-renewal/facts.ts';
import { enter, openWorld, someone, type World } from '../setup/world.ts';

/** Ten campaign days a second: a silent journey takes four seconds. Happenings keep days apart, so that a busy machine changes no order. */
const SPEED = 864_000;

const facts = { boilerAge: 15, energy: 'gas', storeDistance: 4, store: 'Bellebraise Les Forges', customer: 'no' } as const;

interface Case {
  readonly name: string;
  readonly consents?: { readonly print?: boolean; readonly email?: boolean; readonly social?: boolean };
  readonly on: readonly { readonly after: Duration; readonly response: Kind; readonly of?: string; readonly data?: object }[];
}

const CASES: readonly Case[] = [
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

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await enter(
    world,
    CASES.map(({ name, consents }) => someone(name, { consents: { print: true, email: true, social: true, ...consents } })),
  );
}, 120_000);
afterAll(() => world.close());

/** Both runtimes tell the same story; only the hour of the print cut-off and the drawn variant are the campaign's own. */
const story = (timeline: readonly string[]) => timeline.map((line) => line.replace(/day -?\d+\.\d/g, 'day').replace(/variant \w+/, 'variant'));

async function live({ name, on }: Case): Promise<string[]> {
  const { campaign } = await world.launch({ id: `same-${name}`, audience: [name], speed: SPEED, printEvery: '1 day' });
  const id = `${campaign.id}/${name}`;
  const handle = world.temporal.client.workflow.getHandle(id);
  let began: number | undefined;
  while (began === undefined) began = await handle.describe().then(({ startTime }) => startTime.getTime(), () => undefined);
  const start = campaignTime(campaign.clock, began);
  for (const { after, response, of, data } of on) {
    const at = start + milliseconds(after);
    await new Promise((resolve) => setTimeout(resolve, realTime(campaign.clock, at) - Date.now()));
    const touch = of === undefined ? {} : { touch: `${of}/1` };
    await signalJourney(world.temporal.client, id, { eventId: `${name}-${after}`, kind: response, at, evidence: 'human', ...touch, ...(data ? { data: data as Record<string, unknown> } : {}) });
  }
  await handle.result();
  return journeyTimeline(world.temporal.client, id);
}

function played({ consents = {}, on }: Case) {
  const reachable = { print: true, email: true, social: true, ...consents };
  const sent = (medium: keyof typeof reachable) => (reachable[medium] ? {} : { sent: false, why: 'no-consent' });
  const options: PlayOptions<BoilerFacts, never> = {
    facts,
    reachable,
    receipts: { 'renewal-postcard': sent('print'), 'reminder-card': sent('print') },
    on: on.map(({ data, ...happening }) => ({ ...happening, ...data }) as never),
  };
  return play(boilerRenewalV1, options as never);
}

test('the same happenings give the same story in Temporal and in virtual time', async () => {
  const stories = await Promise.all(CASES.map(async (one) => ({ name: one.name, live: story(await live(one)), played: story((await played(one)).timeline) })));
  for (const { name, live, played } of stories) expect({ name, story: live }).toEqual({ name, story: played });
}, 120_000);
