import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SCANNER, textOf, trackerUnderTest, until, type TrackerUnderTest } from './tracker-under-test.ts';

let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest({ hold: 40 });
});
afterAll(() => tracked.close());

const toldOf = (wanted: string) => tracked.temporal.told.filter(({ journeyId }) => journeyId === wanted).map(({ report }) => report);

describe('a link of a mail', () => {
  test('leads where it led when the mail was sent, and tells the journey once no machine’s visit has shown', async () => {
    const { tokens, journeyId } = await tracked.person();
    const answer = await tracked.get(`/c/${tokens.click}`);
    expect([answer.status, answer.headers['location']]).toEqual([302, 'https://shop.example/guide?from=mail']);
    expect(await tracked.events(journeyId)).toMatchObject([{ kind: 'click', evidence: 'human', touch: 'thank-you/1', data: { link: 'guide' }, signal: 'pending' }]);
    await until('the journey to be told', () => toldOf(journeyId).length > 0);
    expect(toldOf(journeyId)).toMatchObject([{ kind: 'click', touch: 'thank-you/1', data: { link: 'guide' } }]);
  });

  test('waits ten seconds of the campaign’s time before it is told; an accelerated campaign’s does not wait', async () => {
    const waits = async (speed: number): Promise<number> => {
      const world = await trackerUnderTest({ relay: false, hold: undefined });
      await world.store
        .updateTable('campaigns')
        .set({ clock: JSON.stringify({ epoch: 0, speed }) })
        .execute();
      const { tokens, journeyId } = await world.person();
      await world.store
        .updateTable('touches')
        .set({ campaign_at: new Date(0) })
        .execute();
      await world.get(`/c/${tokens.click}`);
      const event = await world.store.selectFrom('events').select(['received_at', 'signal_after']).where('journey_id', '=', journeyId).executeTakeFirstOrThrow();
      await world.close();
      return (event.signal_after.getTime() - event.received_at.getTime()) / 1_000;
    };
    expect([await waits(1), await waits(86_400)]).toEqual([10, 0]);
  });

  test('to a page of the scenario leads to the personal page, which knows its reader', async () => {
    const { tokens } = await tracked.person();
    const answer = await tracked.get(`/c/${tokens.pageClick}`);
    expect(answer.headers['location']).toBe(`/p/${tokens.pageClick}`);
    expect((await tracked.get(`/p/${tokens.pageClick}`)).body).toContain('Bonjour Camille');
    expect((await tracked.get(`/p/${tokens.click}`)).status).toBe(404);
  });

  test('leads nowhere else, whatever its address says', async () => {
    const { tokens } = await tracked.person();
    for (const address of [`/c/${tokens.click}?url=https://evil.example`, `/c/${tokens.click}?target=//evil.example`, `//evil.example/c/${tokens.click}`]) {
      const { headers } = await tracked.get(address);
      expect(headers['location'] ?? '').not.toContain('evil');
    }
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

  test('followed within ten seconds of sending is a scanner’s', async () => {
    const { tokens, journeyId } = await tracked.person({ sentAgo: 2_000 });
    await tracked.get(`/c/${tokens.click}`);
    expect(await tracked.events(journeyId)).toMatchObject([{ kind: 'click', evidence: 'bot', signal: 'kept', data: { because: 'too-soon' } }]);
  });

  test('that no person sees says what it is to whoever follows it all the same', async () => {
    const { tokens, journeyId } = await tracked.person();
    const { status, body } = await tracked.get(`/c/${tokens.honeypot}`, { 'accept-language': 'en' });
    expect(status).toBe(200);
    expect(textOf(body)).toMatchInlineSnapshot(`
     "This link is not for you
     It is hidden in our mails to recognise the machines that follow every link. If your mail program showed it to you, go back to the mail: its other links lead where they say."
    `);
    expect(await tracked.events(journeyId)).toMatchObject([{ evidence: 'bot', signal: 'kept', data: { link: 'honeypot', because: 'honeypot' } }]);
  });
});

describe('who answers on the page is a person', () => {
  test('whose clicks were all taken for a machine’s: one is made good, once, and told with the answer', async () => {
    const { tokens, journeyId } = await tracked.person();
    for (const token of [tokens.click, tokens.pageClick]) await tracked.get(`/c/${token}`);
    await until('the burst to be seen', async () => (await tracked.events(journeyId)).every(({ evidence }) => evidence === 'bot'));
    const answer = { energy: 'gas', boilerAge: '16', interest: 'service' };
    for (const form of ['form-0001', 'form-0002']) expect((await tracked.form(`/p/${tokens.pageClick}`, { ...answer, form })).status).toBe(303);
    await until('the journey to be told', () => toldOf(journeyId).length >= 3);
    expect(toldOf(journeyId).map(({ kind, evidence }) => [kind, evidence])).toEqual([
      ['click', 'human'],
      ['reply', 'human'],
      ['reply', 'human'],
    ]);
  });
});
