import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { learnCampaign } from '../../activities/learn-campaign.ts';
import { atPoint } from '../../store/at-point.ts';
import { lessonsOf } from '../../store/index.ts';
import { until } from '../setup/until.ts';
import { openChoosing, type Choosing } from './choice/choosing.ts';

let choosing: Choosing;
beforeAll(async () => {
  choosing = await openChoosing({ 'send-hour': { kind: 'thompson', reward: { on: ['click'], within: '7 days' } } });
});
afterAll(() => choosing.store.destroy());

const CAMPAIGN = { campaignId: 'spring' };
const answered = async () => {
  const journeyId = await choosing.enter();
  await choosing.choose(journeyId);
  await choosing.report(journeyId, 'click');
};

test('a campaign’s policies are learned, and its lessons written', async () => {
  await answered();
  const warned: string[] = [];
  expect(await learnCampaign({ ...choosing.deps, heartbeat: () => {}, warn: (message) => warned.push(message) }, CAMPAIGN)).toEqual({ changed: ['send-hour'], isOver: false });
  expect((await lessonsOf(choosing.store, 'spring')).looked).toMatchObject({ at: expect.any(Date) });
  expect(warned).toEqual([]);
});

test('lessons that can’t be written take nothing from what was learned, and are not passed over in silence', async () => {
  await answered();
  await sql`ALTER TABLE lesson_looks RENAME TO lost`.execute(choosing.store);
  const warned: [string, unknown][] = [];
  expect(await learnCampaign({ ...choosing.deps, heartbeat: () => {}, warn: (...said) => warned.push([said[0], said[1]]) }, CAMPAIGN)).toEqual({ changed: ['send-hour'], isOver: false });
  expect(warned).toEqual([[expect.stringContaining('Expected the lessons of spring to be written'), { error: expect.objectContaining({ message: expect.stringContaining('lesson_looks') }) }]]);
  await sql`ALTER TABLE lost RENAME TO lesson_looks`.execute(choosing.store);
});

test('while it takes long at one point, it gives signs of life', async () => {
  await answered();
  let [beats, atOnePoint] = [0, 0];
  const learning = await atPoint(choosing.store, { campaignId: 'spring', point: 'send-hour' }, async () => {
    const learned = learnCampaign({ ...choosing.deps, heartbeat: () => void beats++, warn: () => {}, beatEvery: 10 }, CAMPAIGN);
    await until('signs of life', () => Promise.resolve(beats >= 3));
    atOnePoint = beats;
    return { learned };
  });
  expect(await learning.learned).toEqual({ changed: ['send-hour'], isOver: false });
  expect(atOnePoint).toBeGreaterThanOrEqual(3);
});
