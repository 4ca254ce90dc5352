import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { campaignLookup } from '../../../activities/campaign-lookup.ts';
import { sendMailpiece, type SendMailpieceDeps } from '../../../activities/print/send-mailpiece.ts';
import { content } from '../../../scenarios/boiler-renewal/content.ts';
import { createCampaign, enterAudience, type Campaign } from '../../../store/campaigns.ts';
import { saveProspects, type NewProspect } from '../../../store/index.ts';
import { testStore, type TestStore } from '../../setup/store.ts';
import { someone } from '../../setup/world.ts';
import { handOutTakenTokens } from '../taken-tokens.ts';

const HOUR = 3_600_000;
/** A Thursday before a weekend; the cut-off is at 16:00 in Paris. */
const CUT_OFF = Date.UTC(2027, 5, 10, 14);
const campaign: Campaign = { id: 'spring', scenario: 'boiler-renewal', version: 1, goal: ['purchase'], clock: { epoch: CUT_OFF - 10 * 24 * HOUR, speed: 1 }, holdout: 0, seed: 's', pace: 10, printEvery: 24 * HOUR };

let store: TestStore;
let deps: SendMailpieceDeps;
let people = 0;
beforeAll(async () => {
  store = await testStore();
  await createCampaign(store, campaign);
  deps = { store, campaigns: campaignLookup(store), contentOf: () => content, startPrintRun: async () => {} };
});
afterAll(() => store.destroy());

async function send(identity: Partial<NewProspect['identity']> = {}, cap?: { most: number; per: number }) {
  const id = `p${++people}`;
  await saveProspects(store, [someone(id, { identity: { ...someone(id).identity, ...identity } })]);
  await enterAudience(store, campaign, [id]);
  const at = CUT_OFF - HOUR;
  const receipt = await sendMailpiece(deps, { journeyId: `spring/${id}`, at, order: { touch: 'reminder-card/1', at, message: 'reminder-card', medium: 'print', props: { offer: 'replace' }, ...(cap ? { cap } : {}) } });
  return { id, receipt };
}

describe('a mailpiece', () => {
  test('is expected by its class of postage in working days, and the store foretells the same', async () => {
    const { id, receipt } = await send();
    // J+3 over a weekend: Friday, Saturday, Monday noon in Paris.
    expect(receipt).toMatchObject({ sent: true, handedOver: CUT_OFF, inHome: Date.UTC(2027, 5, 14, 10) });
    const piece = await store.selectFrom('mailpieces').select(['in_home_estimate', 'in_home', 'in_home_evidence']).where('touch_id', '=', `spring/${id}/reminder-card/1`).executeTakeFirstOrThrow();
    expect(piece).toEqual({ in_home_estimate: new Date(receipt.inHome!), in_home: null, in_home_evidence: 'estimated' });
  });

  test('to Réunion is there at noon of the island', async () => {
    expect((await send({ postcode: '97400', city: 'Saint-Denis' })).receipt.inHome).toBe(Date.UTC(2027, 5, 14, 8));
  });

  test.each<[string, Partial<NewProspect['identity']>]>([
    ['bad-address:missing-postcode', { postcode: null }],
    ['bad-address:bad-postcode', { postcode: '470' }],
    ['bad-address:line-too-long', { addressLine: '1128 bis boulevard du Commandant de la Batellerie Saint-Christophe prolongé' }],
    ['bad-address:right-to-left', { lastName: 'العلوي' }],
    ['no-address', { addressLine: null }],
  ])('is not sent where the address can’t be printed, and the path hears so at once: %s', async (why, change) => {
    const { id, receipt } = await send(change);
    expect(receipt).toMatchObject({ sent: false, why });
    expect(await store.selectFrom('touches').select(['status', 'why', 'cost']).where('journey_id', '=', `spring/${id}`).execute()).toEqual([{ status: 'not-sent', why, cost: '0.0000' }]);
    expect(await store.selectFrom('mailpieces').select('touch_id').where('touch_id', 'like', `spring/${id}/%`).execute()).toEqual([]);
  });

  test.each([
    ['in one statement', undefined],
    ['in a transaction', { most: 9, per: HOUR }],
  ])('gets other tokens when chance hands out taken ones, %s', async (_, cap) => {
    await send();
    await handOutTakenTokens(store, 3);
    const { id, receipt } = await send({}, cap);
    expect(receipt).toMatchObject({ sent: true });
    const links = await store.selectFrom('links').select(['kind', 'token']).where('journey_id', '=', `spring/${id}`).execute();
    expect(new Set(links.map(({ kind }) => kind))).toEqual(new Set(['qr', 'purl']));
  });

  test('is given up when it is not chance', async () => {
    await handOutTakenTokens(store, 1_000);
    await expect(send()).rejects.toThrow(/duplicate key .*links_pkey/);
  });
});
