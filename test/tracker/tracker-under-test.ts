import type { FastifyInstance } from 'fastify';
import type { Report } from '../../engine/runtime.ts';
import { brand } from '../../scenarios/boiler-renewal/brand.ts';
import { facts } from '../../scenarios/boiler-renewal/facts.ts';
import { pages } from '../../scenarios/boiler-renewal/pages/index.ts';
import { makeToken } from '../../store/index.ts';
import { createTracker, type Start, type TrackerOptions } from '../../tracker/index.ts';
import { testStore, type TestStore } from '../setup/store.ts';

export const API_KEY = 'a-key-of-the-till-in-the-store';
export const SIGNING_KEY = 'mailgun-signs-with-this';
/** Of a phone, as people have. */
export const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
export const SCANNER = 'Mozilla/5.0 (compatible; Barracuda Sentinel/1.0; +https://scanner.example/bot)';

export interface Told {
  readonly journeyId: string;
  readonly report: Report;
}

/** What stands for Temporal: it records what it is told, and can be down, hang, or know no such journey. */
export class Temporal {
  readonly started: string[] = [];
  readonly told: Told[] = [];
  /** Requests for confirmation whose mail was begun. */
  readonly confirmations: string[] = [];
  attempts = 0;
  behaves: 'well' | 'down' | 'hangs' | 'not-running' = 'well';

  readonly start: Start = async ({ journey }) => {
    if (this.behaves === 'hangs') return new Promise(() => {});
    if (this.behaves === 'down') throw new Error('14 UNAVAILABLE: no connection');
    this.started.push(journey.id);
  };

  readonly confirm = async (requestId: string): Promise<void> => {
    if (this.behaves === 'hangs') return new Promise(() => {});
    if (this.behaves === 'down') throw new Error('14 UNAVAILABLE: no connection');
    this.confirmations.push(requestId);
  };

  readonly signal = async (journeyId: string, report: Report): Promise<'signalled' | 'not-running'> => {
    this.attempts += 1;
    if (this.behaves === 'hangs') return new Promise(() => {});
    if (this.behaves === 'down') throw new Error('14 UNAVAILABLE: no connection');
    if (this.behaves === 'not-running') return 'not-running';
    this.told.push({ journeyId, report });
    return 'signalled';
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Person {
  readonly prospectId: string;
  readonly journeyId: string;
  readonly tokens: Readonly<Record<'qr' | 'purl' | 'click' | 'pageClick' | 'unsubscribe' | 'honeypot' | 'open', string>>;
}

/** A campaign at the world's speed, with people whose postcard and mail were sent an hour ago. */
export async function trackerUnderTest(options: Partial<TrackerOptions> = {}): Promise<TrackerUnderTest> {
  const store = await testStore();
  const temporal = new Temporal();
  const clock = { epoch: 0, speed: 1 };
  await store
    .insertInto('campaigns')
    .values({ id: 'spring', scenario: 'boiler-renewal', version: 1, goal: ['purchase', 'redeem'], clock: JSON.stringify(clock), holdout: 0, seed: 's', pace: 10, print_every_ms: 86_400_000 })
    .execute();
  const tracker = createTracker({
    store,
    signal: temporal.signal,
    start: temporal.start,
    confirm: temporal.confirm,
    apiKey: API_KEY,
    signingKey: SIGNING_KEY,
    publicUrl: 'http://tracker.example',
    contentOf: () => ({ brand, facts, messages: {}, pages }),
    relay: { interval: 20, olderThan: 0 },
    hold: 0,
    ...options,
  });
  const address = await tracker.listen({ port: 0, host: '127.0.0.1' });
  return new TrackerUnderTest({ store, tracker, temporal, address });
}

export class TrackerUnderTest {
  readonly store: TestStore;
  readonly tracker: FastifyInstance;
  readonly temporal: Temporal;
  readonly address: string;
  private people = 0;
  constructor({ store, tracker, temporal, address }: Pick<TrackerUnderTest, 'store' | 'tracker' | 'temporal' | 'address'>) {
    this.store = store;
    this.tracker = tracker;
    this.temporal = temporal;
    this.address = address;
  }

  /** A new person whose journey runs. */
  async person(given: { firstName?: string; locale?: string; facts?: object; sentAgo?: number; status?: 'entered' | 'started' | 'ended'; holdout?: boolean } = {}): Promise<Person> {
    const { firstName = 'Camille', locale = 'fr-FR', facts: known = {}, sentAgo = 3_600_000, status = 'started', holdout = false } = given;
    const prospectId = `p-${String(++this.people).padStart(3, '0')}`;
    const journeyId = `spring/${prospectId}`;
    const tokens = { qr: makeToken(), purl: makeToken(), click: makeToken(), pageClick: makeToken(), unsubscribe: makeToken(), honeypot: makeToken(), open: makeToken() };
    const sent = new Date(Date.now() - sentAgo);
    const touch = { journey_id: journeyId, status: 'sent' as const, why: 'sent', props: '{}', at: sent, campaign_at: sent };
    const [card, mail] = [`${journeyId}/renewal-postcard/1`, `${journeyId}/thank-you/1`];
    const link = { journey_id: journeyId };
    const { store } = this;
    await store
      .insertInto('prospects')
      .values({ id: prospectId, locale, facts: JSON.stringify({ boilerAge: 16, energy: 'gas', storeDistance: 4.2, store: 'Villeneuve', customer: 'yes', ...known }) })
      .execute();
    await store.insertInto('identities').values({ prospect_id: prospectId, first_name: firstName, last_name: 'Martin', email: `${prospectId}@mail.example`, address_line: '3 rue du Four', city: 'Lyon' }).execute();
    await store.insertInto('journeys').values({ id: journeyId, campaign_id: 'spring', prospect_id: prospectId, holdout, status }).execute();
    await store
      .insertInto('touches')
      .values([
        { ...touch, id: card, message: 'renewal-postcard', medium: 'print' },
        { ...touch, id: mail, message: 'thank-you', medium: 'email' },
      ])
      .execute();
    await store
      .insertInto('links')
      .values([
        { ...link, token: tokens.qr, touch_id: card, kind: 'qr', name: 'qr', target: 'boiler-check' },
        { ...link, token: tokens.purl, touch_id: card, kind: 'purl', name: 'purl', target: 'boiler-check' },
        { ...link, token: tokens.click, touch_id: mail, kind: 'click', name: 'guide', target: 'https://shop.example/guide?from=mail' },
        { ...link, token: tokens.pageClick, touch_id: mail, kind: 'click', name: 'check', target: 'page:boiler-check' },
        { ...link, token: tokens.unsubscribe, touch_id: mail, kind: 'unsubscribe', name: 'unsubscribe', target: '' },
        { ...link, token: tokens.honeypot, touch_id: mail, kind: 'honeypot', name: 'honeypot', target: '' },
        { ...link, token: tokens.open, touch_id: mail, kind: 'open', name: 'open', target: '' },
      ])
      .execute();
    return { prospectId, journeyId, tokens };
  }

  /** The events of a journey in the order they came, as far as a test looks at them. */
  async events(journeyId: string) {
    return this.store.selectFrom('events').select(['kind', 'evidence', 'touch', 'data', 'signal']).where('journey_id', '=', journeyId).orderBy('id').execute();
  }

  async facts(prospectId: string): Promise<Record<string, unknown>> {
    return (await this.store.selectFrom('prospects').select('facts').where('id', '=', prospectId).executeTakeFirstOrThrow()).facts;
  }

  async suppressions(prospectId: string) {
    const rows = await this.store.selectFrom('suppressions').select(['medium', 'reason']).where('prospect_id', '=', prospectId).orderBy('medium').execute();
    return Object.fromEntries(rows.map((row) => [row.medium, row.reason]));
  }

  /** Over HTTP, following no redirect. */
  async request(method: string, url: string, { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {}): Promise<Answer> {
    const answer = await fetch(this.address + url, { method, redirect: 'manual', headers: { 'user-agent': PHONE, ...headers }, ...(body === undefined ? {} : { body }) });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request('GET', url, { headers });
  }

  /** Sends a form as a browser does. */
  form(url: string, fields: Record<string, string>): Promise<Answer> {
    return this.request('POST', url, { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString() });
  }

  /** Sends JSON; the answer's too is JSON. */
  async post(url: string, body: unknown, headers: Record<string, string> = {}) {
    const answer = await this.request('POST', url, { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
    return { status: answer.status, json: JSON.parse(answer.body) as unknown };
  }

  async close(): Promise<void> {
    await this.tracker.close();
    await this.store.destroy();
  }
}

/** Waits for a condition, and says which when it does not come. */
export async function until(what: string, condition: () => boolean | Promise<boolean>, patience = 15_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Expected ${what} within ${patience} ms, got nothing.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** What a reader sees of a page: its text, a line a block. */
export function textOf(html: string): string {
  return html
    .replace(/<(script|style|noscript|svg|title)[\s\S]*?<\/\1>/g, '')
    .replace(/<\/(p|h1|h2|legend|label|button|dt|dd|li|span)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x27;', '’')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}
