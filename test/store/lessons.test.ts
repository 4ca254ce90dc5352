import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { groundOf } from '../../store/lessons.ts';
import { acceptLesson, dismissLesson, lessonLog, lessonsOf, saveLook, type Store } from '../../store/index.ts';
import { bringIntoForce, currentPolicies } from '../../store/policies.ts';
import { droppedSegments } from '../../store/segments.ts';
import type { Finding } from '../../lessons/lesson.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { springCampaign } from './spring-campaign.ts';

const seen = { touches: 900, answers: 80, comparisons: 3 };
const basis = { touches: 900, answers: 80, comparisons: 3, method: 'test' };
const warmWins: Finding = {
  ...{ key: 'variant/thank-you/warm', kind: 'variant', sentence: { en: 'Warm wins.', fr: 'Chaleureux gagne.' }, numbers: { lift: 0.4 }, certainty: 0.95, basis },
  proposal: { do: 'weights', point: 'thank-you', weights: { warm: 0.9, factual: 0.1 } },
};
const factualHarms: Finding = { ...warmWins, key: 'harm/thank-you/factual', kind: 'harm', proposal: { do: 'stop', point: 'thank-you', arm: 'factual' } };
const youngBoilers: Finding = { ...warmWins, key: 'segment/print/boilerAge<6', kind: 'segment', proposal: { do: 'drop', medium: 'print', fact: 'boilerAge', op: '<', value: 6 } };
const { proposal: _, ...delays } = { ...warmWins, key: 'delay/print/scan', kind: 'delay' as const };

let store: TestStore;
beforeEach(async () => {
  store = await testStore();
  await springCampaign(store);
  await chosen(store);
});
afterEach(() => store.destroy());

/** The campaign has chosen between the two variants of its thank-you. */
async function chosen(into: Store): Promise<void> {
  const snapshot = { hash: 'h1', stopped: {} } as Parameters<typeof bringIntoForce>[1]['snapshot'];
  await bringIntoForce(into, { campaignId: 'spring', point: 'thank-you', arms: ['warm', 'factual'], snapshot, campaignAt: new Date('2026-03-04T08:00:00Z') });
}

const look = (...findings: Finding[]) => saveLook(store, { campaignId: 'spring', look: { findings, seen } });
const statuses = async () => Object.fromEntries((await lessonsOf(store, 'spring')).lessons.map(({ key, status }) => [key, status]));
const decision = (key: string, ground?: string) => ({ campaignId: 'spring', key, by: 'lea', ...(ground === undefined ? {} : { ground }) });

describe('the lessons of a campaign', () => {
  test('before the first look there are none, and it says that nobody has looked', async () => {
    expect(await lessonsOf(store, 'spring')).toEqual({ lessons: [] });
    await look();
    expect(await lessonsOf(store, 'spring')).toEqual({ lessons: [], looked: { ...seen, at: expect.any(Date) } });
  });

  test('found again, a lesson is the same with its new numbers; not found again, it is superseded', async () => {
    await look(warmWins, delays);
    await look({ ...warmWins, numbers: { lift: 0.5 } });
    const { lessons } = await lessonsOf(store, 'spring');
    expect(lessons).toMatchObject([
      { key: 'variant/thank-you/warm', status: 'proposed', numbers: { lift: 0.5 } },
      { key: 'delay/print/scan', status: 'superseded', holds: false },
    ]);
    await look(warmWins, delays);
    expect(await statuses()).toEqual({ 'variant/thank-you/warm': 'proposed', 'delay/print/scan': 'proposed' });
  });

  test('two looks at the same time leave one lesson', async () => {
    await Promise.all([look(warmWins), look(warmWins), look(warmWins)]);
    expect(await statuses()).toEqual({ 'variant/thank-you/warm': 'proposed' });
  });
});

describe('accepting', () => {
  test('takes effect by the policy in force and is logged; a second time it changes nothing', async () => {
    await look(warmWins);
    expect(await acceptLesson(store, decision(warmWins.key))).toMatchObject({ result: 'done', effect: 'thank-you: warm 90 %, factual 10 %', lesson: { status: 'accepted', decided: { by: 'lea' } } });
    expect(await acceptLesson(store, { ...decision(warmWins.key), by: 'tom' })).toMatchObject({ result: 'again', lesson: { decided: { by: 'lea' } } });
    const [policy] = await currentPolicies(store, 'spring');
    expect(policy?.overrides).toMatchObject([{ override: { weights: { warm: 0.9, factual: 0.1 } }, by: 'lea', because: 'lesson variant/thank-you/warm: Warm wins.' }]);
    expect(await lessonLog(store, 'spring')).toMatchObject([{ key: warmWins.key, decision: 'accepted', by: 'lea', effect: 'thank-you: warm 90 %, factual 10 %' }]);
  });

  test('by two operators at the same moment is done once', async () => {
    await look(factualHarms);
    const results = await Promise.all([acceptLesson(store, decision(factualHarms.key)), acceptLesson(store, { ...decision(factualHarms.key), by: 'tom' })]);
    expect(results.map(({ result }) => result).sort()).toEqual(['again', 'done']);
    expect((await currentPolicies(store, 'spring'))[0]?.overrides).toHaveLength(1);
  });

  test('drops a segment', async () => {
    await look(youngBoilers);
    expect(await acceptLesson(store, decision(youngBoilers.key))).toMatchObject({ effect: 'no print to boilerAge<6 any more' });
    expect(await droppedSegments(store, 'spring')).toMatchObject([{ rule: 'boilerAge<6', medium: 'print', by: 'lea' }]);
  });

  test('is refused, and nothing done, when the data say something else than was read', async () => {
    await look(warmWins);
    const read = groundOf(warmWins);
    await look({ ...warmWins, proposal: { do: 'weights', point: 'thank-you', weights: { warm: 0.7, factual: 0.3 } } });
    expect(await acceptLesson(store, decision(warmWins.key, read))).toMatchObject({ result: 'changed', lesson: { status: 'proposed' } });
    await look();
    expect(await acceptLesson(store, decision(warmWins.key))).toMatchObject({ result: 'changed', lesson: { status: 'superseded' } });
    expect(await lessonLog(store, 'spring')).toEqual([]);
    expect((await currentPolicies(store, 'spring'))[0]?.overrides).toEqual([]);
  });

  test('what can’t be carried out is not accepted', async () => {
    await look({ ...factualHarms, proposal: { do: 'stop', point: 'thank-you', arm: 'rhyming' } });
    await expect(acceptLesson(store, decision(factualHarms.key))).rejects.toThrow("Expected an arm of 'thank-you' (warm, factual), got 'rhyming'.");
    expect(await statuses()).toEqual({ [factualHarms.key]: 'proposed' });
  });

  test('needs a name and a lesson', async () => {
    await look(warmWins);
    await expect(acceptLesson(store, { ...decision(warmWins.key), by: '  ' })).rejects.toThrow('Expected the name of who decides, got none.');
    await expect(acceptLesson(store, decision('variant/none'))).rejects.toThrow("Expected a lesson of campaign 'spring', got 'variant/none'.");
  });

  test('of a lesson that the data no longer say stays on record, and says so', async () => {
    await look(warmWins);
    await acceptLesson(store, decision(warmWins.key));
    await look();
    expect((await lessonsOf(store, 'spring')).lessons).toMatchObject([{ key: warmWins.key, status: 'accepted', holds: false }]);
  });
});

describe('dismissing', () => {
  test('lasts until the data come to something else', async () => {
    await look(warmWins);
    expect(await dismissLesson(store, { ...decision(warmWins.key), because: 'a fair is on' })).toMatchObject({ result: 'done', effect: 'nothing changes' });
    await look({ ...warmWins, numbers: { lift: 0.6 } });
    expect(await statuses()).toEqual({ [warmWins.key]: 'dismissed' });
    await look({ ...warmWins, proposal: { do: 'weights', point: 'thank-you', weights: { warm: 1 } } });
    expect(await statuses()).toEqual({ [warmWins.key]: 'proposed' });
    expect(await lessonLog(store, 'spring')).toMatchObject([{ decision: 'dismissed', because: 'a fair is on' }]);
  });

  test('does not undo what was accepted', async () => {
    await look(warmWins);
    await acceptLesson(store, decision(warmWins.key));
    expect(await dismissLesson(store, decision(warmWins.key))).toMatchObject({ result: 'otherwise', lesson: { status: 'accepted' } });
  });
});
