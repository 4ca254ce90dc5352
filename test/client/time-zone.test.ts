import { expect, test } from '@jest/globals';
import { timeZoneOf } from '../../client/time-zone.ts';

test.each([
  ['FR', '75011', 'Europe/Paris'],
  ['FR', '97110', 'America/Guadeloupe'],
  ['FR', '97133', 'America/St_Barthelemy'],
  ['FR', '97200', 'America/Martinique'],
  ['FR', '97300', 'America/Cayenne'],
  ['FR', '97400', 'Indian/Reunion'],
  ['FR', '97500', 'America/Miquelon'],
  ['FR', '97600', 'Indian/Mayotte'],
  ['FR', '98600', 'Pacific/Wallis'],
  ['FR', '98713', 'Pacific/Tahiti'],
  ['FR', '98800', 'Pacific/Noumea'],
  ['BE', '1000', 'Europe/Brussels'],
  ['DE', '10115', 'Europe/Berlin'],
  ['LU', 'L-1009', 'Europe/Luxembourg'],
  ['CH', '1201', 'Europe/Zurich'],
  ['ES', '28001', 'Europe/Madrid'],
  ['ES', '35001', 'Atlantic/Canary'],
  ['ES', '38001', 'Atlantic/Canary'],
  ['PT', '1000-001', 'Europe/Lisbon'],
  ['PT', '9000-001', 'Atlantic/Madeira'],
  ['PT', '9500-001', 'Atlantic/Azores'],
  ['IT', '00118', 'Europe/Rome'],
  ['GB', 'SW1A 1AA', 'Europe/London'],
  ['IE', 'D02 AF30', 'Europe/Dublin'],
  ['NL', '1011 AB', 'Europe/Amsterdam'],
  ['AT', '1010', 'Europe/Vienna'],
  ['gb', null, 'Europe/London'],
  ['RE', null, 'Indian/Reunion'],
  ['ZZ', '1234', 'Europe/Paris'],
  [null, null, 'Europe/Paris'],
])('%s %s is in %s, which Intl knows', (country, postcode, zone) => {
  expect(timeZoneOf({ facts: {}, country, postcode })).toBe(zone);
  expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
});

test('the fact says better, unless it is no zone', () => {
  const lives = { country: 'FR', postcode: '75011' };
  expect(timeZoneOf({ facts: { timeZone: 'America/New_York' }, ...lives })).toBe('America/New_York');
  for (const timeZone of ['Mars/Olympus', '+02:00', '', 7]) expect(timeZoneOf({ facts: { timeZone }, ...lives })).toBe('Europe/Paris');
});
