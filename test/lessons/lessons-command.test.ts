import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { decideByPolicy } from '../../activities/choice/index.ts';
import { writeLessons } from '../../activities/lessons/write-lessons.ts';
import { droppedLines } from '../../cli/report/dropped-lines.ts';
import { lessonLines } from '../../cli/report/lesson-lines.ts';
import { register } from '../../cli/commands/lessons.ts';
import { firstPolicy } from '../../learning/index.ts';
import { findLessons } from '../../lessons/index.ts';
import { policies } from '../../scenarios/boiler-renewal/policies.ts';
import { contentOf } from '../../scenarios/content/index.ts';
import { campaignSeen, type CampaignAsked } from '../../store/campaign-seen.ts';
import type { Campaign } from '../../store/campaigns.ts';
import { recordEvent } from '../../store/events.ts';
import { bringIntoForce, findPolicy } from '../../store/policies.ts';
import { dropSegment, lessonLog, lessonsOf } from '../../store/index.ts';
import { runCommand } from '../cli/run-command.ts';
import { testStore, type TestStore } from '../setup/store.ts';
import { DAY } from './invented-campaign.ts';
import { NOW, recordedCampaign } from './recorded-campaign.ts';

let store: TestStore;
let campaign: Campaign;
const before = { ...process.env };
beforeAll(async () => {
  store = await testStore();
  campaign = await recordedCampaign(store);
  Object.assign(process.env, { DATABASE_URL: store.databaseUrl, DATABASE_SCHEMA: store.schemaName });
});
afterAll(async () => {
  process.env = before;
  await store.destroy();
});

const run = (...args: string[]) => runCommand(register, ['lessons', ...args]);
const asked: CampaignAsked = {
  campaignId: 'spring',
  clock: { epoch: 0, speed: 1 },
  goal: ['purchase', 'redeem'],
  now: NOW,
  rewardOf: () => ({ reward: ['click'], within: 7 * DAY }),
};

describe('what a campaign has seen', () => {
  test('is what a recount of the raw events says: no bots, no holdout, nothing recalled', async () => {
    const { touches, points } = await campaignSeen(store, asked);
    const printed = await store.selectFrom('mailpieces').select('touch_id').where('status', '=', 'printed').execute();
    const reminded = await store.selectFrom('touches').select('id').where('message', '=', 'reminder-card').execute();
    const scans = await store.selectFrom('events').select('journey_id').distinct().where('kind', '=', 'scan').where('evidence', '=', 'human').execute();
    const clicks = await store.selectFrom('events').select('journey_id').where('kind', '=', 'click').execute();
    const cards = touches.filter(({ medium }) => medium === 'print');
    expect([cards.length, cards.filter(({ answer }) => answer).length]).toEqual([printed.length, scans.length]);
    expect(points).toMatchObject([{ point: 'thank-you', medium: 'email', arms: ['warm', 'factual'] }]);
    expect([points[0]!.choices.length, points[0]!.choices.filter(({ success }) => success).length]).toEqual([touches.length - cards.length, clicks.length]);
    const silent = cards.filter(({ answer, message }) => !answer && message === 'renewal-postcard');
    expect(silent.map(({ at, wentOn }) => Math.round((wentOn! - at) / DAY))).toEqual(reminded.map(() => 28));
  });

  test('sorts nobody by what they told or showed on the way', async () => {
    const facts = async () => new Set((await campaignSeen(store, asked)).touches.flatMap(({ facts }) => Object.keys(facts)));
    expect([...(await facts())].sort()).toEqual(['boilerAge', 'customer', 'energy', 'interest', 'store', 'storeDistance']);
    await store
      .insertInto('fact_sources')
      .values({ prospect_id: 'p-3', fact: 'interest', value: '"service"', source: 'asked:personal-page', certainty: 1, at: new Date() })
      .execute();
    expect([...(await facts())]).not.toContain('interest');
  });

  test('a point is one, though versions of its path offer different arms: what is found there is found once', async () => {
    await bringIntoForce(store, {
      campaignId: 'spring',
      point: 'thank-you',
      arms: ['warm', 'factual', 'short'],
      snapshot: firstPolicy(policies['thank-you']!, ['warm', 'factual', 'short']),
      campaignAt: new Date(NOW),
    });
    const seen = await campaignSeen(store, asked);
    expect(seen.points).toMatchObject([{ point: 'thank-you', medium: 'email', arms: ['warm', 'factual', 'short'] }]);
    const keys = findLessons(seen, contentOf('boiler-renewal.v3').names).findings.map(({ key }) => key);
    expect(keys).toContain('harm/thank-you/factual');
    expect(keys).toEqual([...new Set(keys)]);
    await store
      .deleteFrom('policies_in_force')
      .where('arms', '@>', sql<string[]>`ARRAY['short']`)
      .execute();
  });

  test('what was given back comes off, and an order of which nothing is left reached no goal', async () => {
    const tell = (kind: string, journey_id: string, data: Readonly<Record<string, unknown>>) =>
      recordEvent(store, { event_id: `${kind}-${journey_id}`, kind, evidence: 'human', journey_id, source: 'test', at: new Date(), signal: 'kept', data });
    const ids = (await campaignSeen(store, asked)).journeys.slice(0, 2).map(({ id }) => id);
    for (const [index, id] of ids.entries()) {
      await tell('purchase', id, { order: `F-${index}`, amount: 100, currency: 'EUR' });
      await tell('refund', id, { order: `F-${index}`, amount: index === 0 ? 100 : 30, currency: 'EUR' });
    }
    expect((await campaignSeen(store, asked)).journeys.filter(({ id }) => ids.includes(id))).toEqual([
      { id: ids[0], converted: false, revenue: 0 },
      { id: ids[1], converted: true, revenue: 70 },
    ]);
    await store.deleteFrom('events').where('source', '=', 'test').where('kind', 'in', ['purchase', 'refund']).execute();
  });

  test('a choice whose answer may still come is not looked at', async () => {
    const { points } = await campaignSeen(store, { ...asked, now: NOW - 95 * DAY });
    expect(points[0]!.choices).toEqual([]);
  });
});

describe('parcours lessons', () => {
  test('says what the campaign teaches: what is true of it, and nothing else', async () => {
    const { shown, code } = await run('spring');
    expect(code).toBe(0);
    expect(shown).toMatchInlineSnapshot(`
     "spring  2,638 touches, 603 answered; 11 comparisons

     New

       ● harm/thank-you/factual
         In the thank-you mail, after “factual” people complain or withdraw, after
         the others nobody: 23 of 209, against 0 of 218, at least 1.1 times as often
         (95 % over 2 comparisons).
         → stop factual at thank-you
         95 % over 2 comparisons; ratio of rates by propensities, always-valid
         interval, Bonferroni

       ● variant/thank-you/warm
         In the thank-you mail, “warm” brings 2.5 times as many clicks (95 % over 7
         comparisons: 1.4 to 5 times): 58 %, against 24 % with “factual”.
         → choose at thank-you: warm 90 %, factual 10 %
         95 % over 7 comparisons; ratio of rates by propensities, always-valid
         interval, Bonferroni

       ● wait/renewal-postcard
         Of the answers to the renewal postcard, 95 in 100 have come by day 11 (13 at
         most); without one the path waits 28 days. A wait of 13 days would do: the
         next step would come 15 days sooner.
         → in a new version of the scenario, wait 13 days after renewal-postcard;
         accepting notes it
         95 %; 95 % quantile of the delays, upper end of its interval by order
         statistics

       ● delay/email/click
         Clicks come 7 hours after sending (median of 176; half between 7 and 7
         hours).
         95 %; median with its interval by order statistics; touches of at least 7
         days

       ● delay/print/scan
         Scans come 4 days after delivery (median of 427; half between 2.5 and 6
         days).
         95 %; median with its interval by order statistics; touches of at least 21
         days

     To accept one, or --dismiss it:
       npx parcours lessons spring --accept 'harm/thank-you/factual' --by <name>
     "
    `);
  });

  test('in French, and for machines', async () => {
    expect((await run('spring', '--language', 'fr')).shown).toContain('Les scans arrivent 4\u00a0jours après la distribution');
    const { lessons, looked } = JSON.parse((await run('spring', '--json')).shown) as Awaited<ReturnType<typeof lessonsOf>>;
    expect(lessons.map(({ key, status }) => [key, status])).toEqual([
      ['harm/thank-you/factual', 'proposed'],
      ['variant/thank-you/warm', 'proposed'],
      ['wait/renewal-postcard', 'proposed'],
      ['delay/email/click', 'proposed'],
      ['delay/print/scan', 'proposed'],
    ]);
    expect(looked).toMatchObject({ comparisons: expect.any(Number) });
  });

  test('accepts one: the next choice of a running journey goes by it; a second time it changes nothing', async () => {
    const chosen = async (id: string) => {
      const point = { campaignId: 'spring', point: 'thank-you', arms: ['warm', 'factual'] } as const;
      return decideByPolicy(
        { store, contentOf },
        { ...point, id, journeyId: 'spring/p-1', campaign, scenario: 'boiler-renewal.v3', medium: 'email', facts: {}, at: Date.now(), found: await findPolicy(store, point) },
      );
    };
    const { shown } = await run('spring', '--accept', 'harm/thank-you/factual', '--by', 'Léa', '--because', 'too curt');
    expect(shown).toMatch(/^Accepted: In the thank-you mail, after “factual” .*\nEffect: thank-you: factual is stopped\.\n$/);
    for (const occurrence of [1, 2, 3, 4, 5, 6]) expect(await chosen(`spring/p-1/thank-you/${occurrence}`)).toMatchObject({ arm: 'warm', propensity: 1 });
    expect((await run('spring', '--accept', 'harm/thank-you/factual', '--by', 'Tom')).shown).toMatch(/^Accepted before, by Léa on \d{4}-\d\d-\d\d; nothing was done again/);
    expect(await lessonLog(store, 'spring')).toMatchObject([{ key: 'harm/thank-you/factual', decision: 'accepted', by: 'Léa', because: 'too curt' }]);
    expect((await run('spring')).shown).toContain('accepted by Léa on');
  });

  test('dismisses one', async () => {
    expect((await run('spring', '--dismiss', 'wait/renewal-postcard', '--by', 'Léa')).shown).toMatch(/^Dismissed: .*\nEffect: nothing changes\.\n$/);
    expect((await lessonsOf(store, 'spring')).lessons.find(({ key }) => key === 'wait/renewal-postcard')).toMatchObject({ status: 'dismissed' });
  });

  test('says when the data no longer say so, and does nothing', async () => {
    await writeLessons({ store, contentOf }, { campaignId: 'spring' });
    await store.updateTable('decisions').set({ arm: 'warm' }).execute();
    const { shown, code } = await run('spring', '--accept', 'variant/thank-you/warm', '--by', 'Léa');
    expect(code).toBe(1);
    expect(shown).toMatch(/^Nothing was done: the data no longer say so\. They said: In the thank-you mail, “warm” brings .*\nSee what they say: npx parcours lessons spring\n$/s);
  });

  test('shows whom the campaign writes to no more, and writes to them again', async () => {
    await dropSegment(store, { campaignId: 'spring', fact: 'boilerAge', op: '<', value: 5, medium: 'print', by: 'Léa', because: 'nobody under five years answered' });
    await dropSegment(store, { campaignId: 'spring', fact: 'town', op: '=', value: 'Lormoisy', by: 'Tom', because: 'the shop there has closed' });
    const { shown } = await run('spring');
    expect(shown.slice(shown.indexOf('Dropped')).replace(/\d{4}-\d\d-\d\d/g, '<date>')).toMatchInlineSnapshot(`
     "Dropped

       ● no print to boilerAge<5
         by Léa on <date>, because nobody under five years answered

       ● nothing to town=Lormoisy
         by Tom on <date>, because the shop there has closed

     To write to them again:
       npx parcours lessons spring --restore 'boilerAge<5' --medium print --by <name> --because <reason>
     "
    `);
    const { dropped } = JSON.parse((await run('spring', '--json')).shown) as { dropped: unknown[] };
    expect(dropped).toMatchObject([
      { rule: 'boilerAge<5', medium: 'print', by: 'Léa' },
      { rule: 'town=Lormoisy', by: 'Tom' },
    ]);
    const who = ['--by', 'Léa', '--because', 'a new offer for them'];
    await expect(run('spring', '--restore', 'boilerAge<5', ...who)).rejects.toThrow(
      'Expected what spring has dropped (no print to boilerAge<5; nothing to town=Lormoisy), got nothing to boilerAge<5.',
    );
    expect((await run('spring', '--restore', 'boilerAge<5', '--medium', 'print', ...who)).shown).toBe(
      "Restored: no longer “no print to boilerAge<5”, from each journey's next touch on.\n",
    );
    expect((await run('spring', '--restore', 'town=Lormoisy', ...who)).shown).toContain('Restored');
    expect((await run('spring')).shown).not.toContain('Dropped');
    expect(await store.selectFrom('dropped_segments').select(['rule', 'ended_by', 'ended_because']).orderBy('id').execute()).toEqual([
      { rule: 'boilerAge<5', ended_by: 'Léa', ended_because: 'a new offer for them' },
      { rule: 'town=Lormoisy', ended_by: 'Léa', ended_because: 'a new offer for them' },
    ]);
  });

  test('says what is missing or not understood', async () => {
    await expect(run('autumn')).rejects.toThrow("Expected a campaign of this database, got 'autumn'.");
    await expect(run('spring', '--accept', 'x')).rejects.toThrow('Expected --by <name> with a decision, got none.');
    await expect(run('spring', '--accept', 'x', '--by', 'Léa')).rejects.toThrow("Expected a lesson of campaign 'spring', got 'x'.");
    await expect(run('spring', '--accept', 'x', '--dismiss', 'x', '--by', 'Léa')).rejects.toThrow('Expected --accept or --dismiss, got both.');
    await expect(run('spring', '--restore', 'x', '--by', 'Léa')).rejects.toThrow('Expected --by <name> and --because <reason> with --restore');
    await expect(run('spring', '--restore', 'x', '--accept', 'x')).rejects.toThrow('Expected --restore or a decision about a lesson, got both.');
    await expect(run('spring', '--medium', 'print')).rejects.toThrow('Expected --medium with --restore, got it alone.');
    await expect(run('spring', '--language', 'de')).rejects.toThrow("Expected --language en or fr, got 'de'.");
  });
});

test('what people wrote in a fact does nothing to a terminal', () => {
  const evil = 'Lyon\u001b[2J\u0007\u202e';
  const proposal = { do: 'drop', medium: 'print', fact: 'town', op: '=', value: evil } as const;
  const lesson = {
    key: 'segment/print/town',
    kind: 'segment',
    sentence: { en: `People in ${evil} don’t pay.`, fr: '' },
    numbers: {},
    certainty: 0.95,
    basis: { touches: 1, answers: 1, comparisons: 1, method: 'm' },
    proposal,
  } as const;
  const lines = lessonLines(
    { lessons: [{ ...lesson, status: 'proposed', holds: true, ground: 'g', foundAt: new Date() }] },
    { campaignId: 'spring', columns: 80, colours: false, language: 'en' },
  );
  expect(lines.join('\n')).toContain('→ send no print to town=Lyon  any more');
  expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('nor what somebody wrote to whom a segment was dropped, nor to a shell', () => {
  const lines = droppedLines([{ rule: "town=L'Isle\u001b[2J", fact: 'town', op: '=', value: '', by: 'Léa', because: 'tried', at: new Date() }], { campaignId: 'spring', columns: 80, colours: false });
  expect(lines.at(-1)).toContain(" --restore 'town=L'\\''Isle");
  expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

describe('a campaign that has yet to begin', () => {
  let empty: TestStore;
  afterEach(() => empty.destroy());

  test('has nothing to learn from, and says so', async () => {
    empty = await testStore();
    await recordedCampaign(empty, { people: 0 });
    process.env['DATABASE_SCHEMA'] = empty.schemaName;
    const { shown } = await run('spring');
    process.env['DATABASE_SCHEMA'] = store.schemaName;
    expect(shown).toMatchInlineSnapshot(`
     "spring  0 touches, 0 answered; 0 comparisons

     Nothing has been sent yet, so there is nothing to learn from.
     "
    `);
  });
});
