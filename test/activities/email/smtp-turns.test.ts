import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { campaignLookup } from '../../../activities/campaign-lookup.ts';
import { sendEmail, type SendEmailDeps } from '../../../activities/email/send-email.ts';
import { createSmtp } from '../../../activities/email/smtp.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { content } from '../../../scenarios/boiler-renewal/content.ts';
import { createCampaign, enterAudience, type Campaign } from '../../../store/campaigns.ts';
import { saveProspects } from '../../../store/prospects.ts';
import { testStore, type TestStore } from '../../setup/store.ts';
import { someone } from '../../setup/world.ts';
import { askFor, domain, keptAt, refusal } from './mail-under-test.ts';

const campaign: Campaign = { id: 'spring', scenario: 'boiler-renewal', version: 1, goal: ['purchase'], clock: { epoch: 0, speed: 1 }, holdout: 0, seed: 's', pace: 10, printEvery: 86_400_000 };
const ids = ['a', 'b', 'c', 'd'];
let store: TestStore;
let sandbox: FastifyInstance;
let url: string;
let deps: Omit<SendEmailDeps, 'mail'>;
let port: number;
beforeAll(async () => {
  [store, sandbox] = await Promise.all([testStore(), createSandbox({ key: 'key', signingKey: 'sign', smtp: { port: 0 } })]);
  url = await sandbox.listen({ port: 0, host: '127.0.0.1' });
  port = ((await (await fetch(`${url}/healthz`)).json()) as { smtp: number }).smtp;
  await createCampaign(store, campaign);
  await saveProspects(store, ids.map((id) => someone(id)));
  await enterAudience(store, campaign, ids);
  deps = { store, campaigns: campaignLookup(store), contentOf: () => content, publicUrl: 'https://go.example', from: `B <b@${domain}>`, domain, lease: 5_000 };
});
afterAll(async () => {
  await sandbox.close();
  await store.destroy();
});

const send = (more: Pick<SendEmailDeps, 'mail' | 'pace'>, id: string) =>
  sendEmail({ ...deps, ...more }, 'email', { journeyId: `spring/${id}`, at: Date.now(), order: { touch: 'thank-you/1', at: Date.now(), message: 'thank-you', medium: 'email', props: { interest: 'service', store: 'Les Forges' } } });
const touch = (id: string) => store.selectFrom('touches').select(['status', 'slot_at', 'lease_until']).where('journey_id', '=', `spring/${id}`).executeTakeFirstOrThrow();

test('a mail that an SMTP server does not take now comes again in a turn behind the others', async () => {
  const mail = createSmtp({ url: `smtp://127.0.0.1:${port}`, domain });
  const pace = { rates: { '*': 0.01 } };
  await askFor(url, { kind: 'smtp', at: 'recipient', answer: '450 4.2.1 Mailbox busy' });
  expect(await refusal(send({ mail, pace }, 'a'))).toMatchObject({ type: 'SmtpBusy' });
  const { slot_at: later } = await touch('a');
  expect(later!.getTime()).toBeGreaterThan(Date.now() + 60_000);
  expect(await refusal(send({ mail, pace }, 'a'))).toMatchObject({ type: 'Paced' });
  expect(await keptAt(url)).toEqual([]);
});

test('mails that get no connection in time are not taken for sent, and go out once there is one', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => void sockets.push(socket));
  await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
  const stuck = createSmtp({ url: `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`, domain, timeoutMs: 300, connections: 1 });
  const refused = await Promise.all(['b', 'c', 'd'].map((id) => refusal(send({ mail: stuck }, id))));
  expect(refused.map(({ type }) => type).sort()).toEqual(['SmtpNoConnection', 'SmtpNoConnection', 'SmtpUnreachable']);
  for (const id of ['b', 'c', 'd']) expect(await touch(id)).toMatchObject({ status: 'sending', lease_until: -Infinity });
  const mail = createSmtp({ url: `smtp://127.0.0.1:${port}`, domain });
  for (const id of ['b', 'c', 'd']) expect(await send({ mail }, id)).toMatchObject({ sent: true });
  expect(await keptAt(url)).toHaveLength(3);
  sockets.forEach((socket) => socket.destroy());
  await new Promise((closed) => silent.close(closed));
});
