import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SCANNER, trackerUnderTest, until, type TrackerUnderTest } from './tracker-under-test.ts';

let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest();
});
afterAll(() => tracked.close());

describe('a printed QR code', () => {
  test('leads to the personal page, in any letter case, and the hit is kept', async () => {
    const { tokens, journeyId } = await tracked.person();
    for (const url of [`/Q/${tokens.qr}`, `/q/${tokens.qr.toLowerCase()}`, `/q/${tokens.qr}/`]) {
      const answer = await tracked.get(url);
      expect([answer.status, answer.headers['location']]).toEqual([302, `/p/${tokens.qr}`]);
    }
    const hits = await tracked.events(journeyId);
    expect(hits).toHaveLength(3);
    expect(hits[0]).toEqual({ kind: 'scan', evidence: 'logical', touch: 'renewal-postcard/1', data: {}, signal: 'kept' });
    expect(tracked.temporal.told.filter((told) => told.journeyId === journeyId)).toEqual([]);
  });

  test('redirects machines too, and tags them', async () => {
    const { tokens, journeyId } = await tracked.person();
    const head = await tracked.request('HEAD', `/Q/${tokens.qr}`);
    const scanner = await tracked.get(`/q/${tokens.qr}`, { 'user-agent': SCANNER });
    const prefetch = await tracked.get(`/q/${tokens.qr}`, { 'sec-purpose': 'prefetch;prerender' });
    expect([head.status, scanner.status, prefetch.status]).toEqual([302, 302, 302]);
    const hits = await tracked.events(journeyId);
    expect(hits.map((hit) => [hit.evidence, hit.data['because'], hit.signal])).toEqual([
      ['bot', 'head-request', 'kept'],
      ['bot', 'bot', 'kept'],
      ['bot', 'prefetch', 'kept'],
    ]);
  });

  test('becomes a person’s scan when the page says that it was seen', async () => {
    const { tokens, journeyId } = await tracked.person();
    const page = await tracked.get(`/p/${tokens.qr}`);
    const beacon = /sendBeacon\("([^"]+)"\)/.exec(page.body)?.[1] ?? '';
    for (const _ of ['once', 'twice']) {
      const answer = await tracked.request('POST', beacon, { headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: '' });
      expect(answer.status).toBe(204);
    }
    expect(await tracked.events(journeyId)).toMatchObject([{ kind: 'scan', evidence: 'human', touch: 'renewal-postcard/1' }]);
    await until('the journey to be told', () => tracked.temporal.told.some((told) => told.journeyId === journeyId));
    expect(tracked.temporal.told.filter((told) => told.journeyId === journeyId)).toMatchObject([{ report: { kind: 'scan', touch: 'renewal-postcard/1', evidence: 'human' } }]);
    await until('the event to be marked', async () => (await tracked.events(journeyId))[0]?.signal === 'done');
  });

  test('is told to the journey three times at most, however often it is scanned', async () => {
    const { tokens, journeyId } = await tracked.person();
    for (let i = 0; i < 6; i++) await tracked.request('POST', `/b/${tokens.qr}`);
    const events = await tracked.events(journeyId);
    expect(events).toHaveLength(6);
    expect(events.filter((event) => event.signal === 'kept')).toHaveLength(3);
  });

  test('without scripts, an image says that the page was seen; a machine’s beacon is kept', async () => {
    const { tokens, journeyId } = await tracked.person();
    const image = await tracked.get(`/b/${tokens.purl}.gif`);
    expect([image.status, image.headers['content-type'], image.body.slice(0, 3)]).toEqual([200, 'image/gif', 'GIF']);
    await tracked.get(`/b/${tokens.purl}.gif`, { 'user-agent': SCANNER });
    expect(await tracked.events(journeyId)).toMatchObject([
      { kind: 'visit', evidence: 'human' },
      { kind: 'visit', evidence: 'bot', signal: 'kept' },
    ]);
  });

  test('of nobody gets a helpful page, the same whether it could be a token or not', async () => {
    const { tokens } = await tracked.person();
    const addresses = ['/q/2345678923', '/q/nonsense!', '/q/%E0%A4%A', `/q/${tokens.click}`, '/p/2345678923', '/p/x', '/c/2345678923', '/u/2345678923', '/b/2345678923.gif', '/b/x', '/nowhere'];
    const answers = await Promise.all(addresses.map((url) => tracked.get(url)));
    expect(answers.map((answer) => answer.status)).toEqual(addresses.map(() => 404));
    const bodies = answers.map((answer) => answer.body.replaceAll(/nonce="[^"]+"/g, ''));
    expect(new Set(bodies).size).toBe(1);
    expect(answers[0]?.body).toContain('Cette adresse ne mène à rien');
    expect((await tracked.get('/q/x', { 'accept-language': 'en-GB,en;q=0.9,fr;q=0.5' })).body).toContain('This address leads nowhere');
  });
});
