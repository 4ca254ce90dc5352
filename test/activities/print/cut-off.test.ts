import { describe, expect, test } from '@jest/globals';
import { nextCutOff } from '../../../activities/print/cut-off.ts';
import { REAL_TIME } from '../../../engine/index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('a campaign’s print cut-off', () => {
  const paris = { clock: REAL_TIME, printEvery: DAY, print: { printer: 'folder', proof: 0, cutOff: { time: '17:00', zone: 'Europe/Paris' } } } as const;
  const after = (at: string) => new Date(nextCutOff(paris, Date.parse(at))).toISOString();

  test('is daily at local time, in winter as in summer', () => {
    expect(after('2027-03-01T10:00:00Z')).toBe('2027-03-01T16:00:00.000Z');
    expect(after('2027-03-01T16:00:00Z')).toBe('2027-03-02T16:00:00.000Z');
    expect(after('2027-07-01T15:30:00Z')).toBe('2027-07-02T15:00:00.000Z');
  });

  test('is 23 and 25 hours after the last when the clocks change', () => {
    expect(after('2027-03-27T16:00:00Z')).toBe('2027-03-28T15:00:00.000Z');
    expect(after('2027-10-30T15:00:00Z')).toBe('2027-10-31T16:00:00.000Z');
  });

  test('without one comes every so often from the clock’s epoch', () => {
    const clock = { epoch: 1_000, speed: 86_400 };
    expect(nextCutOff({ clock, printEvery: 2 * DAY }, 1_000)).toBe(1_000 + 2 * DAY);
    expect(nextCutOff({ clock, printEvery: 2 * DAY }, 1_000 + 2 * DAY)).toBe(1_000 + 4 * DAY);
  });
});
