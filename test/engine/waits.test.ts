import { describe, expect, test } from '@jest/globals';
import { play } from '../../simulator/index.ts';
import { facts, tried } from './tried.ts';

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

  test('a window from the in-home date follows a late hand-over, then the delivery, and no later guess', async () => {
    const path = tried(async (journey) => {
      const card = await journey.print('card', {});
      journey.end((await journey.waitFor(card.on.scan, { for: '10 days', from: card.inHome })) ? 'scanned' : 'silent');
    });
    const { timeline } = await play(path, {
      facts,
      start: new Date('2026-11-02T09:00:00Z'),
      on: [
        { after: '2 days', response: 'posted', of: 'card', evidence: 'estimated', inHome: Date.parse('2026-11-09T11:00:00Z') },
        { after: '8 days', response: 'delivered', of: 'card', evidence: 'logical' },
        { after: '9 days', response: 'posted', of: 'card', evidence: 'estimated', inHome: Date.parse('2026-11-30T11:00:00Z') },
      ],
    });
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  print card/1 sent",
       "day 0.0  wait 1 for card/1 scan until day 14.0",
       "day 2.0  posted of card/1 [estimated]",
       "day 2.0  wait 1 now until day 17.1",
       "day 8.0  delivered of card/1 [logical]",
       "day 8.0  wait 1 now until day 18.0",
       "day 9.0  posted of card/1 [estimated]",
       "day 18.0  wait 1 over: time is up",
       "day 18.0  ended: silent (path)",
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
