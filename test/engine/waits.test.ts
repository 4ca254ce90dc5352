import { describe, expect, test } from '@jest/globals';
import { JourneyEnded, scenario, type Journey } from '../../scenarios/vocabulary/index.ts';
import { play } from '../../simulator/index.ts';

type Facts = { age: number; interest?: string };
type Post = {
  card: { medium: 'print'; props: object };
  mail: { medium: 'email'; props: object };
  follow: { medium: 'social'; props: object };
};
type Path = (journey: Journey<Facts, Post>) => Promise<void>;

const facts = { age: 7 };
const tried = (path: Path) =>
  scenario<Facts, Post>(
    {
      name: 'tried',
      version: 1,
      goal: ['purchase'],
      exit: ['unsubscribe', 'returned'],
      within: '60 days',
    },
    path,
  );

describe('waiting', () => {
  test('a response that came before its wait counts', async () => {
    const { outcome } = await play(
      tried(async (journey) => {
        const card = await journey.print('card', {});
        await journey.sleep('10 days');
        const scan = await journey.waitFor(card.on.scan, { for: '1 day' });
        journey.end(scan ? `scanned ${scan.at.toISOString().slice(0, 10)}` : 'nothing');
      }),
      { facts, on: [{ after: '5 days', response: 'scan', of: 'card' }] },
    );
    expect(outcome).toBe('scanned 2026-11-07');
  });

  test('a response is taken once: the next wait needs another', async () => {
    const twoScans = tried(async (journey) => {
      const card = await journey.print('card', {});
      const first = await journey.waitFor(card.on.scan, { for: '20 days' });
      const second = await journey.waitFor(card.on.scan, { for: '20 days' });
      journey.end([first, second].filter(Boolean).length.toString());
    });
    expect(
      (
        await play(twoScans, {
          facts,
          on: [{ after: '5 days', response: 'scan', of: 'card' }],
        })
      ).outcome,
    ).toBe('1');
    expect(
      (
        await play(twoScans, {
          facts,
          on: [
            { after: '5 days', response: 'scan', of: 'card' },
            { after: '6 days', response: 'scan', of: 'card' },
          ],
        })
      ).outcome,
    ).toBe('2');
  });

  test('the same event told twice is one response', async () => {
    const { outcome, timeline } = await play(
      tried(async (journey) => {
        const card = await journey.print('card', {});
        await journey.waitFor(card.on.scan, { for: '20 days' });
        journey.end((await journey.waitFor(card.on.scan, { for: '20 days' })) ? 'twice' : 'once');
      }),
      {
        facts,
        on: [
          { after: '5 days', response: 'scan', of: 'card', id: 'scan-1' },
          { after: '6 days', response: 'scan', of: 'card', id: 'scan-1' },
        ],
      },
    );
    expect(outcome).toBe('once');
    expect(timeline.filter((line) => line.includes('scan of card/1 [human]'))).toHaveLength(1);
  });

  test('a response to another touch is not this one’s', async () => {
    const { outcome } = await play(
      tried(async (journey) => {
        await journey.print('card', {});
        const second = await journey.print('card', {});
        journey.end((await journey.waitFor(second.on.scan, { for: '20 days' })) ? 'second' : 'none');
      }),
      { facts, on: [{ after: '5 days', response: 'scan', of: 'card/1' }] },
    );
    expect(outcome).toBe('none');
  });

  test('bots and bare hits move nobody', async () => {
    const clicked = tried(async (journey) => {
      const mail = await journey.email('mail', {});
      journey.end((await journey.waitFor(mail.on.click, { for: '5 days' })) ? 'clicked' : 'not');
    });
    for (const evidence of ['bot', 'logical'] as const) {
      expect(
        (
          await play(clicked, {
            facts,
            on: [
              {
                after: '1 day',
                response: 'click',
                of: 'mail',
                link: 'a',
                evidence,
              },
            ],
          })
        ).outcome,
      ).toBe('not');
    }
    expect(
      (
        await play(clicked, {
          facts,
          on: [{ after: '1 day', response: 'click', of: 'mail', link: 'a' }],
        })
      ).outcome,
    ).toBe('clicked');
  });

  test('a wait on a touch that was not sent ends at once and says so', async () => {
    const { timeline } = await play(
      tried(async (journey) => {
        const mail = await journey.email('mail', {});
        await journey.waitFor(mail.on.click, { for: '5 days' });
        journey.end(mail.why);
      }),
      { facts, receipts: { mail: { sent: false, why: 'suppressed:bounced' } } },
    );
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  email mail/1 not sent: suppressed:bounced",
       "day 0.0  wait 1 for mail/1 click until day 5.0",
       "day 0.0  wait 1 over: nothing was sent that could be answered",
       "day 0.0  ended: suppressed:bounced (path)",
     ]
    `);
  });

  test('a window from the in-home date moves when the carrier reports', async () => {
    const { timeline, outcome } = await play(
      tried(async (journey) => {
        const card = await journey.print('card', {});
        journey.end(
          (await journey.waitFor(card.on.scan, {
            for: '10 days',
            from: card.inHome,
          }))
            ? 'scanned'
            : 'silent',
        );
      }),
      {
        facts,
        on: [
          {
            after: '9 days',
            response: 'delivered',
            of: 'card',
            evidence: 'scan',
          },
          { after: '18 days', response: 'scan', of: 'card' },
        ],
      },
    );
    expect(outcome).toBe('scanned');
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  print card/1 sent",
       "day 0.0  wait 1 for card/1 scan until day 14.0",
       "day 9.0  delivered of card/1 [scan]",
       "day 9.0  wait 1 now until day 19.0",
       "day 18.0  scan of card/1 [human]",
       "day 18.0  wait 1 over: scan of card/1",
       "day 18.0  ended: scanned (path)",
     ]
    `);
  });

  test('parallel branches wait side by side, and the longest-standing wait is served first', async () => {
    const { outcome } = await play(
      tried(async (journey) => {
        const card = await journey.print('card', {});
        const mail = await journey.email('mail', {});
        const [scan, click] = await Promise.all([journey.waitFor(card.on.scan, { for: '20 days' }), journey.waitFor(mail.on.click, { for: '3 days' })]);
        journey.end(`${scan?.kind} ${click?.kind}`);
      }),
      { facts, on: [{ after: '12 days', response: 'scan', of: 'card' }] },
    );
    expect(outcome).toBe('scan undefined');
  });
});

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
    const watched = scenario<Facts, Post>(
      {
        name: 'watched',
        version: 1,
        goal: ['purchase'],
        exit: [],
        within: '60 days',
      },
      async (journey) => {
        for (let day = 0; day < 4; day++) {
          seen.push({ ...journey.reachable });
          await journey.sleep('1 day');
        }
      },
    );
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
