import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { RetryableError } from '../../../activities/errors.ts';
import { handOver, takeOver, type Lease } from '../../../activities/email/hand-over.ts';
import type { MailProvider } from '../../../activities/email/mail-provider.ts';
import { requestConsent } from '../../../store/consent-requests.ts';
import { takeLease } from '../../../store/sending-lease.ts';
import { makeToken } from '../../../store/tokens.ts';
import { testStore, type TestStore } from '../../setup/store.ts';
import { letter } from './mail-under-test.ts';

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.destroy());

let requests = 0;
let owed: { readonly of: 'consent_requests'; readonly id: string };
beforeEach(async () => {
  const prospectId = `p-${++requests}`;
  owed = { of: 'consent_requests', id: `request-${requests}` };
  await store.insertInto('prospects').values({ id: prospectId, facts: '{}' }).execute();
  const asked = { id: owed.id, token: makeToken(), prospectId, journeyId: `spring/${prospectId}`, touch: 'card/1', scenarioVersion: 'boiler-renewal.v1', consents: [], source: 'test', locale: 'fr-FR', validFor: 86_400_000 };
  await store.transaction().execute((transaction) => requestConsent(transaction, { ...asked, email: `${prospectId}@courriel.example` }));
});

/** A provider that can't be asked. */
function smtp(send: () => Promise<void> = async () => {}) {
  const sent: string[] = [];
  const mail: MailProvider = {
    name: 'smtp',
    find: async () => 'cannot-tell',
    send: async ({ messageId }) => {
      await send();
      sent.push(messageId);
      return { id: messageId };
    },
  };
  return { sent, mail };
}
const LEASE = 10_000;
const hand = (mail: MailProvider, lease: Lease, sendWithin?: number) =>
  handOver({ store, mail, lease: LEASE, ...(sendWithin === undefined ? {} : { sendWithin }) }, { ...owed, ...lease, messageId: letter.messageId, make: () => letter });

test('an attempt that comes to its provider too late for its lease hands nothing over, and the next one does', async () => {
  const { sent, mail } = smtp();
  const lease = await takeOver(store, owed, LEASE);
  await expect(hand(mail, { ...lease, askedAt: lease.askedAt - 6_000 }, 5_000)).rejects.toMatchObject({ type: 'AttemptTooLate' });
  expect(sent).toEqual([]);
  expect(await hand(mail, await takeOver(store, owed, LEASE), 5_000)).toEqual({ id: letter.messageId });
  expect(sent).toHaveLength(1);
});

test('an attempt that outlives its lease gives back none that another has taken: a third one waits', async () => {
  const overtake = async () => {
    await store.updateTable('consent_requests').set({ lease_until: new Date(Date.now() - 1) }).where('id', '=', owed.id).execute();
    expect(await takeLease(store, owed, LEASE)).toEqual({ earlier: 'lost' });
    throw new RetryableError('SmtpBusy', 'Later.', { nothingTaken: true });
  };
  const lease = await takeOver(store, owed, LEASE);
  await expect(hand(smtp(overtake).mail, { ...lease, givenAt: lease.givenAt - LEASE })).rejects.toMatchObject({ type: 'SmtpBusy' });
  await expect(takeOver(store, owed, LEASE)).rejects.toMatchObject({ type: 'AttemptUnderWay' });
});
