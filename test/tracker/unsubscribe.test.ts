import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recordConsent } from '../../store/index.ts';
import { textOf, trackerUnderTest, until, type TrackerUnderTest } from './tracker-under-test.ts';

let tracked: TrackerUnderTest;
beforeAll(async () => {
  tracked = await trackerUnderTest();
});
afterAll(() => tracked.close());

const consents = (prospectId: string) => tracked.store.selectFrom('consents').select(['medium', 'granted', 'source']).where('prospect_id', '=', prospectId).orderBy('id').execute();

describe('unsubscribing', () => {
  test('by GET only explains', async () => {
    const { tokens, journeyId, prospectId } = await tracked.person();
    const page = await tracked.get(`/u/${tokens.unsubscribe}`);
    expect(page.status).toBe(200);
    expect(textOf(page.body).split('\n').slice(0, 4)).toEqual([
      'Ne plus recevoir nos e-mails\u00a0?',
      'Vous ne recevrez plus d’e-mail de notre part, ni d’invitation à nous suivre sur les réseaux.',
      'Rien ne change tant que vous n’avez pas confirmé.',
      'Me désinscrire',
    ]);
    expect(await tracked.events(journeyId)).toEqual([]);
    expect(await consents(prospectId)).toEqual([]);
  });

  test('by one click of a mailbox (RFC 8058) withdraws from mails and invitations, once, and tells the journey', async () => {
    const { tokens, journeyId, prospectId } = await tracked.person();
    await recordConsent(tracked.store, { prospectId, medium: 'email', granted: true, source: 'import' });
    for (const _ of ['once', 'repeated']) {
      const answer = await tracked.form(`/u/${tokens.unsubscribe}`, { 'List-Unsubscribe': 'One-Click' });
      expect(answer.status).toBe(200);
      expect(textOf(answer.body)).toContain('C’est fait');
    }
    expect(await tracked.events(journeyId)).toMatchObject([{ kind: 'unsubscribe', evidence: 'human', touch: 'thank-you/1', data: { medium: 'email' } }]);
    expect(await consents(prospectId)).toEqual([
      { medium: 'email', granted: true, source: 'import' },
      { medium: 'email', granted: false, source: 'unsubscribe-page' },
      { medium: 'social', granted: false, source: 'unsubscribe-page' },
    ]);
    expect(await tracked.suppressions(prospectId)).toEqual({ email: 'unsubscribed', social: 'unsubscribed' });
    await until('the journey to be told', () => tracked.temporal.told.some((told) => told.journeyId === journeyId));
  });

  test('from a mailpiece takes the postal address off, in the reader’s language', async () => {
    const { tokens, journeyId, prospectId } = await tracked.person({ locale: 'en-GB' });
    expect(textOf((await tracked.get(`/u/${tokens.qr}`)).body)).toContain('Stop receiving our letters?');
    const multipart = '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n';
    const answer = await tracked.request('POST', `/u/${tokens.qr}`, { headers: { 'content-type': 'multipart/form-data; boundary=b' }, body: multipart });
    expect(answer.status).toBe(200);
    expect(await tracked.events(journeyId)).toMatchObject([{ kind: 'unsubscribe', data: { medium: 'print' } }]);
    expect(await consents(prospectId)).toEqual([{ medium: 'print', granted: false, source: 'unsubscribe-page' }]);
  });
});
