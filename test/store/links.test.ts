import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findLink, openPages, storeHits, type Hit, type Store } from '../../store/index.ts';
import { testStore } from '../setup/store.ts';
import { CLOCK, springCampaign } from './spring-campaign.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
  await springCampaign(store);
});
afterAll(() => store.destroy());

test('a token leads to its touch, journey and campaign, in any letter case', async () => {
  const link = await findLink(store, '7kq9xm2pAB');
  expect(link).toMatchObject({
    token: '7KQ9XM2PAB',
    kind: 'qr',
    target: 'diagnosis',
    prospectId: 'on',
    touch: { id: 'spring/on/renewal-postcard/1', name: 'renewal-postcard/1', medium: 'print', sentAtCampaignTime: new Date('2026-03-04T08:00:00Z') },
    journey: { id: 'spring/on', status: 'started' },
    campaign: { id: 'spring', scenario: 'boiler-renewal', version: 1, clock: CLOCK },
  });
  expect(link?.touch.sentAt).toBeInstanceOf(Date);
});

test('a token that was never given out and a text that is no token lead nowhere', async () => {
  for (const token of ['7KQ9XM2PAC', 'short', '', "' OR 1=1 --", '%', 'x'.repeat(100_000)]) expect(await findLink(store, token)).toBeUndefined();
});

test('a symbol that no token has is taken for the one that it looks like, where one token alone is meant', async () => {
  const token = (await findLink(store, '7kq9xm2pab'))!.token;
  for (const typed of ['7k09xm2pab', '7KO9XM2PAB', '1KQ9XM2PAB', 'ik09xm2pab']) expect((await findLink(store, typed))?.token).toBe(token);
  await store.insertInto('links').values({ token: '7KD9XM2PAB', touch_id: 'spring/on/renewal-postcard/1', journey_id: 'spring/on', kind: 'purl', name: 'purl', target: 'diagnosis' }).execute();
  expect(await findLink(store, '7K09XM2PAB')).toBeUndefined();
  expect((await findLink(store, '7KD9XM2PAB'))?.kind).toBe('purl');
});

test('a page is opened with its reader and the visit, in one statement; a token of another kind, or of nobody, stores none', async () => {
  const hit = (token: string, eventId: string): Hit => ({ token, link: 'purl', eventId, evidence: 'logical', because: undefined, at: new Date('2026-03-05T10:00:00Z') });
  const [purl, qr, nobody] = await openPages(store, [
    { token: '7kd9xm2pab', hit: hit('7KD9XM2PAB', 'hit:purl') },
    { token: '7KQ9XM2PAB', hit: hit('7KQ9XM2PAB', 'hit:qr') },
    { token: '2222222222', hit: hit('2222222222', 'hit:nobody') },
  ]);
  expect(purl).toMatchObject({ kind: 'purl', reader: { prospectId: 'on' }, isConfirmationOnItsWay: false });
  expect(qr?.kind).toBe('qr');
  expect(nobody).toBeUndefined();
  const stored = await store.selectFrom('events').select(['event_id', 'kind', 'evidence', 'journey_id', 'campaign_id', 'prospect_id', 'touch', 'data', 'signal']).where('event_id', 'like', 'hit:%').execute();
  expect(stored).toEqual([{ event_id: 'hit:purl', kind: 'visit', evidence: 'logical', journey_id: 'spring/on', campaign_id: 'spring', prospect_id: 'on', touch: 'renewal-postcard/1', data: {}, signal: 'kept' }]);
});

test('hits of one moment are stored together, each with what gave its machine away', async () => {
  const at = new Date('2026-03-05T10:00:00Z');
  const answers = await storeHits(store, [
    { token: '7KQ9XM2PAB', link: 'qr', eventId: 'scan:1', evidence: 'bot', because: 'mail-scanner', at },
    { token: '7KQ9XM2PAC', link: 'qr', eventId: 'scan:2', evidence: 'logical', because: undefined, at },
    { token: '7KQ9XM2PAB', link: 'qr', eventId: 'scan:3', evidence: 'logical', because: undefined, at },
  ]);
  expect(answers).toEqual([true, false, true]);
  const stored = await store.selectFrom('events').select(['event_id', 'kind', 'evidence', 'data', 'at']).where('event_id', 'like', 'scan:%').orderBy('event_id').execute();
  expect(stored).toEqual([
    { event_id: 'scan:1', kind: 'scan', evidence: 'bot', data: { because: 'mail-scanner' }, at },
    { event_id: 'scan:3', kind: 'scan', evidence: 'logical', data: {}, at },
  ]);
});
