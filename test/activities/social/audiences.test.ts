import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { campaignLookup } from '../../../activities/campaign-lookup.ts';
import { endJourney } from '../../../activities/end-journey.ts';
import { addToAudience } from '../../../activities/social/join-audience.ts';
import { matchKeys } from '../../../activities/social/match-keys.ts';
import { createMeta, type Meta } from '../../../activities/social/meta.ts';
import { syncAudiences } from '../../../activities/social/sync-audiences.ts';
import { createSandbox } from '../../../sandbox/index.ts';
import { content } from '../../../scenarios/boiler-renewal/content.ts';
import { leaveAudiences } from '../../../store/audiences.ts';
import { createCampaign, enterAudience, type Campaign } from '../../../store/campaigns.ts';
import { dropSegment } from '../../../store/segments.ts';
import { recordConsent, saveProspects } from '../../../store/prospects.ts';
import { suppress } from '../../../store/suppressions.ts';
import { testStore, type TestStore } from '../../setup/store.ts';
import { someone } from '../../setup/world.ts';

const campaign: Campaign = { id: 'spring', scenario: 'boiler-renewal', version: 1, goal: ['purchase'], clock: { epoch: 0, speed: 1 }, holdout: 0, seed: 's', pace: 10, printEvery: 86_400_000 };
const AUDIENCE = '120330000012345';
const keys = { accessToken: 'system-user-token', appSecret: 'app-secret' };

let store: TestStore;
let sandbox: FastifyInstance;
let url: string;
let meta: Meta;
let people = 0;
beforeAll(async () => {
  store = await testStore();
  await createCampaign(store, campaign);
  sandbox = await createSandbox({ key: 'k', signingKey: 's', meta: keys });
  url = await sandbox.listen({ port: 0, host: '127.0.0.1' });
  meta = createMeta({ url, version: 'v24.0', ...keys });
});
afterAll(async () => {
  await sandbox.close();
  await store.destroy();
});
beforeEach(async () => {
  await state({ code: 200, description: 'Normal' });
  await store.updateTable('audience_members').set({ wanted: false }).execute();
  await sync();
});

const deps = () => ({ store, campaigns: campaignLookup(store), contentOf: () => ({ ...content, audiences: { 'warm-heating': { description: 'Asked about a new boiler', stays: '60 days' as const } } }) });
const sync = () => syncAudiences({ store, meta, audiences: { 'warm-heating': AUDIENCE } });
const post = (path: string, body: object) => fetch(`${url}/sandbox/meta/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const state = (status: { code: number; description: string }) => post(`audiences/${AUDIENCE}`, status);
const known = async () => (await (await fetch(`${url}/sandbox/meta/audiences/${AUDIENCE}`)).json()) as { users: string[][]; requests: { change: string; entries: number }[] };

async function person(change: Parameters<typeof someone>[1] = {}): Promise<string> {
  const id = `p${++people}`;
  await saveProspects(store, [someone(id, change)]);
  await enterAudience(store, campaign, [id]);
  return id;
}

const join = (id: string, touch = 'warm-heating/1') =>
  addToAudience(deps(), { journeyId: `spring/${id}`, at: 0, order: { touch, at: 0, message: 'warm-heating', medium: 'social', props: {}, audience: true } });
const member = (id: string) => store.selectFrom('audience_members').select(['wanted', 'told', 'left_because']).where('prospect_id', '=', id).executeTakeFirst();

describe('joining an audience', () => {
  test('is a social touch on record, once however often it is tried, and Meta hears of it hashed', async () => {
    const id = await person();
    const receipt = await join(id);
    expect(receipt).toMatchObject({ sent: true, why: 'sent' });
    expect(await join(id)).toMatchObject({ sent: true, why: 'sent' });
    expect(await store.selectFrom('touches').select(['medium', 'status', 'provider', 'cost']).where('journey_id', '=', `spring/${id}`).execute()).toEqual([{ medium: 'social', status: 'sent', provider: 'meta', cost: '0.0000' }]);

    expect(await sync()).toEqual([{ audience: 'warm-heating', added: 1, removed: 0, invalid: 0 }]);
    const { users } = await known();
    expect(users).toEqual([matchKeys(id, someone(id).identity)]);
    expect(JSON.stringify(users)).not.toMatch(/@|seraphine|Lempereur/i);
    expect(await sync()).toEqual([{ audience: 'warm-heating', added: 0, removed: 0, invalid: 0 }]);
  });

  test.each([
    ['no-consent', { consents: { print: true, email: true } }],
    ['no-consent', { consents: { print: true, email: true, social: false } }],
    ['no-address', { identity: { ...someone('x').identity, email: null } }],
  ])('is refused: %s', async (why, change) => {
    const id = await person(change);
    expect(await join(id)).toMatchObject({ sent: false, why });
    expect(await store.selectFrom('touches').select(['status', 'why']).where('journey_id', '=', `spring/${id}`).execute()).toEqual([{ status: 'not-sent', why }]);
    expect(await member(id)).toBeUndefined();
  });

  test('is refused to who is of a segment that the campaign writes to no more', async () => {
    const id = await person({ facts: { ...someone('x').facts, boilerAge: 2 } });
    await dropSegment(store, { campaignId: 'spring', fact: 'boilerAge', op: '<', value: 5, medium: 'social', by: 'lea', because: 'nobody answered' });
    expect(await join(id)).toMatchObject({ sent: false, why: 'dropped:boilerAge<5' });
    expect(await member(id)).toBeUndefined();
    expect(await join(await person({ facts: { ...someone('x').facts, boilerAge: 22 } }))).toMatchObject({ sent: true });
  });

  test('needs no consent to mails', async () => {
    const id = await person({ consents: { email: false, social: true } });
    expect(await join(id)).toMatchObject({ sent: true });
  });

  test('of an audience that the content does not have is a mistake for good', async () => {
    const id = await person();
    const order = { touch: 'cold/1', at: 0, message: 'cold', medium: 'social', props: {}, audience: true } as const;
    await expect(addToAudience(deps(), { journeyId: `spring/${id}`, at: 0, order })).rejects.toMatchObject({ name: 'PermanentError', type: 'UnknownAudience' });
  });
});

describe('leaving an audience', () => {
  test.each(['goal', 'exit'] as const)('by the journey’s %s', async (by) => {
    const id = await person();
    await join(id);
    await sync();
    await endJourney(store, { journeyId: `spring/${id}`, ending: { outcome: 'converted', by, learned: {} } });
    expect(await sync()).toMatchObject([{ removed: 1 }]);
    expect((await known()).users).toEqual([]);
    expect(await member(id)).toEqual({ wanted: false, told: false, left_because: by });
  });

  test('a journey that ends in silence leaves its person in, until their time there is over', async () => {
    const id = await person();
    await join(id);
    await sync();
    await endJourney(store, { journeyId: `spring/${id}`, ending: { outcome: 'silent', by: 'path', learned: {} } });
    expect(await sync()).toMatchObject([{ removed: 0 }]);
    await store.updateTable('audience_members').set({ stays_until: new Date(Date.now() - 1) }).where('prospect_id', '=', id).execute();
    expect(await sync()).toMatchObject([{ removed: 1 }]);
    expect(await member(id)).toMatchObject({ left_because: 'over' });
  });

  test.each([
    ['a withdrawal of consent', (id: string) => recordConsent(store, { prospectId: id, medium: 'social', granted: false, source: 'preferences' })],
    ['a complaint', (id: string) => suppress(store, { prospectId: id, medium: 'social', reason: 'complained' })],
  ])('by %s, whichever way it came', async (_, withdraw) => {
    const id = await person();
    await join(id);
    await sync();
    await withdraw(id);
    expect(await sync()).toMatchObject([{ removed: 1 }]);
    expect((await known()).users).toEqual([]);
  });

  test('goes by the keys under which they came, though they have a new email since', async () => {
    const id = await person();
    await join(id);
    await sync();
    await saveProspects(store, [someone(id, { identity: { ...someone(id).identity, email: 'elsewhere@courriel.example' } })]);
    await leaveAudiences(store, { touchId: `spring/${id}/warm-heating/1` }, 'path');
    await sync();
    expect((await known()).users).toEqual([]);
  });

  test('and coming back are told in turn', async () => {
    const id = await person();
    await join(id);
    await leaveAudiences(store, { journeyId: `spring/${id}` }, 'path');
    expect(await sync()).toMatchObject([{ added: 0, removed: 0 }]);
    await join(id, 'warm-heating/2');
    expect(await sync()).toMatchObject([{ added: 1 }]);
  });
});

describe('Meta in trouble', () => {
  test('has flagged the audience: nobody is put in, people are taken out all the same', async () => {
    const [leaver, newcomer] = [await person(), await person()];
    await join(leaver);
    await sync();
    await leaveAudiences(store, { journeyId: `spring/${leaver}` }, 'path');
    await join(newcomer);
    await state({ code: 471, description: 'Flagged: review the audience' });
    expect(await sync()).toEqual([{ audience: 'warm-heating', added: 0, removed: 1, invalid: 0, problem: 'Meta says 471: Flagged: review the audience' }]);
    await state({ code: 200, description: 'Normal' });
    expect(await sync()).toMatchObject([{ added: 1 }]);
  });

  test.each([
    [{ status: 400, code: 80_003, message: 'There have been too many calls' }, 'MetaBusy', 'RetryableError'],
    [{ status: 400, code: 190, message: 'The session has expired' }, 'MetaForbidden', 'RetryableError'],
    [{ status: 500, code: 2, message: 'Service temporarily unavailable' }, 'MetaTrouble', 'RetryableError'],
    [{ status: 400, code: 2_654, message: 'Refused' }, 'MetaRefused', 'PermanentError'],
  ])('%o', async (fault, type, name) => {
    await join(await person());
    await post('faults', fault);
    await expect(sync()).rejects.toMatchObject({ name, type });
    expect(await sync()).toMatchObject([{ added: 1 }]);
  });

  test('refuses a token without the app’s proof, and answers no HTML as if it were JSON', async () => {
    const stranger = createMeta({ url, version: 'v24.0', accessToken: keys.accessToken, appSecret: 'guessed' });
    await expect(stranger.audienceState(AUDIENCE)).rejects.toMatchObject({ type: 'MetaForbidden' });
    const astray = createMeta({ url: `${url}/sandbox`, version: 'v24.0', ...keys });
    await expect(astray.audienceState(AUDIENCE)).rejects.toMatchObject({ name: 'RetryableError', type: 'MetaTrouble' });
    const nowhere = createMeta({ url: 'http://127.0.0.1:9', version: 'v24.0', ...keys });
    await expect(nowhere.audienceState(AUDIENCE)).rejects.toMatchObject({ type: 'MetaUnreachable' });
  });

  test('fails in the middle: what was told is on record, and the rest is told next time, 10,000 at most in a request', async () => {
    const ids = Array.from({ length: 10_001 }, (_, index) => `crowd-${String(index).padStart(5, '0')}`);
    await saveProspects(store, ids.map((id) => someone(id)));
    await store.insertInto('audience_members').values(ids.map((id) => ({ audience: 'warm-heating', prospect_id: id, touch_id: `t/${id}`, journey_id: `spring/${id}`, wanted: true, stays_until: new Date(Date.now() + 1e9) }))).execute();
    const before = (await known()).requests.length;
    const adding = syncAudiences({ store, meta: { ...meta, changeUsers: async (audience, change, rows) => (rows.length === 1 ? Promise.reject(new Error('cut off')) : meta.changeUsers(audience, change, rows)) }, audiences: { 'warm-heating': AUDIENCE } });
    await expect(adding).rejects.toThrow('cut off');
    expect(await sync()).toEqual([{ audience: 'warm-heating', added: 1, removed: 0, invalid: 0 }]);
    expect((await known()).requests.slice(before)).toEqual([{ change: 'add', entries: 10_000 }, { change: 'add', entries: 1 }]);
  });
});
