import { generateKeyPairSync } from 'node:crypto';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import type { Mail, MailProvider } from '../../../activities/email/mail-provider.ts';
import { createSmtp } from '../../../activities/email/smtp.ts';
import { readSmtpUrl } from '../../../activities/email/smtp-url.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { askFor, domain, keptAt, letter as plain, refusal, touch } from './mail-under-test.ts';

const letter: Mail = {
  ...plain,
  from: 'Bellebraise & Fils <bonjour@mail.bellebraise.example>',
  subject: 'Merci Jean, parlons de votre prochaine chaudière — déjà l’été, et bientôt l’automne',
  html: `<p>Bonjour Jean, déjà l’été</p><p>${'Une ligne qui ne finit pas. '.repeat(60)}</p>`,
  text: 'Bonjour Jean, déjà l’été\n.une ligne qui commence par un point\n',
};

describe('SMTP, by nodemailer’s parts, against a real server', () => {
  let sandbox: FastifyInstance;
  let url: string;
  let port: number;
  let mail: MailProvider;

  beforeEach(async () => {
    sandbox = await createSandbox({ key: 'key-test', signingKey: 'sign-test', smtp: { port: 0, login: { user: 'parcours', password: 'p@ss/word' } } });
    url = await sandbox.listen({ port: 0, host: '127.0.0.1' });
    port = ((await (await fetch(`${url}/healthz`)).json()) as { smtp: number }).smtp;
    mail = createSmtp({ url: `smtp://parcours:${encodeURIComponent('p@ss/word')}@127.0.0.1:${port}`, domain, timeoutMs: 5_000 });
  });
  afterEach(() => sandbox.close());

  const kept = () => keptAt(url);
  const ask = (fault: object) => askFor(url, { kind: 'smtp', ...fault });

  test('a mail arrives whole, as through Mailgun: both parts, its own Message-Id, one-click unsubscribe', async () => {
    expect(await mail.send(letter)).toEqual({ id: letter.messageId });
    const [arrived] = await kept();
    expect(arrived).toMatchObject({ id: letter.messageId, from: expect.stringContaining('bonjour@mail.bellebraise.example'), to: letter.to, subject: letter.subject, html: letter.html, headers: letter.headers });
    expect(arrived!.text.trim()).toBe(letter.text.trim());
    expect(Object.keys(arrived!.headers).filter((name) => /touch|tag|mailer/i.test(name))).toEqual([]);
  });

  test('one after the other, and many at once, over a few connections', async () => {
    for (const number of [1, 2, 3]) await mail.send({ ...letter, messageId: `${number}@${domain}` });
    await Promise.all(Array.from({ length: 30 }, (_, index) => mail.send({ ...letter, messageId: `m-${index}@${domain}` })));
    expect(new Set((await kept()).map(({ id }) => id)).size).toBe(33);
  });

  test('is signed where we have the key', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
    const signing = createSmtp({ url: `smtp://parcours:${encodeURIComponent('p@ss/word')}@127.0.0.1:${port}`, domain, dkim: { selector: 'parcours', privateKey } });
    await signing.send(letter);
    const signature = (await kept())[0]!.headers['Dkim-Signature'];
    expect(signature).toMatch(/^v=1; a=rsa-sha256;.* d=mail\.bellebraise\.example;.* s=parcours;/);
    // One-click unsubscribe counts only under a signature that covers it (RFC 8058, section 4).
    expect(signature?.toLowerCase()).toMatch(/h=[^;]*list-unsubscribe:list-unsubscribe-post|h=[^;]*list-unsubscribe-post/);
  });

  test.each([
    ['recipient', '450 4.2.1 Mailbox busy', 'RetryableError', 'SmtpBusy'],
    ['message', '451 4.7.1 Greylisted, come back later', 'RetryableError', 'SmtpBusy'],
    ['message', '421 4.3.2 Shutting down', 'RetryableError', 'SmtpBusy'],
    ['recipient', '550 5.1.1 No such user <jean.dupont@courrier.example>', 'PermanentError', 'SmtpRecipientRefused'],
    ['recipient', '554 5.7.1 Relay access denied', 'RetryableError', 'SmtpRelayRefused'],
    ['mail', '553 5.7.1 Sender not yours', 'RetryableError', 'SmtpSenderRefused'],
    ['message', '554 5.6.0 Message content rejected', 'PermanentError', 'SmtpMailRefused'],
    ['message', '552 5.3.4 Message too big', 'PermanentError', 'SmtpMailRefused'],
  ])('refused at the %s by %s is a %s', async (at, answer, name, type) => {
    await ask({ at, answer });
    const error = await refusal(mail.send(letter));
    expect(error).toMatchObject({ name, type, message: expect.stringContaining(touch), ...(name === 'RetryableError' ? { nothingTaken: true } : {}) });
    expect(error.message).not.toContain('jean.dupont');
    expect(await kept()).toEqual([]);
    // The connection is not spoilt for the next.
    expect(await mail.send(letter)).toEqual({ id: letter.messageId });
  });

  test.each(['mail', 'recipient', 'data'])('a connection that breaks at the %s has taken nothing: tried again', async (at) => {
    await ask({ at, answer: 'hang-up' });
    expect(await refusal(mail.send(letter))).toMatchObject({ name: 'RetryableError', type: 'SmtpUnreachable', nothingTaken: true });
    expect(await kept()).toEqual([]);
  });

  test('a receipt that is lost after the mail was handed over whole counts as one: nobody gets it twice', async () => {
    await ask({ at: 'message', answer: 'hang-up' });
    expect(await mail.send(letter)).toEqual({ id: `unconfirmed:${letter.messageId}` });
    expect(await kept()).toHaveLength(1);
    expect(await mail.find(letter.messageId)).toBe('cannot-tell');
  });

  test('a wrong password, no server, and one that does not answer are retryable, and say where to look', async () => {
    const stranger = createSmtp({ url: `smtp://parcours:guessed@127.0.0.1:${port}`, domain });
    const unknown = await refusal(stranger.send(letter));
    expect(unknown).toMatchObject({ name: 'RetryableError', type: 'SmtpUnauthorized', nothingTaken: true, message: expect.stringContaining('SMTP_URL') });
    expect(unknown.message).not.toContain('guessed');
    const silent = await serving(() => {});
    const impatient = createSmtp({ url: silent.url, domain, timeoutMs: 80 });
    expect(await refusal(impatient.send(letter))).toMatchObject({ name: 'RetryableError', type: 'SmtpUnreachable', nothingTaken: true });
    await silent.close();
    expect(await refusal(impatient.send(letter))).toMatchObject({ name: 'RetryableError', type: 'SmtpUnreachable', nothingTaken: true });
  });

  test('a server that takes nothing from us at all costs nobody their mail', async () => {
    const closed = await serving((socket) => void socket.end('554 5.7.1 Your address is on a block list\r\n'));
    expect(await refusal(createSmtp({ url: closed.url, domain }).send(letter))).toMatchObject({ name: 'RetryableError', type: 'SmtpServerRefused', nothingTaken: true });
    await closed.close();
  });

  test('who waits for a connection waits within the time of a mail, and is told that nothing was handed over', async () => {
    const silent = await serving(() => {});
    const one = createSmtp({ url: silent.url, domain, timeoutMs: 400, connections: 1 });
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => refusal(one.send(letter))));
    expect(first).toMatchObject({ type: 'SmtpUnreachable' });
    for (const other of others) expect(other).toMatchObject({ name: 'RetryableError', type: 'SmtpNoConnection', nothingTaken: true });
    // Its place is free again.
    expect(await refusal(one.send(letter))).toMatchObject({ type: 'SmtpUnreachable' });
    await silent.close();
  });

  test('a connection that breaks while the mail is on its way has not taken it; a long one arrives whole', async () => {
    const long = { ...letter, html: `<p>${'Une longue histoire. '.repeat(600_000)}</p>` };
    const breaking = await serving((socket) => {
      const answers = ['250 breaking', '250 2.1.0 Ok', '250 2.1.5 Ok', '354 Go on'];
      socket.write('220 breaking ESMTP\r\n');
      let heard = 0;
      socket.on('data', (bytes) => {
        const answer = answers.shift();
        if (answer) return void socket.write(`${answer}\r\n`);
        heard += bytes.length;
        if (heard > 100_000) socket.destroy();
      });
    });
    expect(await refusal(createSmtp({ url: breaking.url, domain }).send(long))).toMatchObject({ name: 'RetryableError', type: 'SmtpUnreachable', nothingTaken: false });
    await breaking.close();
    expect(await mail.send(long)).toEqual({ id: letter.messageId });
    expect((await kept()).map(({ html }) => html.length)).toEqual([long.html.length]);
  });

  test('no TLS where it is needed, no mail', async () => {
    const careful = createSmtp({ url: `smtp://localhost.localdomain.invalid:${port}`, domain });
    expect(await refusal(careful.send(letter))).toMatchObject({ type: 'SmtpUnreachable' });
    expect(readSmtpUrl('smtp://u:p@smtp.brand.example')).toEqual({ host: 'smtp.brand.example', port: 587, secure: false, requireTLS: true, auth: { user: 'u', pass: 'p' }, named: 'smtp://smtp.brand.example' });
    expect(readSmtpUrl('smtps://smtp.brand.example')).toMatchObject({ port: 465, secure: true });
    expect(readSmtpUrl('smtp://relay.lan:25?tls=optional')).toMatchObject({ requireTLS: false });
    expect(readSmtpUrl('smtp://u:p@relay.lan:25?tls=optional')).toMatchObject({ requireTLS: true });
    expect(() => readSmtpUrl('https://u:secret@smtp.example')).toThrow('Expected SMTP_URL to be such as smtp://user:password@host:587 or smtps://host:465, got something else.');
  });

  test('what would go out broken is not handed over', async () => {
    expect(await refusal(mail.send({ ...letter, subject: 'Bonjour\r\nBcc: b@x.example' }))).toMatchObject({ type: 'BadHeader' });
    expect(await refusal(mail.send({ ...letter, to: 'jean@раураl.com' }))).toMatchObject({ type: 'BadAddress' });
    expect(await kept()).toEqual([]);
  });
});

/** A server of a few words. */
async function serving(answer: (socket: Socket) => void): Promise<{ readonly url: string; close(): Promise<void> }> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => socket.destroy()));
    answer(socket);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.close(() => closed());
      for (const socket of sockets) socket.destroy();
    });
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
