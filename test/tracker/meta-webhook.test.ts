import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createMeta } from '../../activities/social/meta.ts';
import { freePort } from '../../cli/stack/index.ts';
import { createSandbox } from '../../sandbox/index.ts';
import { trackerUnderTest, until, type TrackerUnderTest } from './tracker-under-test.ts';

const keys = { accessToken: 'system-user-token', appSecret: 'app-secret' };
const [REPLY_FORM, FOLLOW_FORM] = ['7001', '7002'];
let tracked: TrackerUnderTest;
let sandbox: FastifyInstance;
let url: string;
beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const api = createMeta({ url, version: 'v24.0', ...keys });
  tracked = await trackerUnderTest({ meta: { api, webhook: { appSecret: keys.appSecret, verifyToken: 'a-word-of-our-own' }, forms: { [FOLLOW_FORM]: 'follow:facebook' } } });
  sandbox = await createSandbox({ key: 'k', signingKey: 's', meta: { ...keys, webhookUrl: `${tracked.address}/hooks/meta` } });
  await sandbox.listen({ port, host: '127.0.0.1' });
});
afterAll(async () => {
  await sandbox.close();
  await tracked.close();
});

const ask = (path: string, body: object) => fetch(`${url}/sandbox/meta/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const fillIn = async (form: string, fields: Record<string, string>) => (await (await ask('leads', { form, fields })).json()) as { id: string; told: number };
const lead = (id: string) => tracked.store.selectFrom('leads').select(['status', 'problem']).where('id', '=', id).executeTakeFirst();
const settled = (id: string) => until('the lead to be read', async () => (await lead(id))?.status !== 'new');
const signed = (body: string, secret = keys.appSecret) => ({ 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` });

describe('Meta sets the webhook up', () => {
  test('and gets its challenge back, if it knows our word', async () => {
    expect(await tracked.get('/hooks/meta?hub.mode=subscribe&hub.verify_token=a-word-of-our-own&hub.challenge=1158201444')).toMatchObject({ status: 200, body: '1158201444' });
    expect(await tracked.get('/hooks/meta?hub.mode=subscribe&hub.verify_token=guessed&hub.challenge=1')).toMatchObject({ status: 403 });
    expect(await tracked.get('/hooks/meta')).toMatchObject({ status: 403 });
  });
});

describe('a lead form that was filled in', () => {
  test('is a reply of whom its hidden token names, with the answers that are facts, and no more than these', async () => {
    const { journeyId, prospectId, tokens } = await tracked.person();
    const { id, told } = await fillIn(REPLY_FORM, { parcours: tokens.click, email: 'someone@else.example', full_name: 'Camille Martin', interest: 'new_boiler', energy: 'gas' });
    expect(told).toBe(200);
    await settled(id);
    expect(await lead(id)).toEqual({ status: 'done', problem: null });
    const [event] = await tracked.events(journeyId);
    expect(event).toMatchObject({ kind: 'reply', evidence: 'human', touch: 'thank-you/1', data: { facts: { energy: 'gas' } } });
    expect(JSON.stringify(event)).not.toMatch(/Martin|@/);
    await until('the journey to be told', () => tracked.temporal.told.some((one) => one.journeyId === journeyId));
    expect(await tracked.facts(prospectId)).toMatchObject({ energy: 'gas' });
  });

  test('confirms a follow where the form is for that, of whom the email is', async () => {
    const { journeyId, prospectId } = await tracked.person();
    const { id } = await fillIn(FOLLOW_FORM, { email: `${prospectId.toUpperCase()}@mail.example` });
    await settled(id);
    expect(await tracked.events(journeyId)).toMatchObject([{ kind: 'follow', touch: null, data: { page: 'facebook' } }]);
  });

  test('of nobody we know is kept as unknown, with nothing of what it said', async () => {
    const { id } = await fillIn(REPLY_FORM, { email: 'stranger@mail.example', parcours: 'no-token' });
    await settled(id);
    expect(await lead(id)).toEqual({ status: 'unknown', problem: "Expected field 'parcours' with a token, or the email of somebody on a journey, got neither." });
  });

  test('is announced twice and counts once', async () => {
    const { journeyId, tokens } = await tracked.person();
    const { id } = await fillIn(REPLY_FORM, { parcours: tokens.click, energy: 'gas' });
    const again = JSON.stringify({ object: 'page', entry: [{ id: '1001', time: 1, changes: [{ field: 'leadgen', value: { leadgen_id: id, page_id: '1001', form_id: REPLY_FORM, created_time: 1_700_000_000 } }, { field: 'feed', value: {} }] }] });
    expect(await tracked.request('POST', '/hooks/meta', { headers: signed(again), body: again })).toMatchObject({ status: 200 });
    await settled(id);
    expect(await tracked.events(journeyId)).toHaveLength(1);
  });

  test('that Meta can’t show yet is fetched again; what it does not know is given up, on record', async () => {
    const { journeyId, tokens } = await tracked.person();
    await ask('faults', { status: 500, code: 2 });
    const { id } = await fillIn(REPLY_FORM, { parcours: tokens.click, energy: 'oil' });
    await until('the failure to be on record', async () => (await lead(id))?.problem !== null);
    await tracked.store.updateTable('leads').set({ fetch_after: new Date(0) }).execute();
    await settled(id);
    expect(await tracked.events(journeyId)).toMatchObject([{ data: { facts: { energy: 'oil' } } }]);

    const body = JSON.stringify({ object: 'page', entry: [{ changes: [{ field: 'leadgen', value: { leadgen_id: '999', page_id: 1001, form_id: 7001, created_time: 1_700_000_000 } }] }] });
    await tracked.request('POST', '/hooks/meta', { headers: signed(body), body });
    await settled('999');
    expect(await lead('999')).toMatchObject({ status: 'failed', problem: expect.stringContaining('error 100') });
  });
});

describe('what is not Meta’s', () => {
  test.each([
    ['no signature', '{"object":"page","entry":[]}', { 'content-type': 'application/json' }, 401],
    ['a signature by another secret', '{"object":"page","entry":[]}', signed('{"object":"page","entry":[]}', 'guessed'), 401],
    ['a signature of another body', '{"object":"page","entry":[{}]}', signed('{"object":"page","entry":[]}'), 401],
    ['no JSON', 'object=page', signed('object=page'), 400],
    ['an id that is none', '{"object":"page","entry":[{"changes":[{"field":"leadgen","value":{"leadgen_id":"1; DROP","page_id":"1","form_id":"1","created_time":1}}]}]}', undefined, 200],
  ])('%s', async (_, body, headers, status) => {
    const answer = await tracked.request('POST', '/hooks/meta', { headers: headers ?? signed(body), body });
    expect(answer.status).toBe(status);
    expect(await tracked.store.selectFrom('leads').select('id').where('id', 'like', '%DROP%').execute()).toEqual([]);
  });
});
