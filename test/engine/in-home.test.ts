import { describe, expect, test } from '@jest/globals';
import { inHomeEstimate } from '../../engine/in-home.ts';
import { postageDays } from '../../engine/postage.ts';

/** `Fri 30 Apr 2027 17:00` in a zone, whose clocks are `ahead` hours ahead of UTC then. */
const at = (local: string, ahead = 2) => Date.parse(`${local.slice(4)} GMT`) - ahead * 3_600_000;
const shown = (moment: number, zone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(moment).replace(/,/g, '');

describe('the in-home date of a mailpiece', () => {
  test.each([
    ['a Monday is day 0, Thursday the third', 'Mon 7 Jun 2027 17:00', 'Lettre verte', 'FR', 'Thu 10 Jun 12:00'],
    ['in the evening it is too late for the day', 'Mon 7 Jun 2027 18:00', 'Lettre verte', 'FR', 'Fri 11 Jun 12:00'],
    ['at night the day has begun', 'Tue 8 Jun 2027 00:30', 'Lettre verte', 'FR', 'Fri 11 Jun 12:00'],
    ['Saturday is delivered in France, Sunday is not', 'Thu 10 Jun 2027 17:00', 'publicitaire J+3', 'FR', 'Mon 14 Jun 12:00'],
    ['handed over on a Sunday, it begins on Monday', 'Sun 13 Jun 2027 09:00', 'publicitaire J+3', 'FR', 'Thu 17 Jun 12:00'],
    ['the first of May and a Sunday', 'Fri 30 Apr 2027 17:00', 'Lettre verte', 'FR', 'Wed 5 May 12:00'],
    ['Ascension Day and, two days later, the eighth of May', 'Wed 5 May 2027 17:00', 'Lettre services plus', 'FR', 'Mon 10 May 12:00'],
    ['J+7', 'Mon 7 Jun 2027 17:00', 'publicitaire éco J+7', 'FR', 'Tue 15 Jun 12:00'],
    ['Dialogpost', 'Mon 7 Jun 2027 17:00', 'Dialogpost', 'DE', 'Fri 11 Jun 12:00'],
    ['Christmas in Germany has two days', 'Thu 21 Dec 2028 17:00', 'Standardbrief', 'DE', 'Wed 27 Dec 12:00'],
    ['and in France one', 'Thu 21 Dec 2028 17:00', 'Lettre verte', 'FR', 'Tue 26 Dec 12:00'],
    ['Belgium has no letters on Saturday', 'Thu 10 Jun 2027 17:00', 'J+2', 'BE', 'Mon 14 Jun 12:00'],
    ['the fourteenth of July is a working day in Germany', 'Tue 13 Jul 2027 17:00', 'Standardbrief', 'DE', 'Fri 16 Jul 12:00'],
    ['and none in France', 'Tue 13 Jul 2027 17:00', 'Lettre verte', 'FR', 'Sat 17 Jul 12:00'],
    ['a class that nobody knows takes the days of its message', 'Mon 7 Jun 2027 17:00', 'pigeon', 'FR', 'Wed 9 Jun 12:00'],
  ])('%s', (_, handedOver, postageClass, country, expected) => {
    const winter = handedOver.includes('Dec') ? 1 : 2;
    const moment = inHomeEstimate({ handedOver: at(handedOver, winter), postageClass, deliveryDays: 2, country });
    expect(shown(moment, 'Europe/Paris')).toBe(expected);
  });

  test('noon is the letter box’s own, across the change of clocks and overseas', () => {
    expect(inHomeEstimate({ handedOver: at('Fri 26 Mar 2027 17:00', 1), postageClass: 'Lettre verte', deliveryDays: 3 })).toBe(Date.UTC(2027, 2, 31, 10));
    expect(shown(inHomeEstimate({ handedOver: at('Mon 7 Jun 2027 17:00'), deliveryDays: 3, zone: 'Indian/Reunion' }), 'Indian/Reunion')).toBe('Thu 10 Jun 12:00');
    expect(shown(inHomeEstimate({ handedOver: at('Mon 7 Jun 2027 17:00'), deliveryDays: 3, zone: 'Pacific/Tahiti' }), 'Pacific/Tahiti')).toBe('Thu 10 Jun 12:00');
  });
});

describe('working days of a class of postage', () => {
  test.each([
    ['Lettre verte', 3],
    ['lettre services plus', 2],
    ['e-lettre rouge', 1],
    ['publicitaire J+3', 3],
    ['Destineo J + 4', 4],
    ['Dialogpost E+4', 4],
    ['Großbrief', 3],
    ['1st Class', 1],
    ['usps_standard', 10],
    ['Destineo', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s: %s', (name, days) => {
    expect(postageDays(name)).toBe(days);
  });
});
