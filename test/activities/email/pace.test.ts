import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { awaitTurn, jumpQueue } from '../../../activities/email/mail-slot.ts';
import { readPace, receiverOf, slotAfter, type Pace, type Standing } from '../../../activities/email/pace.ts';
import { createCampaign, enterAudience } from '../../../store/campaigns.ts';
import { saveProspects } from '../../../store/prospects.ts';
import { insertTouch } from '../../../store/touches.ts';
import { testStore, type TestStore } from '../../setup/store.ts';
import { someone } from '../../setup/world.ts';

/** The first slots of a receiver, all asked for at the same moment. */
function slots(pace: Pace, { receiver = 'gmail', now, count }: { receiver?: string; now: string; count: number }): string[] {
  let before: Standing | undefined;
  return Array.from({ length: count }, () => {
    const { at, after } = slotAfter(pace, { receiver, now: Date.parse(now), before });
    before = after;
    return new Date(at).toISOString().slice(0, 19);
  });
}

describe('the pace of a receiver', () => {
  test('is so many a second, of its own or of all', () => {
    const pace = readPace({ rate: 'gmail=0.5/s *=1/s' })!;
    expect(slots(pace, { now: '2027-03-01T09:00:00Z', count: 3 })).toEqual(['2027-03-01T09:00:00', '2027-03-01T09:00:02', '2027-03-01T09:00:04']);
    expect(slots(pace, { receiver: 'free', now: '2027-03-01T09:00:00Z', count: 2 })).toEqual(['2027-03-01T09:00:00', '2027-03-01T09:00:01']);
  });

  test('while it is warmed up, so many a day, spread over the day; what is more comes on later days; at the end it is free', () => {
    const pace = readPace({ warmUp: '2027-03-01 2 4' })!;
    expect(slots(pace, { now: '2027-03-01T09:00:00Z', count: 8 })).toEqual([
      ...['2027-03-01T09:00:00', '2027-03-01T14:00:00'],
      ...['2027-03-02T08:00:00', '2027-03-02T10:30:00', '2027-03-02T13:00:00', '2027-03-02T15:30:00'],
      ...['2027-03-03T08:00:00', '2027-03-03T08:00:00'],
    ]);
    expect(slots(pace, { now: '2027-06-01T09:00:00Z', count: 2 })).toEqual(['2027-06-01T09:00:00', '2027-06-01T09:00:00']);
  });

  test('is that of whoever runs the mailbox', () => {
    expect(['a@gmail.com', 'a@GoogleMail.com', 'a@hotmail.fr', 'a@live.co.uk', 'a@wanadoo.fr', 'a@free.fr', 'a@laposte.net', 'a@neuf.fr', 'a@me.com', 'a@notgmail.com', 'a@gmail.com.example'].map(receiverOf)).toEqual([
      ...['gmail', 'gmail', 'outlook', 'outlook', 'orange', 'free', 'laposte', 'sfr', 'icloud', 'others', 'others'],
    ]);
  });

  test('is said as it should be, or what is wrong is said', () => {
    expect(readPace({})).toBeUndefined();
    for (const rate of ['gmail', 'gmail=0/s', 'gmial=2/s', 'gmail=2/m']) expect(() => readPace({ rate })).toThrow(`got '${rate}'`);
    for (const warmUp of ['', '50 100', '2027-03-01', '2027-13-01 50', '2027-03-01 fifty']) expect(() => readPace({ warmUp })).toThrow('Expected MAIL_WARM_UP to be such as');
  });
});

describe('whose turn it is', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore();
    const campaign = { id: 'spring', scenario: 'boiler-renewal', version: 1, goal: ['purchase'], clock: { epoch: 0, speed: 1 }, holdout: 0, seed: 's', pace: 10, printEvery: 86_400_000 } as const;
    await createCampaign(store, campaign);
    const ids = [...Array.from({ length: 42 }, (_, index) => `p${index}`), ...Array.from({ length: 12 }, (_, index) => `h${index}`), 'q0'];
    await saveProspects(store, ids.map((id) => someone(id)));
    await enterAudience(store, campaign, ids);
    for (const id of ids) await insertTouch(store, { id: `spring/${id}/thank-you/1`, journeyId: `spring/${id}`, message: 'thank-you', medium: 'email', status: 'sending', why: 'sending', props: {}, cost: 0, campaignAt: new Date(), links: [] });
  });
  afterAll(() => store.destroy());

  const turn = (pace: Pace, id: string, email = 'a@gmail.com') => awaitTurn(store, pace, { touchId: `spring/${id}/thank-you/1`, email }).then(() => 'now', (error: unknown) => error as { type: string; retryAfterMs?: number });

  test('forty at once get forty slots in a row, each its own, and keep it', async () => {
    const pace: Pace = { rates: { '*': 0.1 } };
    const ids = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const first = await Promise.all(ids.map((id) => turn(pace, id)));
    expect(first.filter((one) => one === 'now')).toHaveLength(1);
    expect(first.filter((one) => typeof one === 'object' && one.type === 'Paced')).toHaveLength(39);
    const read = async () => (await store.selectFrom('touches').select('slot_at').where('slot_at', 'is not', null).orderBy('slot_at').execute()).map(({ slot_at }) => slot_at!.getTime());
    const given = await read();
    expect(given.slice(1).map((at, index) => Math.round((at - given[index]!) / 100) / 10)).toEqual(Array.from({ length: 39 }, () => 10));
    const again = await turn(pace, 'p39');
    expect(again).toMatchObject({ type: 'Paced', retryAfterMs: expect.any(Number) });
    expect(await read()).toEqual(given);
  });

  test('who was held up past its slot takes a turn behind the others: an outage of two days is no burst', async () => {
    const pace: Pace = { rates: { '*': 0.1 } };
    const held = Array.from({ length: 12 }, (_, index) => `h${index}`);
    const slotsOf = async () => (await store.selectFrom('touches').select('slot_at').where('id', 'like', 'spring/h%').orderBy('slot_at').execute()).map(({ slot_at }) => slot_at!.getTime());
    await sql`UPDATE touches SET slot_at = now() - interval '1 day', at = now() - interval '2 days' WHERE id LIKE 'spring/h%'`.execute(store);
    const after = await Promise.all(held.map((id) => turn(pace, id, 'a@sfr.fr')));
    expect(after.filter((one) => one === 'now')).toHaveLength(1);
    expect(after.filter((one) => typeof one === 'object' && one.type === 'Paced')).toHaveLength(11);
    const given = await slotsOf();
    expect(given.slice(1).map((at, index) => Math.round((at - given[index]!) / 100) / 10)).toEqual(Array.from({ length: 11 }, () => 10));
    // A little late is in time.
    await store.updateTable('touches').set({ slot_at: new Date(Date.now() - 20_000) }).where('id', '=', 'spring/h0/thank-you/1').execute();
    expect(await turn(pace, 'h0', 'a@sfr.fr')).toBe('now');
    // No turn is left in its journey's days: late, and not lost.
    await sql`UPDATE touches SET slot_at = now() - interval '1 day', at = now() - interval '2.6 days' WHERE id = 'spring/h1/thank-you/1'`.execute(store);
    expect(await turn(pace, 'h1', 'a@sfr.fr')).toBe('now');
  });

  test('a mail that waits for no turn is counted: the others come later', async () => {
    const pace: Pace = { rates: { '*': 0.1 } };
    await jumpQueue(store, pace, 'a@free.fr');
    expect(await turn(pace, 'q0', 'a@free.fr')).toMatchObject({ type: 'Paced' });
    const before = await store.selectFrom('mail_slots').selectAll().where('receiver', '=', 'free').executeTakeFirstOrThrow();
    await jumpQueue(store, pace, 'b@free.fr');
    const after = await store.selectFrom('mail_slots').selectAll().where('receiver', '=', 'free').executeTakeFirstOrThrow();
    expect(Math.round((after.next_at.getTime() - before.next_at.getTime()) / 1_000)).toBe(10);
  });

  test('another receiver’s is its own; a turn that is days away is not waited for', async () => {
    expect(await turn({ rates: { '*': 0.1 } }, 'p40', 'a@orange.fr')).toBe('now');
    expect(await turn({ rates: { '*': 0.000_001 } }, 'p41', 'a@laposte.net')).toBe('now');
    expect(await turn({ rates: { '*': 0.000_001 } }, 'p41', 'a@laposte.net')).toBe('now');
    await store.updateTable('touches').set({ slot_at: null }).where('id', '=', 'spring/p41/thank-you/1').execute();
    expect(await turn({ rates: { '*': 0.000_001 } }, 'p41', 'a@laposte.net')).toMatchObject({ name: 'PermanentError', type: 'PaceExceeded' });
  });
});
