import { describe, expect, test } from '@jest/globals';
import type { SendWindow, TouchMedium } from '../../scenarios/vocabulary/index.ts';
import { isHoliday } from '../../engine/index.ts';
import { brokenRule, type Made } from '../../simulator/index.ts';

const mail = (at: string, window?: SendWindow, medium: TouchMedium = 'email'): Made => ({ touch: 'mail/1', medium, at: Date.parse(at), window });
const office: SendWindow = { from: '09:00', to: '18:00', days: 'mon-fri', holidays: 'FR' };

describe('who checks the touches finds', () => {
  test.each([
    ['before the window opens', '2026-11-03T07:59:00Z'],
    ['when it closes', '2026-11-03T17:00:00Z'],
    ['on a Saturday', '2026-11-07T10:00:00Z'],
    ['on Armistice Day', '2026-11-11T10:00:00Z'],
    ['on Easter Monday', '2027-03-29T10:00:00Z'],
    ['in summer time an hour earlier', '2026-07-01T06:59:00Z'],
  ])('a mail %s', (_, at) => {
    expect(brokenRule({ windows: { email: office } }, [mail(at)], 'Europe/Paris')?.rule).toBe('window');
  });

  test('nothing to say of mails inside, of other media, and of windows over midnight', () => {
    expect(brokenRule({ windows: { email: office } }, [mail('2026-11-03T08:00:00Z')], 'Europe/Paris')).toBeUndefined();
    expect(brokenRule({ windows: { email: office } }, [mail('2026-11-07T10:00:00Z', undefined, 'print')], 'Europe/Paris')).toBeUndefined();
    const late: SendWindow = { from: '22:00', to: '02:00', days: 'mon-fri' };
    // Saturday, 01:00: Friday's window.
    expect(brokenRule({ windows: { email: late } }, [mail('2026-11-07T00:00:00Z')], 'Europe/Paris')).toBeUndefined();
    expect(brokenRule({ windows: { email: late } }, [mail('2026-11-09T00:00:00Z')], 'Europe/Paris')?.rule).toBe('window');
  });

  test("a touch outside the window that the path set for it, though the scenario's is open", () => {
    expect(brokenRule({ windows: { email: office } }, [mail('2026-11-03T10:00:00Z', { from: '18:00', to: '20:00' })], 'Europe/Paris')?.detail).toBe('Tuesday 11:00 in Europe/Paris, open 18:00 to 20:00');
  });

  test('the touch that is one too many', () => {
    const caps = { email: { most: 2, per: '7 days' } } as const;
    const made = ['2026-11-02T10:00:00Z', '2026-11-04T10:00:00Z', '2026-11-08T10:00:00Z'].map((at) => mail(at));
    expect(brokenRule({ caps }, made.slice(0, 2), 'UTC')).toBeUndefined();
    expect(brokenRule({ caps }, made, 'UTC')).toEqual({ rule: 'cap', detail: '3 by email within 7 days, at most 2' });
    expect(brokenRule({ caps }, [made[0]!, made[1]!, mail('2026-11-09T10:00:00Z')], 'UTC')).toBeUndefined();
  });

  test('the same holidays as the engine, by another reckoning, for a hundred years', () => {
    const allDay = (holidays: 'FR' | 'BE' | 'DE'): SendWindow => ({ from: '00:00', to: '23:59', holidays });
    for (const calendar of ['FR', 'BE', 'DE'] as const) {
      for (let day = Date.UTC(2000, 0, 1); day < Date.UTC(2100, 0, 1); day += 86_400_000) {
        const noon = new Date(day + 43_200_000).toISOString();
        const isClosed = brokenRule({ windows: { email: allDay(calendar) } }, [mail(noon)], 'UTC') !== undefined;
        if (isClosed !== isHoliday(calendar, day)) throw new Error(`${calendar} ${noon}: ${isClosed}`);
      }
    }
  });
});
