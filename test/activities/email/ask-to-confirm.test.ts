import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { askToConfirm, type AskToConfirmDeps } from '../../../activities/email/ask-to-confirm.ts';
import { createSmtp } from '../../../activities/email/smtp.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { contentOf } from '../../../scenarios/content/index.ts';
import { findConsentRequest, requestConsent } from '../../../store/consent-requests.ts';
import { makeToken } from '../../../store/tokens.ts';
import { testStore, type TestStore } from '../../setup/store.ts';
import { askFor, domain, keptAt, refusal } from './mail-under-test.ts';

let store: TestStore;
let sandbox: FastifyInstance;
let url: string;
let deps: AskToConfirmDeps;
beforeAll(async () => {
  [store, sandbox] = await Promise.all([testStore(), createSandbox({ key: 'key', signingKey: 'sign', smtp: { port: 0 } })]);
  url = await sandbox.listen({ port: 0, host: '127.0.0.1' });
  const { smtp } = (await (await fetch(`${url}/healthz`)).json()) as { smtp: number };
  deps = { store, mail: createSmtp({ url: `smtp://127.0.0.1:${smtp}`, domain, timeoutMs: 2_000 }), contentOf, publicUrl: 'https://go.bellebraise.example', from: `Bellebraise <bonjour@${domain}>`, domain, lease: 5_000 };
});
afterAll(async () => {
  await sandbox.close();
  await store.destroy();
});

let requests = 0;
let requestId: string;
/** Somebody's yes on a page, of their own for each test. */
beforeEach(async () => {
  requestId = `request-${++requests}`;
  await store.insertInto('prospects').values({ id: `p-${requests}`, facts: '{}' }).execute();
  const asked = { id: requestId, token: makeToken(), prospectId: `p-${requests}`, journeyId: `spring/p-${requests}`, touch: 'renewal-postcard/1', scenarioVersion: 'boiler-renewal.v1' };
  const consents = [{ medium: 'email' as const, wording: 'boiler-renewal/boiler-check/email/1 en: I agree to get advice by email.' }];
  await store.transaction().execute((transaction) => requestConsent(transaction, { ...asked, consents, source: 'personal-page:boiler-check', email: `${requestId}@courriel.example`, locale: 'en-GB', validFor: 86_400_000 }));
});

const ask = () => askToConfirm(deps, { requestId });
const status = async () => (await findConsentRequest(store, { id: requestId }))?.status;
const mails = async () => (await keptAt(url)).filter(({ to }) => to === `${requestId}@courriel.example`);

test.each([
  ['is busy', { at: 'message', answer: '451 4.7.1 Greylisted, come back later' }],
  ['breaks the connection before it has the mail', { at: 'data', answer: 'hang-up' }],
])('a server that can’t be asked, and %s, gets the mail at the next attempt', async (_, fault) => {
  await askFor(url, { kind: 'smtp', ...fault });
  expect(await refusal(ask())).toMatchObject({ name: 'RetryableError' });
  expect([await status(), await mails()]).toEqual(['asked', []]);
  expect(await ask()).toBe('sent');
  expect(await ask()).toBe('sent');
  expect([await status(), (await mails()).length]).toEqual(['sent', 1]);
});

test('one whose receipt is lost counts as sent, and nobody gets it twice', async () => {
  await askFor(url, { kind: 'smtp', at: 'message', answer: 'hang-up' });
  expect(await ask()).toBe('sent');
  expect(await ask()).toBe('sent');
  expect(await mails()).toHaveLength(1);
});

test('an attempt that was killed halfway is waited for, and then not repeated: rather no mail than two', async () => {
  const killedAt = (until: Date) => store.updateTable('consent_requests').set({ lease_until: until }).where('id', '=', requestId).execute();
  await killedAt(new Date(Date.now() + 60_000));
  expect(await refusal(ask())).toMatchObject({ type: 'AttemptUnderWay', retryAfterMs: expect.any(Number) });
  await killedAt(new Date(Date.now() - 1));
  expect(await ask()).toBe('sent');
  expect([await status(), await mails()]).toEqual(['sent', []]);
});

test('two attempts at the same moment send one mail', async () => {
  const results = await Promise.allSettled([ask(), ask(), ask()]);
  expect(results.some(({ status: became }) => became === 'fulfilled')).toBe(true);
  expect(await mails()).toHaveLength(1);
});

test('a mailbox that the server refuses for good gets none, and its page asks again', async () => {
  await askFor(url, { kind: 'smtp', at: 'recipient', answer: '550 5.1.1 No such user' });
  expect(await refusal(ask())).toMatchObject({ name: 'PermanentError', type: 'SmtpRecipientRefused' });
  expect(await status()).toBe('failed');
  expect(await ask()).toBe('failed');
  expect(await mails()).toEqual([]);
});

test('it waits for no turn, since its reader does, and counts in the pace of its receiver', async () => {
  const paced = { ...deps, pace: { rates: { '*': 0.001 } } };
  const next = async () => (await store.selectFrom('mail_slots').select('next_at').where('receiver', '=', 'others').executeTakeFirst())?.next_at.getTime();
  await store.insertInto('mail_slots').values({ receiver: 'others', next_at: new Date(Date.now() + 3_600_000), day: new Date().toISOString().slice(0, 10), taken: 1 }).execute();
  const before = await next();
  expect(await askToConfirm(paced, { requestId })).toBe('sent');
  expect(await mails()).toHaveLength(1);
  expect(Math.round((await next())! - before!)).toBe(1_000_000);
});
