import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createSandbox } from '../../sandbox/index.ts';
import { ensureAudienceSchedule } from '../../worker/audience-schedule.ts';
import { createWorker } from '../../worker/create-worker.ts';
import { workerSettings } from '../../worker/settings.ts';
import { saveProspects } from '../../store/prospects.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { testTemporal, type TestTemporal } from '../setup/temporal.ts';
import { someone, until } from '../setup/world.ts';

const keys = { accessToken: 'system-user-token', appSecret: 'app-secret' };
let store: TestStore;
let temporal: TestTemporal;
let sandbox: FastifyInstance;
beforeAll(async () => {
  [store, temporal, sandbox] = await Promise.all([testStore(), testTemporal(), createSandbox({ key: 'k', signingKey: 's', meta: keys })]);
});
afterAll(async () => {
  await sandbox.close();
  await temporal.close();
  await store.destroy();
});

test('a schedule tells Meta who is in an audience, whoever of the workers made it', async () => {
  const url = await sandbox.listen({ port: 0, host: '127.0.0.1' });
  await saveProspects(store, [someone('away')]);
  await store.insertInto('audience_members').values({ audience: 'montcanel-away', prospect_id: 'away', touch_id: 't', journey_id: 'coffee/away', wanted: true, stays_until: new Date(Date.now() + 1e9) }).execute();
  const settings = workerSettings({
    ...{ DATABASE_URL: store.databaseUrl, DATABASE_SCHEMA: store.schemaName, PARCOURS_PUBLIC_URL: 'http://127.0.0.1:1', MAILGUN_API_KEY: 'k', MAILGUN_DOMAIN: 'mail.example', MAIL_FROM: 'B <b@mail.example>' },
    ...{ META_URL: url, META_ACCESS_TOKEN: keys.accessToken, META_APP_SECRET: keys.appSecret, META_AUDIENCES: 'montcanel-away=120330000012345', META_SYNC_EVERY_MS: '1000' },
  });
  const worker = await createWorker({ settings, connection: temporal.nativeConnection, client: temporal.client, store });
  const schedule = { taskQueue: settings.PARCOURS_TASK_QUEUE, every: settings.META_SYNC_EVERY_MS };
  await ensureAudienceSchedule(temporal.client, schedule);
  await ensureAudienceSchedule(temporal.client, schedule);
  await worker.runUntil(until('Meta to know them', async () => ((await (await fetch(`${url}/sandbox/meta/audiences/120330000012345`)).json()) as { users: unknown[] }).users.length === 1, 30_000));
  expect(await store.selectFrom('audience_members').select(['told']).execute()).toEqual([{ told: true }]);
  await temporal.client.schedule.getHandle('audiences/parcours').delete();
}, 60_000);

test('settings that are not pairs are named', () => {
  expect(() => workerSettings({ META_AUDIENCES: 'montcanel-away:12' })).toThrow(/META_AUDIENCES: Expected pairs such as <audience>=<id at Meta>/);
});
