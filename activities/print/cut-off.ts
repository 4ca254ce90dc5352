import { nextClockTime } from '../../engine/index.ts';
import type { Campaign } from '../../store/campaigns.ts';

/**
 * A campaign's first print cut-off after a time, both in campaign milliseconds: daily at its local time, or every `printEvery` from its epoch.
 *
 * @example nextCutOff({ clock, printEvery, print: { cutOff: { time: '17:00', zone: 'Europe/Paris' }, printer: 'folder', proof: 8 } }, at)
 */
export function nextCutOff({ clock, printEvery, print }: Pick<Campaign, 'clock' | 'printEvery' | 'print'>, at: number): number {
  if (print?.cutOff) return nextClockTime({ ...print.cutOff, after: at });
  return clock.epoch + (Math.floor((at - clock.epoch) / printEvery) + 1) * printEvery;
}
