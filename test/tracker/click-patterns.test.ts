import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SIGNING_KEY, trackerUnderTest, type Person, type TrackerUnderTest } from './tracker-under-test.ts';

interface Hit {
  /** Seconds since delivery. */
  readonly at: number;
  readonly link?: 'appointment' | 'voucher' | 'honeypot';
  /** The page's script says that the page was seen. */
  readonly page?: 'voucher';
  readonly by: string;
  readonly method?: 'GET' | 'HEAD';
  readonly headers?: Readonly<Record<string, string>>;
  readonly is: 'human' | 'bot';
}

function fixture<Content>(name: string): Content {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')) as Content;
}
const { agents } = fixture<{ agents: { product: string; agent: string }[] }>('user-agents');
const { patterns } = fixture<{ patterns: { name: string; hits: Hit[] }[] }>('click-patterns');

let now = new Date();
let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest({ now: () => now, relay: false, hold: undefined });
});
afterAll(() => tracked.close());

const DELIVERED = Date.now() - 200_000_000;

async function hit({ tokens }: Person, { at, link, page, by, method = 'GET', headers = {} }: Hit): Promise<void> {
  now = new Date(DELIVERED + at * 1_000);
  const agent = agents.find(({ product }) => product === by)?.agent;
  if (agent === undefined) throw new Error(`Expected '${by}' to be among the agents, got none of that name.`);
  const tokenOf = { appointment: tokens.click, voucher: tokens.pageClick, honeypot: tokens.honeypot };
  const options = { headers: { 'user-agent': agent, ...headers } };
  const answer = page ? await tracked.request('POST', `/b/${tokenOf[page]}?v=${randomUUID()}`, options) : await tracked.request(method, `/c/${tokenOf[link!]}`, options);
  expect(answer.status).toBe(page ? 204 : link === 'honeypot' ? 200 : 302);
}

async function deliver({ journeyId }: Person): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const token = randomBytes(25).toString('hex');
  const signature = createHmac('sha256', SIGNING_KEY).update(timestamp + token).digest('hex');
  const event = { id: randomUUID(), event: 'delivered', timestamp: DELIVERED / 1_000, 'user-variables': { touch: `${journeyId}/thank-you/1` } };
  expect((await tracked.post('/hooks/mailgun', { signature: { timestamp, token, signature }, 'event-data': event })).status).toBe(200);
}

describe.each(['before', 'after'] as const)('what is done to a mail’s links, its delivery told %s it', (told) => {
  test.each(patterns.map(({ name, hits }) => [name, hits] as const))('%s', async (_, hits) => {
    const person = await tracked.person({ sentAgo: Date.now() - DELIVERED + 60_000 });
    if (told === 'before') await deliver(person);
    for (const one of hits) await hit(person, one);
    if (told === 'after') await deliver(person);

    const events = (await tracked.events(person.journeyId)).filter(({ kind }) => kind !== 'delivered');
    expect(events.map(({ evidence }) => evidence)).toEqual(hits.map(({ is }) => is));
    // No journey is told what a machine did.
    expect(events.map(({ signal }) => signal)).toEqual(hits.map(({ is }) => (is === 'bot' ? 'kept' : 'pending')));
  });
});

test('of links followed at the very same moment, by a machine in disguise, none passes', async () => {
  const person = await tracked.person({ sentAgo: Date.now() - DELIVERED + 60_000 });
  const by = 'a gateway that poses as an iPhone';
  await Promise.all((['appointment', 'voucher'] as const).map((link) => hit(person, { at: 5_000, link, by, is: 'bot' })));
  expect((await tracked.events(person.journeyId)).map(({ evidence, data }) => [evidence, data['because']])).toEqual([
    ['bot', 'all-at-once'],
    ['bot', 'all-at-once'],
  ]);
});
