import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recordConsent, suppress } from '../../store/index.ts';
import { trackerUnderTest, type TrackerUnderTest } from './tracker-under-test.ts';

let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest();
});
afterAll(() => tracked.close());

const agree = (prospectId: string, granted: boolean) => recordConsent(tracked.store, { prospectId, medium: 'email', purpose: 'open-tracking', granted, source: 'test' });

describe('the image that tells that a mail was opened', () => {
  test('of somebody who agreed: the open is kept, and told to no journey', async () => {
    const { tokens, prospectId, journeyId } = await tracked.person();
    await agree(prospectId, true);
    const answer = await tracked.get(`/o/${tokens.open}.gif`);
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([200, 'image/gif', 'private, no-store']);
    expect(await tracked.events(journeyId)).toMatchObject([{ kind: 'opened', evidence: 'logical', touch: 'thank-you/1', signal: 'kept' }]);
  });

  test('fetched by a proxy is no open by a person', async () => {
    const { tokens, prospectId, journeyId } = await tracked.person();
    await agree(prospectId, true);
    await tracked.get(`/o/${tokens.open}.gif`, { 'user-agent': 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)' });
    expect(await tracked.events(journeyId)).toMatchObject([{ kind: 'opened', evidence: 'bot', data: { because: 'bot' } }]);
  });

  test('is the same and keeps nothing for whoever never agreed, has withdrawn since, wants no mails any more, or guesses', async () => {
    const [never, withdrawn, unsubscribed, suppressed] = await Promise.all([tracked.person(), tracked.person(), tracked.person(), tracked.person()]);
    for (const { prospectId } of [withdrawn, unsubscribed, suppressed]) await agree(prospectId, true);
    await agree(withdrawn.prospectId, false);
    await tracked.request('POST', `/u/${unsubscribed.tokens.unsubscribe}`, { body: 'List-Unsubscribe=One-Click' });
    await suppress(tracked.store, { prospectId: suppressed.prospectId, medium: 'email', reason: 'complained' });

    const tokens = [...[never, withdrawn, unsubscribed, suppressed].map((person) => person.tokens.open), never.tokens.click, '2222222222', 'x'];
    const answers = await Promise.all(tokens.map((token) => tracked.get(`/o/${token}.gif`)));
    expect(new Set(answers.map(({ status, body, headers }) => `${status} ${headers['content-type']} ${body.length}`)).size).toBe(1);
    const opened = await tracked.store.selectFrom('events').select('id').where('kind', '=', 'opened').where('prospect_id', 'in', [never, withdrawn, unsubscribed, suppressed].map((person) => person.prospectId)).execute();
    expect(opened).toEqual([]);
  });

  test('who wants no mails any more has withdrawn it for good: agreeing to mails again does not bring it back', async () => {
    const { tokens, prospectId } = await tracked.person();
    await agree(prospectId, true);
    await tracked.request('POST', `/u/${tokens.unsubscribe}`, { body: 'List-Unsubscribe=One-Click' });
    const answers = await tracked.store.selectFrom('consents').select(['purpose', 'granted', 'source']).where('prospect_id', '=', prospectId).where('purpose', '=', 'open-tracking').orderBy('id').execute();
    expect(answers).toEqual([
      { purpose: 'open-tracking', granted: true, source: 'test' },
      { purpose: 'open-tracking', granted: false, source: 'unsubscribe-page' },
    ]);
  });
});
