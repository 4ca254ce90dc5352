import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createMailgun } from '../../activities/email/mailgun.ts';
import { createSandbox, type SandboxOptions } from '../../sandbox/index.ts';
import { receiveWebhooks, until } from './receiver.ts';

const domain = 'mail.bellebraise.example';
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(statuses: number[] = [], options: Partial<SandboxOptions> = {}) {
  const receiver = await receiveWebhooks(statuses);
  const sandbox = await createSandbox({ key: 'key-test', signingKey: 'sign-test', webhookUrl: receiver.url, deliverAfterMs: 1, retryAfterMs: [1, 1, 1], ...options });
  const url = await sandbox.listen({ port: 0, host: '127.0.0.1' });
  const mail = createMailgun({ url, key: 'key-test', domain });
  const send = (to: string, touch = 'spring/p-001/thank-you/1') =>
    mail.send({ messageId: `m-${to}`, from: `hello@${domain}`, to, subject: 'Hello', html: '<p>Hello</p>', text: 'Hello', headers: {}, tags: ['thank-you', 'warm'], touch });
  closing.push(() => sandbox.close(), receiver.close);
  return { ...receiver, sandbox, send, url };
}

describe('what Mailgun would tell', () => {
  test('a mail is accepted, then delivered, told in its shape and signed', async () => {
    const { send, received, events } = await start();
    await send('jean@courrier.example');
    await until(() => events().length === 2);

    expect(events().sort()).toEqual(['accepted', 'delivered']);
    for (const { signature } of received) {
      expect(signature.signature).toBe(createHmac('sha256', 'sign-test').update(signature.timestamp + signature.token).digest('hex'));
      expect(signature.token).toMatch(/^[0-9a-f]{50}$/);
      expect(Math.abs(Number(signature.timestamp) - Date.now() / 1_000)).toBeLessThan(60);
    }
    expect(received.find((webhook) => webhook['event-data'].event === 'delivered')!['event-data']).toMatchObject({
      id: expect.any(String),
      timestamp: expect.any(Number),
      recipient: 'jean@courrier.example',
      tags: ['thank-you', 'warm'],
      'user-variables': { touch: 'spring/p-001/thank-you/1' },
      message: { headers: { 'message-id': 'm-jean@courrier.example', subject: 'Hello' } },
    });
  });

  test.each([
    ['jean.bounce@courrier.example', ['accepted', 'failed permanent']],
    ['complainer@courrier.example', ['accepted', 'complained', 'delivered']],
    ['jean+defer@courrier.example', ['accepted', 'delivered', 'failed temporary']],
    ['bob@bounce.example', ['accepted', 'delivered']],
  ])('%s', async (to, fate) => {
    const { send, received } = await start();
    await send(to);
    await until(() => received.length === fate.length);
    expect(received.map(({ 'event-data': { event, severity } }) => (severity ? `${event} ${severity}` : event)).sort()).toEqual(fate);
  });
});

describe('a receiver in trouble', () => {
  test('is told again, with the same event and the same signature, until it takes it', async () => {
    const { send, received } = await start([500, 503]);
    await send('jean.bounce@courrier.example');
    await until(() => received.length === 4);
    const ids = new Set(received.map((webhook) => webhook['event-data'].id));
    expect(ids.size).toBe(2);
    expect(new Set(received.map(({ signature }) => signature.token)).size).toBe(2);
  });

  test('says 406 and is not told again', async () => {
    const { send, received, events } = await start([406]);
    await send('jean@courrier.example');
    await until(() => received.length === 2);
    await send('paul@courrier.example');
    await until(() => events().filter((event) => event === 'delivered').length === 2);
    expect(received).toHaveLength(4);
  });

  test('is given up after the last try', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const { send, received } = await start(Array.from({ length: 99 }, () => 500), { folder });
    await send('jean.bounce@courrier.example');
    await until(async () => (await readFile(join(folder, 'mailgun.jsonl'), 'utf8')).match(/"told"/g)?.length === 2);
    expect(received).toHaveLength(8);
  });
});

test('what was kept in a folder is there after a restart, half a last line left out, and what was not told yet is told then', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const before = await start([500, 500], { folder, retryAfterMs: [3_600_000] });
  await before.send('jean.bounce@courrier.example');
  await until(() => before.received.length === 2);
  await before.sandbox.close();
  await appendFile(join(folder, 'mailgun.jsonl'), '{"mail":{"num');

  const after = await start([], { folder });
  await until(() => after.received.length === 2);
  expect(after.events().sort()).toEqual(['accepted', 'failed']);
  expect(await (await fetch(`${after.url}/healthz`)).json()).toEqual({ status: 'ok', mails: 1 });
  await after.send('paul@courrier.example');
  expect(await (await fetch(`${after.url}/sandbox/messages?since=1`)).json()).toMatchObject({ cursor: 2, messages: [{ number: 2, to: 'paul@courrier.example' }] });
});
