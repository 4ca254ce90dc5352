import { describe, expect, test } from '@jest/globals';
import { boilerRenewalV1 } from '../../scenarios/boiler-renewal/v1.ts';
import { boilerRenewalV2 } from '../../scenarios/boiler-renewal/v2.ts';
import { play } from '../../simulator/index.ts';

const facts = {
  boilerAge: 15,
  energy: 'gas',
  storeDistance: 4,
  store: 'Bellebraise Les Forges',
  customer: 'no',
} as const;

describe('boiler-renewal v1, branch by branch', () => {
  test('paper leads to the page, the page to the mail, the mail to the social page, and all to the shop', async () => {
    const { timeline, outcome } = await play(boilerRenewalV1, {
      facts,
      on: [
        { after: '7 days', response: 'scan', of: 'renewal-postcard' },
        {
          after: '169 hours',
          response: 'reply',
          of: 'renewal-postcard',
          facts: { interest: 'replace' },
        },
        {
          after: '9 days',
          response: 'click',
          of: 'thank-you',
          link: 'appointment',
        },
        {
          after: '20 days',
          response: 'purchase',
          order: 'F-1881',
          amount: 3_900,
          currency: 'EUR',
        },
      ],
    });
    expect(outcome).toBe('converted');
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  print renewal-postcard/1 sent",
       "day 0.0  wait 1 for renewal-postcard/1 scan or renewal-postcard/1 visit or renewal-postcard/1 reply until day 25.0",
       "day 7.0  scan of renewal-postcard/1 [human]",
       "day 7.0  wait 1 over: scan of renewal-postcard/1",
       "day 7.0  wait 2 for reply until day 8.0",
       "day 7.0  reply of renewal-postcard/1 [human]",
       "day 7.0  wait 2 over: reply of renewal-postcard/1",
       "day 7.0  learned interest = replace from personal-page",
       "day 7.0  email thank-you/1 sent (variant warm)",
       "day 7.0  wait 3 for thank-you/1 click until day 14.0",
       "day 9.0  click of thank-you/1 [human]",
       "day 9.0  wait 3 over: click of thank-you/1",
       "day 9.0  invitation follow-us/1 sent",
       "day 9.0  sleep until day 39.0",
       "day 20.0  purchase [human]",
       "day 20.0  ended: converted (goal: purchase)",
     ]
    `);
  });

  test('silence brings one reminder by mail, the cheaper one, where the person agreed to mails', async () => {
    const { timeline, outcome, touches } = await play(boilerRenewalV1, {
      facts,
    });
    expect(outcome).toBe('silent');
    expect(touches.map(({ message }) => message)).toEqual(['renewal-postcard', 'reminder-email']);
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  print renewal-postcard/1 sent",
       "day 0.0  wait 1 for renewal-postcard/1 scan or renewal-postcard/1 visit or renewal-postcard/1 reply until day 25.0",
       "day 25.0  wait 1 over: time is up",
       "day 25.0  email reminder-email/1 sent",
       "day 25.0  wait 2 for reminder-email/1 click or reminder-email/1 reply until day 39.0",
       "day 39.0  wait 2 over: time is up",
       "day 39.0  ended: silent (path)",
     ]
    `);
  });

  test('silence brings one reminder by post where the person did not agree to mails', async () => {
    const { outcome, touches } = await play(boilerRenewalV1, {
      facts,
      reachable: { email: false, social: false },
    });
    expect(outcome).toBe('silent');
    expect(touches.map(({ touch }) => touch)).toEqual(['renewal-postcard/1', 'reminder-card/1']);
  });

  test('the reminder wakes them up', async () => {
    const { outcome, touches } = await play(boilerRenewalV1, {
      facts,
      on: [
        {
          after: '27 days',
          response: 'click',
          of: 'reminder-email',
          link: 'page',
        },
      ],
    });
    expect(touches.map(({ message }) => message)).toEqual(['renewal-postcard', 'reminder-email', 'thank-you']);
    expect(outcome).toBe('interested');
  });

  test('what they asked for on the page is what the thank-you mail speaks of', async () => {
    const { touches, ending } = await play(boilerRenewalV1, {
      facts,
      on: [
        {
          after: '6 days',
          response: 'reply',
          of: 'renewal-postcard',
          facts: { interest: 'advice', horizon: 'later' },
        },
      ],
    });
    expect(touches[1]).toMatchObject({
      message: 'thank-you',
      props: { interest: 'advice', store: 'Bellebraise Les Forges' },
      choose: ['warm', 'factual'],
    });
    expect(ending.learned).toEqual({ interest: 'advice', horizon: 'later' });
  });

  test('who does not fill in the form within a day is thanked by what the boiler’s age suggests', async () => {
    const { touches } = await play(boilerRenewalV1, {
      facts: { ...facts, boilerAge: 5 },
      on: [{ after: '6 days', response: 'visit', of: 'renewal-postcard' }],
    });
    expect(touches[0]).toMatchObject({ props: { offer: 'service' } });
    expect(touches[1]).toMatchObject({
      message: 'thank-you',
      props: { interest: 'service' },
    });
  });

  test('no click, no invitation', async () => {
    const { outcome, touches } = await play(boilerRenewalV1, {
      facts,
      on: [{ after: '6 days', response: 'visit', of: 'renewal-postcard' }],
    });
    expect(touches.map(({ message }) => message)).not.toContain('follow-us');
    expect(outcome).toBe('interested');
  });

  test('a click brings the invitation, and without a purchase they count as engaged', async () => {
    const { outcome, touches } = await play(boilerRenewalV1, {
      facts,
      on: [
        { after: '6 days', response: 'visit', of: 'renewal-postcard' },
        {
          after: '8 days',
          response: 'click',
          of: 'thank-you',
          link: 'appointment',
        },
      ],
    });
    expect(touches.at(-1)).toMatchObject({
      message: 'follow-us',
      medium: 'social',
    });
    expect(outcome).toBe('engaged');
  });

  test.each([
    ['purchase', 'converted'],
    ['redeem', 'converted'],
    ['unsubscribe', 'unsubscribe'],
    ['returned', 'returned'],
    ['complained', 'complained'],
  ] as const)('%s in the middle of a wait ends the journey as %s', async (response, outcome) => {
    const played = await play(boilerRenewalV1, {
      facts,
      on: [{ after: '10 days', response }],
    });
    expect(played.outcome).toBe(outcome);
    expect(played.timeline.at(-1)).toContain('day 10.0  ended');
  });

  test('who refused post gets no postcard, and is reminded at once by what remains', async () => {
    const { touches, outcome } = await play(boilerRenewalV1, {
      facts,
      reachable: { print: false },
      receipts: { 'renewal-postcard': { sent: false } },
    });
    expect(touches.map(({ message }) => message)).toEqual(['renewal-postcard', 'reminder-email']);
    expect(outcome).toBe('silent');
  });
});

describe('version 2', () => {
  test('reminds a week sooner, within the hours for mails', async () => {
    const { timeline } = await play(boilerRenewalV2, { facts, start: new Date('2026-11-02T21:30:00Z') });
    expect(timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  print renewal-postcard/1 sent",
       "day 0.0  wait 1 for renewal-postcard/1 scan or renewal-postcard/1 visit or renewal-postcard/1 reply until day 18.0",
       "day 18.0  wait 1 over: time is up",
       "day 18.0  reminder-email/1 held until day 18.4, when its window opens",
       "day 18.4  email reminder-email/1 sent",
       "day 18.4  wait 2 for reminder-email/1 click or reminder-email/1 reply until day 32.4",
       "day 32.4  wait 2 over: time is up",
       "day 32.4  ended: silent (path)",
     ]
    `);
  });

  test('who lives near a store and did not come gets one more card', async () => {
    const on = [{ after: '6 days', response: 'scan', of: 'renewal-postcard' }] as const;
    const near = await play(boilerRenewalV2, { facts, on });
    const far = await play(boilerRenewalV2, { facts: { ...facts, storeDistance: 30 }, on });
    expect(near.touches.map(({ touch }) => touch)).toEqual(['renewal-postcard/1', 'thank-you/1', 'reminder-card/1']);
    expect(far.touches.map(({ touch }) => touch)).toEqual(['renewal-postcard/1', 'thank-you/1']);
  });
});
