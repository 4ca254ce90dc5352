import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { markSignalled, recordEvent, type NewEvent, type Store } from '../../store/index.ts';
import { testStore } from '../setup/store.ts';
import { springCampaign } from './spring-campaign.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
  await springCampaign(store);
});
afterAll(() => store.destroy());

const scan = (event_id: string, changes: Partial<NewEvent> = {}): NewEvent => ({
  event_id,
  kind: 'scan',
  evidence: 'human',
  journey_id: 'spring/on',
  touch: 'renewal-postcard/1',
  source: 'tracker',
  at: new Date('2026-03-09T10:00:00Z'),
  signal: 'pending',
  ...changes,
});
const stored = (event_id: string) => store.selectFrom('events').selectAll().where('event_id', '=', event_id).executeTakeFirstOrThrow();

describe('recording an event', () => {
  test("it is stored with the journey's campaign and prospect, to be signalled", async () => {
    expect(await recordEvent(store, scan('first', { touch: 'a/1', data: { agent: 'phone' } }))).toMatchObject({ duplicate: false, signal: 'pending' });
    expect(await stored('first')).toMatchObject({
      kind: 'scan',
      journey_id: 'spring/on',
      campaign_id: 'spring',
      prospect_id: 'on',
      touch: 'a/1',
      data: { agent: 'phone' },
      at: new Date('2026-03-09T10:00:00Z'),
      signal: 'pending',
      signal_attempts: 0,
    });
  });

  test('the same event id a second time changes nothing, even when both come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => recordEvent(store, scan('twice', { touch: 'b/1' }))));
    expect(answers.filter((answer) => !answer.duplicate)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(answers.every((answer) => answer.signal === 'pending')).toBe(true);
  });

  test.each([
    ['a journey that never was', 'spring/nobody', 'unknown'],
    ['a journey that has ended', 'spring/over', 'late'],
    ['a holdout, whose purchase counts and who has no workflow', 'spring/holdout', 'kept'],
    ['a journey about to start', 'spring/entered', 'pending'],
    ['no journey', null, 'unknown'],
  ])('an event of %s is stored all the same', async (_, journey_id, signal) => {
    const event_id = `purchase of ${journey_id}`;
    expect(await recordEvent(store, scan(event_id, { kind: 'purchase', touch: null, journey_id }))).toMatchObject({ signal });
    expect(await stored(event_id)).toMatchObject({ journey_id, signal });
  });

  test('campaign and prospect may be given where there is no journey', async () => {
    await recordEvent(store, scan('given', { journey_id: null, campaign_id: 'spring', prospect_id: 'on' }));
    expect(await stored('given')).toMatchObject({ campaign_id: 'spring', prospect_id: 'on', signal: 'unknown' });
  });
});

describe('a QR code scanned again and again', () => {
  const signalsOf = async (count: number, changes: Partial<NewEvent>) => {
    const signals: string[] = [];
    for (let index = 0; index < count; index++) signals.push((await recordEvent(store, scan(`${changes.kind} ${changes.touch} ${index}`, changes))).signal);
    return signals;
  };

  test('is stored each time and signalled three times a touch', async () => {
    expect(await signalsOf(5, { kind: 'scan', touch: 'c/1' })).toEqual(['pending', 'pending', 'pending', 'kept', 'kept']);
    expect(await signalsOf(1, { kind: 'scan', touch: 'c/2' })).toEqual(['pending']);
    expect(await signalsOf(1, { kind: 'visit', touch: 'c/1' })).toEqual(['pending']);
  });

  test('those already signalled count, hits that were only kept do not', async () => {
    expect(await signalsOf(4, { kind: 'click', touch: 'd/1', signal: 'kept', evidence: 'bot' })).toEqual(['kept', 'kept', 'kept', 'kept']);
    const ids: string[] = [];
    for (const name of ['one', 'two', 'three']) ids.push((await recordEvent(store, scan(`d ${name}`, { kind: 'click', touch: 'd/1' }))).id);
    await markSignalled(store, ids);
    expect(await recordEvent(store, scan('d four', { kind: 'click', touch: 'd/1' }))).toMatchObject({ signal: 'kept' });
  });

  test('deliberate acts are signalled up to twenty times, about a touch or about the person', async () => {
    const signals = await signalsOf(22, { kind: 'redeem', touch: null });
    expect(signals.filter((signal) => signal === 'pending')).toHaveLength(20);
    expect(signals.slice(20)).toEqual(['kept', 'kept']);
  });

  test('500 at the same moment: all are stored, few are signalled', async () => {
    const answers = await Promise.all(Array.from({ length: 500 }, (_, index) => recordEvent(store, scan(`rush ${index}`, { touch: 'e/1' }))));
    const pending = answers.filter((answer) => answer.signal === 'pending').length;
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(500);
    expect(pending).toBeGreaterThanOrEqual(3);
    expect(pending).toBeLessThanOrEqual(13);
  });
});
