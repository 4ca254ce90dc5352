import { describe, expect, test } from '@jest/globals';
import type { EquipmentFacts } from '../../scenarios/equipment-renewal/facts.ts';
import { equipmentRenewalV1 } from '../../scenarios/equipment-renewal/v1.ts';
import { play, type Played } from '../../simulator/index.ts';

const facts: EquipmentFacts = { equipment: 'gas-boiler', installedYear: 2020, serviceMonth: 3, agency: 'Aiguevance' };
const years = ({ journal }: Played) => journal.flatMap((entry) => (entry.type === 'touch' ? [`${new Date(entry.at).toISOString().slice(0, 10)} ${entry.touch}`] : []));

describe('equipment-renewal v1', () => {
  test('a season: the mail a month ahead on a working morning, the visit arranged and done, then the next year', async () => {
    const played = await play(equipmentRenewalV1, {
      facts,
      on: [
        { after: '95 days', response: 'click', of: 'service-email/1', link: 'visit' },
        { after: '95.1 days', response: 'reply', of: 'service-email/1', facts: { wish: 'visit', slot: 'saturday' } },
        { after: '120 days', response: 'redeem', of: 'visit-confirmed/1', voucher: 'V-1' },
        { after: '500 days', response: 'purchase', order: 'B-1', amount: 5_400, currency: 'EUR' },
      ],
    });
    expect(played.outcome).toBe('converted');
    expect(played.timeline).toMatchInlineSnapshot(`
     [
       "day 0.0  sleep until day 92.6",
       "day 92.6  sleep until day 93.0",
       "day 93.0  email service-email/1 sent",
       "day 93.0  wait 1 for service-email/1 click or service-email/1 reply until day 107.0",
       "day 95.0  click of service-email/1 [human]",
       "day 95.0  wait 1 over: click of service-email/1",
       "day 95.0  wait 2 for service-email/1 reply until day 98.0",
       "day 95.1  reply of service-email/1 [human]",
       "day 95.1  wait 2 over: reply of service-email/1",
       "day 95.1  learned wish = visit, slot = saturday from personal-page",
       "day 95.1  email visit-confirmed/1 sent",
       "day 95.1  wait 3 for service-email/1 redeem or visit-confirmed/1 redeem until day 170.1",
       "day 120.0  redeem of visit-confirmed/1 [human]",
       "day 120.0  wait 3 over: redeem of visit-confirmed/1",
       "day 120.0  note: the service was done",
       "day 120.0  again: cycle 2 begins",
       "day 120.0  sleep until day 457.6",
       "day 457.6  sleep until day 458.0",
       "day 458.0  email service-email/2 sent",
       "day 458.0  wait 1 for service-email/2 click or service-email/2 reply until day 472.0",
       "day 472.0  wait 1 over: time is up",
       "day 472.0  print service-card/1 sent",
       "day 472.0  wait 2 for service-card/1 scan or service-card/1 visit or service-card/1 reply or service-email/2 click or service-email/2 reply until day 506.0",
       "day 500.0  purchase [human]",
       "day 500.0  ended: converted (goal: purchase)",
       "day 500.0  recall service-card/1: too-late",
     ]
    `);
  });

  test('no mail: a card; no answer to the card either: three seasons of silence, and we stop', async () => {
    const played = await play(equipmentRenewalV1, { facts, reachable: { email: false } });
    expect(played.outcome).toBe('lost');
    expect(years(played)).toMatchInlineSnapshot(`
     [
       "2027-02-03 service-email/1",
       "2027-02-03 service-card/1",
       "2028-02-03 service-email/2",
       "2028-02-03 service-card/2",
       "2029-02-05 service-email/3",
       "2029-02-05 service-card/3",
     ]
    `);
  });

  test('who opens the page and does not say what they want gets the card as well', async () => {
    const { touches } = await play(equipmentRenewalV1, {
      facts,
      on: [
        { after: '95 days', response: 'click', of: 'service-email/1', link: 'visit' },
        { after: '120 days', response: 'reply', of: 'service-card/1', facts: { wish: 'later' } },
        { after: '200 days', response: 'unsubscribe', medium: 'all' },
      ],
    });
    expect(touches.map(({ touch }) => touch)).toEqual(['service-email/1', 'service-card/1']);
  });

  test('an old boiler gets an offer; who wants the service is served, who wants a quote gets one, and the order is the goal', async () => {
    const old = { ...facts, installedYear: 2011 };
    const serviced = await play(equipmentRenewalV1, {
      facts: old,
      on: [
        { after: '100 days', response: 'reply', of: 'replacement-letter/1', facts: { wish: 'visit', slot: 'morning' } },
        { after: '130 days', response: 'redeem', of: 'visit-confirmed/1', voucher: 'V-1' },
        { after: '300 days', response: 'returned', reason: 'NPAI' },
      ],
    });
    expect([serviced.outcome, serviced.touches.map(({ touch }) => touch)]).toEqual(['returned', ['replacement-letter/1', 'visit-confirmed/1']]);
    const replaced = await play(equipmentRenewalV1, {
      facts: old,
      on: [
        { after: '100 days', response: 'scan', of: 'replacement-letter/1' },
        { after: '100.1 days', response: 'reply', of: 'replacement-letter/1', facts: { wish: 'replace', slot: 'afternoon' } },
        { after: '150 days', response: 'purchase', order: 'B-2', amount: 11_900, currency: 'EUR' },
      ],
    });
    expect([replaced.outcome, replaced.touches.map(({ touch }) => touch)]).toEqual(['converted', ['replacement-letter/1', 'quote-visit/1']]);
  });

  test('a heat pump is serviced every second year from its installation', async () => {
    const played = await play(equipmentRenewalV1, { facts: { ...facts, equipment: 'heat-pump', installedYear: 2023 } });
    expect(years(played).filter((line) => line.includes('email'))).toEqual(['2027-02-03 service-email/1', '2029-02-05 service-email/2', '2031-02-03 service-email/3']);
  });

  test('last year’s second answer is no answer to this year’s mail', async () => {
    const answers = (['95 days', '96 days'] as const).map((after) => ({ after, response: 'reply', of: 'service-email/1', facts: { wish: 'visit' } }) as const);
    const played = await play(equipmentRenewalV1, { facts, on: answers });
    expect(played.touches.filter(({ message }) => message === 'visit-confirmed')).toHaveLength(1);
    expect(played.outcome).toBe('lost');
  });

  test('ten years: a service each, an offer every third once it is old, the state carried over', async () => {
    const seasons = Array.from({ length: 10 }, (_, index) => index);
    const start = Date.UTC(2026, 10, 2, 9);
    const inYear = (year: number, month: number, day: number) => `${(Date.UTC(year, month, day, 12) - start) / 86_400_000} days` as const;
    const played = await play(equipmentRenewalV1, {
      // 15 years old in 2030.
      facts: { ...facts, installedYear: 2015 },
      on: [
        // From 2030 on every third season's first touch is the offer; the household answers with the service each time.
        ...seasons.flatMap((index) => {
          const year = 2027 + index;
          const offers = [2030, 2033, 2036];
          const message = offers.includes(year) ? `replacement-letter/${offers.indexOf(year) + 1}` : `service-email/${index + 1 - offers.filter((one) => one < year).length}`;
          return [
            { after: inYear(year, 1, 12), response: 'reply', of: message, facts: { wish: 'visit', slot: 'morning' } } as const,
            { after: inYear(year, 2, 20), response: 'redeem', of: `visit-confirmed/${index + 1}`, voucher: `V-${year}` } as const,
          ];
        }),
        { after: inYear(2036, 5, 1), response: 'purchase', order: 'B-3', amount: 6_200, currency: 'EUR' },
      ],
    });
    expect(played.outcome).toBe('converted');
    expect(years(played)).toMatchInlineSnapshot(`
     [
       "2027-02-03 service-email/1",
       "2027-02-12 visit-confirmed/1",
       "2028-02-03 service-email/2",
       "2028-02-12 visit-confirmed/2",
       "2029-02-05 service-email/3",
       "2029-02-12 visit-confirmed/3",
       "2030-02-04 replacement-letter/1",
       "2030-02-12 visit-confirmed/4",
       "2031-02-03 service-email/4",
       "2031-02-12 visit-confirmed/5",
       "2032-02-03 service-email/5",
       "2032-02-12 visit-confirmed/6",
       "2033-02-03 replacement-letter/2",
       "2033-02-12 visit-confirmed/7",
       "2034-02-03 service-email/6",
       "2034-02-13 visit-confirmed/8",
       "2035-02-05 service-email/7",
       "2035-02-12 visit-confirmed/9",
       "2036-02-04 replacement-letter/3",
       "2036-02-12 visit-confirmed/10",
     ]
    `);
    expect(played.timeline.filter((line) => line.includes('note: the service was done'))).toHaveLength(10);
  });
});
