import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { childEnvironment, stackEnvironment } from '../../cli/stack/environment.ts';
import { lobSettings } from '../../worker/lob-settings.ts';
import { useRunningStack, writeStackFile } from '../../cli/stack/stack-file.ts';

const options = { databaseUrl: 'postgres://127.0.0.1/parcours', trackerPort: 8080, sandboxPort: 8025, out: 'out' };

test("mail goes to the sandbox, which posts its webhooks to the tracker, with the stack's own keys", () => {
  const env = stackEnvironment({ ...options, temporal: { address: '127.0.0.1:7233', namespace: 'default', ours: true } });
  expect(env).toMatchObject({ MAILGUN_URL: 'http://127.0.0.1:8025', SANDBOX_WEBHOOK_URL: 'http://127.0.0.1:8080/hooks/mailgun', PARCOURS_PUBLIC_URL: 'http://127.0.0.1:8080' });
  expect(env).toMatchObject({ LOB_URL: 'http://127.0.0.1:8025', SANDBOX_LOB_WEBHOOK_URL: 'http://127.0.0.1:8080/hooks/lob' });
  expect(lobSettings.safeParse(env).data).toMatchObject({ LOB_FROM: { name: 'Bellebraise' }, LOB_GRACE_MINUTES: 60 });
  const other = stackEnvironment({ ...options, temporal: { address: '127.0.0.1:7233', namespace: 'default', ours: true } });
  expect(other['MAILGUN_SIGNING_KEY']).not.toBe(env['MAILGUN_SIGNING_KEY']);
});

test("what a user has set for a Temporal of theirs reaches that one, and never a server of ours", () => {
  const given = { TEMPORAL_API_KEY: 'secret', TEMPORAL_TLS: 'true', TEMPORAL_PROFILE: 'cloud', PATH: '/bin' };
  const temporal = { address: 'cloud.example:7233', namespace: 'spring' };
  expect(childEnvironment(stackEnvironment({ ...options, temporal: { ...temporal, ours: false } }), given)).toMatchObject(given);
  const ours = childEnvironment(stackEnvironment({ ...options, temporal: { ...temporal, ours: true } }), given);
  expect(Object.keys(ours).filter((name) => name.startsWith('TEMPORAL_'))).toEqual(['TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'TEMPORAL_CONFIG_FILE']);
  expect(ours).toMatchObject({ PATH: '/bin' });
});

test('other commands find the stack that runs in their folder, and what the user has set holds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-stack-file-'));
  const remove = writeStackFile({ DATABASE_URL: 'postgres://stack/parcours', MAIL_FROM: 'Bellebraise <bonjour@mail.bellebraise.example>' }, folder);
  const env: NodeJS.ProcessEnv = { DATABASE_URL: 'postgres://mine/parcours' };
  expect(useRunningStack(folder, env)).toBe(true);
  expect(env).toEqual({ DATABASE_URL: 'postgres://mine/parcours', MAIL_FROM: 'Bellebraise <bonjour@mail.bellebraise.example>' });
  remove();
  expect(useRunningStack(folder, {})).toBe(false);
  await rm(folder, { recursive: true });
});
