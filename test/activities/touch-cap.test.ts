import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { campaignLookup } from '../../activities/campaign-lookup.ts';
import { sendEmail, type SendEmailDeps } from '../../activities/email/send-email.ts';
import { recallMailpiece } from '../../activities/print/recall.ts';
import { sendMailpiece } from '../../activities/print/send-mailpiece.ts';
import type { TouchMedium } from '../../scenarios/vocabulary/index.ts';
import { content } from '../../scenarios/boiler-renewal/content.ts';
import { createCampaign, enterAudience, type Campaign } from '../../store/campaigns.ts';
import { saveProspects } from '../../store/prospects.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { someone } from '../setup/world.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2027, 0, 4, 12);
const base = { scenario: 'boiler-renewal', version: 1, goal: ['purchase'], clock: { epoch: 0, speed: 1 }, holdout: 0, seed: 's', pace: 10, printEvery: 86_400_000 } as const;
const MESSAGES = { print: ['reminder-card', { offer: 'replace' }], email: ['reminder-email', { offer: 'replace' }], social: ['follow-us', { page: 'facebook' }] } as const;

let store: TestStore;
let sent: string[];
let deps: SendEmailDeps & Parameters<typeof sendMailpiece>[0];
let people = 0;
beforeAll(async () => {
  store = await testStore();
  for (const id of ['spring', 'autumn']) await createCampaign(store, { ...base, id } satisfies Campaign);
  const mail = { name: 'test', send: async ({ touch }: { touch: string }) => ({ id: String(sent.push(touch)) }), find: async () => undefined };
  deps = { store, campaigns: campaignLookup(store), contentOf: () => content, mail, publicUrl: 'https://go.example', from: 'B <b@mail.example>', domain: 'mail.example', lease: 300, startPrintRun: async () => {} };
});
afterAll(() => store.destroy());

async function person(): Promise<string> {
  const id = `p${++people}`;
  sent = [];
  await saveProspects(store, [someone(id)]);
  for (const campaign of ['spring', 'autumn']) await enterAudience(store, { ...base, id: campaign }, [id]);
  return id;
}

interface Asked {
  readonly campaign?: string;
  readonly occurrence?: number;
  readonly after?: number;
  readonly cap?: { most: number; per: number };
}

function touch(medium: TouchMedium, id: string, { campaign = 'spring', occurrence = 1, after = 0, cap = { most: 1, per: 24 * HOUR } }: Asked = {}) {
  const [message, props] = MESSAGES[medium];
  const at = NOON + after * HOUR;
  const request = { journeyId: `${campaign}/${id}`, at, order: { touch: `${message}/${occurrence}`, at, message, medium, props, cap } };
  return medium === 'print' ? sendMailpiece(deps, request) : sendEmail(deps, medium, request);
}

describe('a frequency cap', () => {
  test.each(['print', 'email', 'social'] as const)('on %s counts the person’s touches in all campaigns within its time', async (medium) => {
    const id = await person();
    expect(await touch(medium, id)).toMatchObject({ sent: true });
    expect(await touch(medium, id, { campaign: 'autumn', after: 23 })).toMatchObject({ sent: false, why: 'capped', at: expect.any(Number) });
    expect(await touch(medium, id, { campaign: 'autumn', after: 24, occurrence: 2 })).toMatchObject({ sent: true });
    const rows = await store.selectFrom('touches').select(['status', 'why', 'cost']).where('journey_id', '=', `autumn/${id}`).orderBy('id').execute();
    expect(rows).toMatchObject([{ status: 'not-sent', why: 'capped', cost: '0.0000' }, { status: 'sent' }]);
  });

  test('counts by medium and by person; a cap of more lets more through, of none nothing', async () => {
    const [id, other] = [await person(), await person()];
    expect(await touch('email', id)).toMatchObject({ sent: true });
    expect(await touch('print', id)).toMatchObject({ sent: true });
    expect(await touch('email', other)).toMatchObject({ sent: true });
    expect(await touch('email', id, { occurrence: 2, cap: { most: 2, per: 24 * HOUR } })).toMatchObject({ sent: true });
    expect(await touch('email', id, { occurrence: 3, cap: { most: 2, per: 24 * HOUR } })).toMatchObject({ why: 'capped' });
    expect(await touch('social', id, { cap: { most: 0, per: HOUR } })).toMatchObject({ why: 'capped' });
  });

  test('tried again, a touch does not count itself, and one that was capped stays so', async () => {
    const id = await person();
    for (const medium of ['print', 'email'] as const) {
      for (let attempt = 0; attempt < 2; attempt++) expect(await touch(medium, id)).toMatchObject({ sent: true });
      for (const cap of [{ most: 1, per: 24 * HOUR }, { most: 9, per: HOUR }]) expect(await touch(medium, id, { occurrence: 2, cap })).toMatchObject({ why: 'capped' });
      // Made first, it stays sent, however much came since.
      expect(await touch(medium, id, { cap: { most: 0, per: HOUR } })).toMatchObject({ sent: true });
    }
    expect(sent).toHaveLength(1);
  });

  test('a recalled mailpiece never came, so it does not count', async () => {
    const id = await person();
    await touch('print', id);
    expect(await touch('print', id, { campaign: 'autumn' })).toMatchObject({ why: 'capped' });
    expect(await recallMailpiece({ store, printers: {} }, `spring/${id}/reminder-card/1`)).toBe('recalled');
    expect(await touch('print', id, { campaign: 'autumn', occurrence: 2 })).toMatchObject({ sent: true });
  });

  test.each(['print', 'email'] as const)('two journeys at the same moment can’t both be the last by %s, whichever is ahead', async (medium) => {
    for (let round = 0; round < 5; round++) {
      const id = await person();
      const receipts = await Promise.all([touch(medium, id), touch(medium, id, { campaign: 'autumn', after: 0.001 }), touch(medium, id, { occurrence: 2, after: -0.001 })]);
      expect(receipts.filter((receipt) => receipt.sent)).toHaveLength(1);
    }
  });
});
