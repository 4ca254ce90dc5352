import { describe, expect, test } from '@jest/globals';
import { content } from '../../scenarios/starter/content.ts';
import { starterV1 } from '../../scenarios/starter/v1.ts';
import { play } from '../../simulator/index.ts';

const facts = { store: 'Montclairval', storeDistance: 2, customer: 'no' } as const;

describe('starter v1, branch by branch', () => {
  test('paper leads to the page, the page to the mail, the mail to the shop', async () => {
    const { timeline, outcome } = await play(starterV1, {
      facts,
      on: [
        { after: '7 days', response: 'scan', of: 'invitation-postcard' },
        { after: '169 hours', response: 'reply', of: 'invitation-postcard', facts: { reads: 'crime' } },
        { after: '8 days', response: 'click', of: 'reading-advice', link: 'reserve' },
        { after: '11 days', response: 'redeem', voucher: '7KQ9X-M2PAB' },
      ],
    });
    expect(outcome).toBe('converted');
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  print invitation-postcard/1 sent",
       "day 0.0  wait 1 for invitation-postcard/1 scan or invitation-postcard/1 visit or invitation-postcard/1 reply until day 25.0",
       "day 7.0  scan of invitation-postcard/1 [human]",
       "day 7.0  wait 1 over: scan of invitation-postcard/1",
       "day 7.0  wait 2 for reply until day 8.0",
       "day 7.0  reply of invitation-postcard/1 [human]",
       "day 7.0  wait 2 over: reply of invitation-postcard/1",
       "day 7.0  learned reads = crime from personal-page",
       "day 7.0  email reading-advice/1 sent (variant one-book)",
       "day 7.0  wait 3 for reading-advice/1 click until day 17.0",
       "day 8.0  click of reading-advice/1 [human]",
       "day 8.0  wait 3 over: click of reading-advice/1",
       "day 8.0  sleep until day 29.0",
       "day 11.0  redeem [human]",
       "day 11.0  ended: converted (goal: redeem)",
     ]
    `);
  });

  test('silence ends the journey three weeks after the card lay in the letter box', async () => {
    const { outcome, touches } = await play(starterV1, { facts });
    expect(outcome).toBe('silent');
    expect(touches.map(({ message }) => message)).toEqual(['invitation-postcard']);
  });

  test('who looks and tells nothing gets advice all the same', async () => {
    const { outcome, touches } = await play(starterV1, { facts, on: [{ after: '6 days', response: 'visit', of: 'invitation-postcard' }] });
    expect(outcome).toBe('interested');
    expect(touches.at(-1)).toMatchObject({ message: 'reading-advice', props: { reads: 'novels', store: 'Montclairval' } });
  });

  test('a card that comes back ends the journey', async () => {
    const { outcome } = await play(starterV1, { facts, on: [{ after: '9 days', response: 'returned', of: 'invitation-postcard', reason: 'moved' }] });
    expect(outcome).toBe('returned');
  });
});

test('the page asks for facts that the schema knows, with the answers it takes', () => {
  const asked = Object.values(content.pages).flatMap(({ asks }) => asks.map(({ fact }) => fact));
  expect(asked).toEqual(['reads']);
  expect(content.facts.safeParse({ ...facts, reads: 'crime' }).success).toBe(true);
  expect(content.facts.safeParse({ ...facts, reads: 'nothing' }).success).toBe(false);
});
