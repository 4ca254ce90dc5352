import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createSmtp } from '../../../activities/email/smtp.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { mailingOf } from '../../../worker/mail-provider.ts';
import { workerSettings } from '../../../worker/settings.ts';
import { domain, keptAt, letter, refusal } from './mail-under-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-tls-'));
const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
// A certificate of the house for this machine, that no authority knows.
execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=relay.house.example', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'], { stdio: 'ignore' });
const ca = readFileSync(cert, 'utf8');
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ['STARTTLS', 'smtp', false],
  ['TLS from the first byte', 'smtps', true],
] as const)('%s', (_, scheme, implicit) => {
  let sandbox: FastifyInstance;
  let url: string;
  let server: string;
  beforeAll(async () => {
    sandbox = await createSandbox({ key: 'key', signingKey: 'sign', smtp: { port: 0, login: { user: 'parcours', password: 'secret' }, tls: { key: readFileSync(key, 'utf8'), cert: ca, implicit } } });
    url = await sandbox.listen({ port: 0, host: '127.0.0.1' });
    const { smtp } = (await (await fetch(`${url}/healthz`)).json()) as { smtp: number };
    server = `${scheme}://parcours:secret@localhost:${smtp}`;
  });
  afterAll(() => sandbox.close());

  test('a server whose authority is named by SMTP_CA gets the mail, whole', async () => {
    const base = { DATABASE_URL: 'postgres://localhost/x', PARCOURS_PUBLIC_URL: 'https://go.example', MAIL_FROM: `B <b@${domain}>` };
    const { mail } = mailingOf(workerSettings({ ...base, MAIL_PROVIDER: 'smtp', SMTP_URL: server, SMTP_CA: cert }));
    expect(await mail.send(letter)).toEqual({ id: letter.messageId });
    await Promise.all([1, 2, 3].map((number) => mail.send({ ...letter, messageId: `${number}@${domain}` })));
    expect((await keptAt(url)).map(({ id, subject }) => [id, subject])).toContainEqual([letter.messageId, letter.subject]);
    expect(await keptAt(url)).toHaveLength(4);
  });

  test('one that nobody vouches for, or that bears another’s name, gets neither mail nor password, and it is tried again', async () => {
    const before = (await keptAt(url)).length;
    const stranger = await refusal(createSmtp({ url: server, domain, timeoutMs: 3_000 }).send(letter));
    expect(stranger).toMatchObject({ name: 'RetryableError', type: 'SmtpUnreachable', message: expect.stringContaining('self-signed certificate') });
    expect(stranger.message).not.toContain('secret');
    const misnamed = await refusal(createSmtp({ url: server.replace('localhost', '127.0.0.2'), ca, domain, timeoutMs: 3_000 }).send(letter));
    expect(misnamed).toMatchObject({ name: 'RetryableError', type: 'SmtpUnreachable' });
    expect(await keptAt(url)).toHaveLength(before);
  });
});

test('a server that offers no STARTTLS where it is required gets nothing', async () => {
  const sandbox = await createSandbox({ key: 'key', signingKey: 'sign', smtp: { port: 0 } });
  const url = await sandbox.listen({ port: 0, host: '127.0.0.1' });
  const { smtp } = (await (await fetch(`${url}/healthz`)).json()) as { smtp: number };
  // By its name this machine is not known to be this machine: TLS is required.
  const careful = createSmtp({ url: `smtp://ip6-localhost.localdomain:${smtp}`, domain, timeoutMs: 2_000 });
  expect(await refusal(careful.send(letter))).toMatchObject({ name: 'RetryableError', type: 'SmtpUnreachable' });
  expect(await keptAt(url)).toEqual([]);
  await sandbox.close();
});
