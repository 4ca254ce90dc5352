import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { startConfirmation } from '../../client/index.ts';
import { createSandbox } from '../../sandbox/index.ts';
import { findConsentRequest, requestConsent } from '../../store/consent-requests.ts';
import { makeToken } from '../../store/index.ts';
import { createWorker } from '../../worker/create-worker.ts';
import { workerSettings } from '../../worker/settings.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';

interface Arrived {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

let store: TestStore;
let temporal: TestTemporal;
let sandbox: FastifyInstance;
let url: string;
beforeAll(async () => {
  [store, temporal, sandbox] = await Promise.all([testStore(), testTemporal(), createSandbox({ key: 'k', signingKey: 's' })]);
  url = await sandbox.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await sandbox.close();
  await temporal.close();
  await store.destroy();
});

const arrived = async (): Promise<Arrived[]> => ((await (await fetch(`${url}/sandbox/messages`)).json()) as { messages: Arrived[] }).messages;

test('a mail asks the mailbox to confirm, once, though its workflow is started twice and the provider’s answer is lost', async () => {
  await store.insertInto('prospects').values({ id: 'p-001', facts: '{}' }).execute();
  const token = makeToken();
  const request = {
    id: 'request-1',
    token,
    prospectId: 'p-001',
    journeyId: 'spring/p-001',
    touch: 'renewal-postcard/1',
    scenarioVersion: 'boiler-renewal.v1',
    source: 'personal-page:boiler-check',
  };
  await store.transaction().execute((transaction) =>
    requestConsent(transaction, {
      ...request,
      consents: [{ medium: 'email', wording: 'boiler-renewal/boiler-check/email/1 en: I agree to get advice by email.' }],
      email: 'camille@courriel.example',
      locale: 'en-GB',
      validFor: 7 * 86_400_000,
    }),
  );
  await fetch(`${url}/sandbox/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'lose-answer', count: 1 }) });
  const settings = workerSettings({
    ...{ DATABASE_URL: store.databaseUrl, DATABASE_SCHEMA: store.schemaName, PARCOURS_PUBLIC_URL: 'https://go.bellebraise.example', MAILGUN_URL: url, MAILGUN_API_KEY: 'k' },
    ...{ MAILGUN_LOOK_UP_AFTER_MS: '100', MAILGUN_DOMAIN: 'mail.example', MAIL_FROM: 'Bellebraise <bonjour@mail.example>' },
  });
  const worker = await createWorker({ settings, connection: temporal.nativeConnection, client: temporal.client, store });
  await worker.runUntil(async () => {
    for (let times = 0; times < 2; times += 1) await startConfirmation(temporal.client, { requestId: request.id, taskQueue: settings.PARCOURS_TASK_QUEUE });
    await temporal.client.workflow.getHandle(`consent/${request.id}`).result();
  });
  expect((await findConsentRequest(store, { id: request.id }))?.status).toBe('sent');
  const mails = await arrived();
  expect(mails).toHaveLength(1);
  expect([mails[0]!.to, mails[0]!.subject]).toEqual(['camille@courriel.example', 'Confirm your address for Bellebraise']);
  expect(mails[0]!.text.replace(token, 'TOKEN')).toMatchInlineSnapshot(`
   "Bellebraise

   Just one click

   On your personal page you left this email address with Bellebraise, and said
   yes to this:

   I agree to get advice by email.

   Confirm my address <https://go.bellebraise.example/k/TOKEN>

   The link is good for seven days. It opens a page where a button confirms;
   nothing changes before that.

   It was not you? Delete this message: without confirmation we will not write to
   this address.

   Bellebraise SAS, 12 quai des Tisserands, 00400 Valbraise-les-Forges ·
   bonjour@bellebraise.example
   "
  `);
  // Whose mailbox it is stays out of Temporal.
  const history = JSON.stringify(await temporal.client.workflow.getHandle(`consent/${request.id}`).fetchHistory());
  expect(history).not.toMatch(/camille|courriel/);
}, 60_000);
