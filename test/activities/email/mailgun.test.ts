import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ApplicationFailure } from '@temporalio/common';
import type { FastifyInstance } from 'fastify';
import { toApplicationFailure } from '../../../activities/application-failure.ts';
import { PermanentError, RetryableError } from '../../../activities/errors.ts';
import type { MailProvider } from '../../../activities/email/mail-provider.ts';
import { createMailgun } from '../../../activities/email/mailgun.ts';
import { fromMailgun } from '../../../activities/email/mailgun-error.ts';
import { messageIdOf } from '../../../activities/email/message-id.ts';
import { retryAfterMs } from '../../../activities/email/retry-after.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { askFor, domain, keptAt, letter, refusal, touch } from './mail-under-test.ts';

describe('Mailgun, by its own client, against the sandbox', () => {
  let sandbox: FastifyInstance;
  let url: string;
  let mail: MailProvider;

  beforeEach(async () => {
    sandbox = await createSandbox({ key: 'key-test', signingKey: 'sign-test', domain });
    url = await sandbox.listen({ port: 0, host: '127.0.0.1' });
    mail = createMailgun({ url, key: 'key-test', domain });
  });
  afterEach(() => sandbox.close());

  const kept = () => keptAt(url);
  const ask = (fault: object) => askFor(url, fault);

  test('a mail arrives whole: both parts, its own Message-Id, one-click unsubscribe, the touch and the tags; tracking is off', async () => {
    expect(await mail.send(letter)).toEqual({ id: letter.messageId });

    const [arrived] = await kept();
    expect(arrived).toMatchObject({
      id: letter.messageId,
      from: letter.from,
      to: letter.to,
      subject: letter.subject,
      html: letter.html,
      text: letter.text,
      headers: {
        'Message-Id': `<${letter.messageId}>`,
        'List-Unsubscribe': '<https://parcours.example/u/7KQ9XM2PAB>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
      tags: ['thank-you', 'warm'],
      variables: { touch },
    });
    expect(await (await fetch(`${url}/mail/1?view=headers`)).text()).toContain('<dt>Option tracking</dt><dd>no</dd>');
  });

  test('an answer is lost after acceptance: the error is retryable, and the mail is found, so that it is not sent twice', async () => {
    await ask({ kind: 'lose-answer' });
    expect(await mail.find(letter.messageId)).toBeUndefined();

    const error = await refusal(mail.send(letter));
    expect(error).toBeInstanceOf(RetryableError);
    expect(error.type).toBe('MailgunUnreachable');

    expect(await mail.find(letter.messageId)).toEqual({ id: letter.messageId });
    expect(await mail.find(messageIdOf('spring/p-002/thank-you/1', domain))).toBeUndefined();
    expect(await kept()).toHaveLength(1);
  });

  test('a busy Mailgun is waited for as long as it asks; whoever asks at the same time is not mixed up', async () => {
    await ask({ kind: 'throttle', retryAfter: 7 });
    await ask({ kind: 'throttle', retryAfter: 41 });
    await ask({ kind: 'fail-next', status: 503 });
    const waits = await Promise.all([1, 2, 3].map(async () => ((await refusal(mail.send(letter))) as RetryableError).retryAfterMs));
    expect(waits.sort()).toEqual([41_000, 7_000, undefined]);

    await mail.send(letter);
    expect(await kept()).toHaveLength(1);
  });

  test('trouble at Mailgun is retryable, without a wait when it names none', async () => {
    await ask({ kind: 'fail-next', status: 500, count: 2 });
    const error = await refusal(mail.send(letter));
    expect(error).toMatchObject({ name: 'RetryableError', type: 'MailgunTrouble', retryAfterMs: undefined });
    expect((toApplicationFailure(await refusal(mail.send(letter))) as ApplicationFailure).nonRetryable).toBe(false);
  });

  test('a page in place of Mailgun’s answer has taken nothing, and is no proof that nothing was taken before', async () => {
    await ask({ kind: 'web-page', count: 2 });
    expect(await refusal(mail.send(letter))).toMatchObject({ name: 'RetryableError', type: 'MailgunTrouble', message: expect.stringContaining('MAILGUN_URL') });
    expect(await refusal(mail.find(letter.messageId))).toMatchObject({ name: 'RetryableError', type: 'MailgunTrouble' });
    expect(await kept()).toEqual([]);
  });

  test('in test mode Mailgun is told so', async () => {
    await createMailgun({ url, key: 'key-test', domain, testMode: true }).send(letter);
    expect(await (await fetch(`${url}/mail/1?view=headers`)).text()).toContain('<dt>Option testmode</dt><dd>yes</dd>');
  });

  test('no Mailgun there at all is retryable', async () => {
    await sandbox.close();
    expect(await refusal(mail.send(letter))).toMatchObject({ name: 'RetryableError', type: 'MailgunUnreachable', message: expect.stringContaining('got ECONNREFUSED') });
  });

  test('a Mailgun that does not answer in time is retryable', async () => {
    const silent = (await import('node:net')).createServer(() => {});
    await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
    const { port } = silent.address() as { port: number };
    const impatient = createMailgun({ url: `http://127.0.0.1:${port}`, key: 'key-test', domain, timeoutMs: 50 });
    expect(await refusal(impatient.send(letter))).toMatchObject({ name: 'RetryableError', type: 'MailgunUnreachable', message: expect.stringContaining('ECONNABORTED') });
    silent.close();
  });

  test('a wrong key or domain is for an operator to mend: retryable, and the error says which setting to look at', async () => {
    const stranger = createMailgun({ url, key: 'key-wrong', domain });
    expect(await refusal(stranger.send(letter))).toMatchObject({ name: 'RetryableError', type: 'MailgunUnauthorized', message: expect.stringContaining('MAILGUN_API_KEY') });
    expect(await refusal(stranger.find('x'))).toMatchObject({ name: 'RetryableError', type: 'MailgunUnauthorized' });
    const lost = createMailgun({ url, key: 'key-test', domain: 'other.example' });
    expect(await refusal(lost.send(letter))).toMatchObject({ name: 'RetryableError', type: 'MailgunNotFound', message: expect.stringContaining('MAILGUN_DOMAIN') });
    await ask({ kind: 'fail-next', status: 403 });
    expect(await refusal(mail.send(letter))).toMatchObject({ name: 'RetryableError', type: 'MailgunForbidden' });
  });

  test.each([
    [413, 'MailgunTooLarge'],
    [422, 'MailgunRefused'],
  ])('status %i is permanent', async (status, type) => {
    await ask({ kind: 'fail-next', status });
    expect(await refusal(mail.send(letter))).toMatchObject({ name: 'PermanentError', type });
  });

  test('a mail that Mailgun finds wrong is permanent, and told apart from the network, which its client reports as 400 too', async () => {
    expect(await refusal(mail.send({ ...letter, from: 'nobody' }))).toMatchObject({
      name: 'PermanentError',
      type: 'MailgunBadRequest',
      message: expect.stringContaining("got 400 'from parameter is not a valid address. please check documentation'"),
    });
  });

  test('what would reach further people or make further headers is never posted, and no error tells the address', async () => {
    for (const to of ['a@x.example, b@x.example', 'jean <a@x.example>', 'jean', 'a@x.example\r\nBcc: b@x.example']) {
      const error = await refusal(mail.send({ ...letter, to }));
      expect(error).toMatchObject({ name: 'PermanentError', type: 'BadAddress' });
      expect(error.message).not.toContain('x.example');
    }
    expect(await refusal(mail.send({ ...letter, subject: 'Bonjour\r\nBcc: b@x.example' }))).toMatchObject({ type: 'BadHeader' });
    expect(await refusal(mail.send({ ...letter, headers: { 'X-Note': 'a\nb' } }))).toMatchObject({ type: 'BadHeader' });
    expect(await kept()).toEqual([]);
  });
});

test('the Message-Id is the same at every try and tells nobody who it is about', () => {
  expect(messageIdOf(touch, domain)).toBe(messageIdOf(touch, domain));
  expect(messageIdOf(touch, domain)).toMatch(/^[0-9a-f]{40}@mail\.bellebraise\.example$/);
  expect(messageIdOf('spring/p-001/thank-you/2', domain)).not.toBe(messageIdOf(touch, domain));
});

test('what Mailgun quotes of a person does not reach the history', () => {
  const quoting = Object.assign(new Error('Bad Request'), { status: 400, details: "'to': Jean <jean.dupont@courrier.example> is not deliverable" });
  const error = fromMailgun(quoting, { what: 'send', domain, url: 'https://api.eu.mailgun.net', retryAfter: undefined, lookUpAfter: 30_000 });
  expect(error.message).toBe(`Expected Mailgun to take a mail for ${domain}, got 400 ''to': Jean <(an address)> is not deliverable'. Correct the mail: the same one will be refused again.`);
});

test('Retry-After is read in seconds or as a date', () => {
  expect(retryAfterMs('120')).toBe(120_000);
  expect(retryAfterMs('Sun, 22 Nov 2026 22:00:30 GMT', Date.UTC(2026, 10, 22, 22))).toBe(30_000);
  expect(retryAfterMs('Sun, 22 Nov 2026 22:00:30 GMT', Date.UTC(2026, 10, 22, 23))).toBe(0);
  expect(retryAfterMs('soon')).toBeUndefined();
  expect(retryAfterMs(undefined)).toBeUndefined();
});

test('Temporal is told which errors to retry and when, and nothing that was attached to them', () => {
  expect(toApplicationFailure(new PermanentError('BadSubject', 'Expected one line.'))).toMatchObject({ type: 'BadSubject', message: 'Expected one line.', nonRetryable: true });
  const busy = toApplicationFailure(new RetryableError('MailgunBusy', 'Later.', { retryAfterMs: 7_000 }));
  expect(busy).toMatchObject({ type: 'MailgunBusy', nonRetryable: false, nextRetryDelay: 7_000 });
  expect((busy as ApplicationFailure).cause).toBeUndefined();
  const other = new Error('other');
  expect(toApplicationFailure(other)).toBe(other);
});
