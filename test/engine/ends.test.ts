import { describe, expect, test } from '@jest/globals';
import { LiveJourney } from '../../engine/index.ts';
import { JourneyEnded, scenario } from '../../scenarios/vocabulary/index.ts';
import { play } from '../../simulator/index.ts';
import { facts, tried } from './tried.ts';

describe('ending', () => {
  test('a goal cancels the path where it stands, its finally runs, and it can take a piece back', async () => {
    const { timeline, outcome } = await play(
      tried(async (journey) => {
        const card = await journey.print('card', {});
        try {
          await journey.sleep('30 days');
        } finally {
          await card.recall();
        }
      }),
      { facts, on: [{ after: '2 hours', response: 'purchase' }] },
    );
    expect(outcome).toBe('converted');
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  print card/1 sent",
       "day 0.0  sleep until day 30.0",
       "day 0.1  purchase [human]",
       "day 0.1  ended: converted (goal: purchase)",
       "day 0.1  recall card/1: recalled",
     ]
    `);
  });

  test('a flood of reports fills no journal, and still the goal gets through', async () => {
    const flood = Array.from({ length: 3_000 }, () => ({ after: '1 day', response: 'scan', of: 'card' }) as const);
    const { outcome, journal } = await play(
      tried(async (journey) => {
        await journey.print('card', {});
        await journey.sleep('30 days');
      }),
      { facts, on: [...flood, { after: '2 days', response: 'purchase' }] },
    );
    expect(outcome).toBe('converted');
    expect(journal.length).toBeLessThan(1_010);
  });

  test('a path that swallows its end meets it again at the next step', async () => {
    const met: string[] = [];
    const { outcome } = await play(
      tried(async (journey) => {
        for (let step = 0; step < 2; step++) {
          try {
            await journey.email('mail', {});
            await journey.sleep('30 days');
          } catch (error) {
            if (error instanceof JourneyEnded) met.push(error.outcome);
          }
        }
      }),
      { facts, on: [{ after: '1 day', response: 'unsubscribe' }] },
    );
    expect(outcome).toBe('unsubscribe');
    expect(met).toEqual(['unsubscribe', 'unsubscribe']);
  });

  test('a journey never outlasts its limit', async () => {
    const { timeline, outcome } = await play(
      tried(async (journey) => {
        for (;;) await journey.sleep('50 days');
      }),
      { facts },
    );
    expect(outcome).toBe('expired');
    expect(timeline.at(-1)).toBe('day 60.0  ended: expired (within: 60 days)');
  });

  test('a branch left behind by a race is cancelled, and its finally awaited', async () => {
    const { timeline } = await play(
      tried(async (journey) => {
        const card = await journey.print('card', {});
        const patient = async () => {
          try {
            await journey.waitFor(card.on.scan, { for: '40 days' });
          } finally {
            await card.recall();
          }
        };
        await Promise.race([patient(), journey.sleep('1 hour')]);
      }),
      { facts },
    );
    expect(timeline.slice(-2)).toEqual(['day 0.0  ended: completed (path)', 'day 0.0  recall card/1: recalled']);
  });

  test('a bug in a path surfaces; a scenario’s own error is recorded as failed', async () => {
    const bug = tried(async () => {
      throw new TypeError('undefined is not a function');
    });
    await expect(play(bug, { facts })).rejects.toThrow(TypeError);
    const badWait = tried(async (journey) => {
      await journey.waitFor([], { for: '1 day' });
    });
    await expect(play(badWait, { facts })).rejects.toThrow('Expected waitFor to get a response');
  });

  test('what withdrew or bounced is no longer reachable', async () => {
    const seen: unknown[] = [];
    const watched = tried(async (journey) => {
      for (let day = 0; day < 4; day++) {
        seen.push({ ...journey.reachable });
        await journey.sleep('1 day');
      }
    }, []);
    await play(watched, {
      facts,
      on: [
        { after: '2 hours', response: 'unsubscribe', medium: 'social' },
        { after: '26 hours', response: 'bounced', permanent: true },
        {
          after: '50 hours',
          response: 'returned',
          reason: 'unknown at this address',
        },
      ],
    });
    expect(seen).toEqual([
      { print: true, email: true, social: true },
      { print: true, email: true, social: false },
      { print: true, email: false, social: false },
      { print: false, email: false, social: false },
    ]);
  });
});

test('a goal that comes as the next cycle is about to begin ends the journey', async () => {
  const scheduled: (() => void)[] = [];
  const ended: string[] = [];
  const live: LiveJourney = new LiveJourney(
    scenario<object, { mail: { medium: 'email'; props: object } }, { round: number }>({ name: 'cycling', version: 1, goal: ['purchase'], exit: [], within: '60 days' }, async (journey) => {
      try {
        await journey.email('mail', {});
        journey.again({ round: 1 });
      } finally {
        live.receive({ eventId: 'order', kind: 'purchase', at: 0, evidence: 'human' });
      }
    }),
    { facts: {}, reachable: { print: true, email: true, social: true } },
    {
      now: () => 0,
      alarm: (_, ring) => (scheduled.push(ring), () => {}),
      touch: async ({ at }) => ({ sent: true, why: 'sent', at }),
      choose: async ({ options: [arm], at }) => ({ arm: arm!, at, policy: 'tried', chance: 1 }),
      recall: async () => 'too-late',
      finish: async ({ outcome }) => void ended.push(outcome),
      settled: async () => {},
    },
  );
  expect(await live.run()).toMatchObject({ outcome: 'converted', by: 'goal' });
  expect(ended).toEqual(['converted']);
});
