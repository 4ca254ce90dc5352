import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], { env: { PATH: process.env['PATH'] ?? '', ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  return { child, said: () => said };
}

test('an environment with faults is refused, every fault named', async () => {
  const { child, said } = run({ SANDBOX_PORT: 'many', SANDBOX_WEBHOOK_URL: 'ftp://x.example' });
  expect(await once(child, 'close')).toEqual([1, null]);
  for (const name of ['SANDBOX_PORT', 'MAILGUN_API_KEY', 'MAILGUN_SIGNING_KEY', 'SANDBOX_WEBHOOK_URL']) expect(said()).toContain(`at ${name}`);
});

test('it says where it listens, answers there, and stops when asked to', async () => {
  const { child, said } = run({ SANDBOX_PORT: '0', MAILGUN_API_KEY: 'k', MAILGUN_SIGNING_KEY: 's', SANDBOX_WEBHOOK_URL: 'http://127.0.0.1:9/hooks/mailgun', LOB_API_KEY: 'test_k', LOB_WEBHOOK_SECRET: 's' });
  while (!said().includes('\n')) await once(child.stdout, 'data');
  const address = /http:\S+/.exec(said())?.[0];
  expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: 'ok', mails: 0 });
  expect((await fetch(`${address}/lob`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
});
