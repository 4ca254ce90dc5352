import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { campaignLookup } from '../../activities/campaign-lookup.ts';
import { failTouch } from '../../activities/fail-touch.ts';
import { insertTouch, settleTouch } from '../../store/touches.ts';
import { springCampaign } from '../store/spring-campaign.ts';
import { testStore, type TestStore } from '../setup/store.ts';

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
  await springCampaign(store);
});
afterAll(() => store.destroy());

const journeyId = 'spring/on';
const fail = (occurrence: number, problem: string) => {
  const order = { touch: `thank-you/${occurrence}`, at: Date.now(), message: 'thank-you', medium: 'email', props: {} } as const;
  return failTouch({ store, campaigns: campaignLookup(store) }, { journeyId, at: order.at, order, problem });
};

describe('a touch that is given up', () => {
  test('is recorded as failed, with its reason', async () => {
    expect(await fail(1, 'provider down')).toMatchObject({ sent: false, why: 'failed:provider down' });
  });

  test('stays sent when it went out after all', async () => {
    const id = `${journeyId}/thank-you/2`;
    await insertTouch(store, { id, journeyId, message: 'thank-you', medium: 'email', status: 'sending', why: 'sending', props: {}, cost: 0.002, campaignAt: new Date(), links: [] });
    await settleTouch(store, { id, status: 'sent', providerId: 'm-2' });
    expect(await fail(2, 'provider down')).toMatchObject({ sent: true, why: 'sent' });
  });

  test('is not sent any more when it was still to be', async () => {
    const id = `${journeyId}/thank-you/3`;
    await insertTouch(store, { id, journeyId, message: 'thank-you', medium: 'email', status: 'sending', why: 'sending', props: {}, cost: 0.002, campaignAt: new Date(), links: [] });
    expect(await fail(3, 'provider down')).toMatchObject({ sent: false, why: 'failed:provider down' });
  });

  test('for a reason that can’t be stored as it is, is recorded all the same', async () => {
    const long = 'x'.repeat(199);
    expect(await fail(4, `${long}\u{1f4e8} and more`)).toMatchObject({ sent: false, why: `failed:${long}\u{1f4e8}` });
    expect(await fail(5, 'half \ud83d, none \0')).toMatchObject({ sent: false, why: 'failed:half \ufffd, none \ufffd' });
  });
});
