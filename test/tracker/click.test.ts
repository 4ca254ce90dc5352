import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SCANNER, trackerUnderTest, until, type TrackerUnderTest } from './tracker-under-test.ts';

let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest();
});
afterAll(() => tracked.close());

describe('a link of a mail', () => {
  test('leads where it led when the mail was sent, and tells the journey', async () => {
    const { tokens, journeyId } = await tracked.person();
    const answer = await tracked.get(`/c/${tokens.click}`);
    expect([answer.status, answer.headers['location']]).toEqual([302, 'https://shop.example/guide?from=mail']);
    expect(await tracked.events(journeyId)).toMatchObject([{ kind: 'click', evidence: 'human', touch: 'thank-you/1', data: { link: 'guide' } }]);
    await until('the journey to be told', () => tracked.temporal.told.some((told) => told.journeyId === journeyId));
    expect(tracked.temporal.told.find((told) => told.journeyId === journeyId)?.report).toMatchObject({ kind: 'click', touch: 'thank-you/1', data: { link: 'guide' } });
  });

  test('to a page of the scenario leads to the personal page, which knows its reader', async () => {
    const { tokens } = await tracked.person();
    const answer = await tracked.get(`/c/${tokens.pageClick}`);
    expect(answer.headers['location']).toBe(`/p/${tokens.pageClick}`);
    expect((await tracked.get(`/p/${tokens.pageClick}`)).body).toContain('Bonjour Camille');
    expect((await tracked.get(`/p/${tokens.click}`)).status).toBe(404);
  });

  test('followed by a machine is redirected, kept, and tells nobody', async () => {
    const { tokens, journeyId } = await tracked.person();
    const answers = [await tracked.request('HEAD', `/c/${tokens.click}`), await tracked.get(`/c/${tokens.click}`, { 'user-agent': SCANNER })];
    expect(answers.map((answer) => answer.status)).toEqual([302, 302]);
    expect((await tracked.events(journeyId)).map((event) => [event.evidence, event.signal, event.data['because']])).toEqual([
      ['bot', 'kept', 'head-request'],
      ['bot', 'kept', 'bot'],
    ]);
  });

  test('followed within ten seconds of sending or delivery is a scanner’s', async () => {
    const fresh = await tracked.person({ sentAgo: 2_000 });
    await tracked.get(`/c/${fresh.tokens.click}`);
    const delivered = await tracked.person();
    await tracked.store
      .insertInto('events')
      .values({ event_id: 'delivered-now', kind: 'delivered', evidence: 'logical', journey_id: delivered.journeyId, touch: 'thank-you/1', data: '{}', source: 'mailgun', at: new Date(), signal: 'kept' })
      .execute();
    await tracked.get(`/c/${delivered.tokens.click}`);
    for (const { journeyId } of [fresh, delivered]) {
      expect((await tracked.events(journeyId)).at(-1)).toMatchObject({ kind: 'click', evidence: 'bot', signal: 'kept', data: { because: 'too-soon' } });
    }
  });
});
