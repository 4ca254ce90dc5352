import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findLink, type Store } from '../../store/index.ts';
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
