import { expect, test } from '@jest/globals';
import { lobFromSettings } from '../../../../activities/print/providers/lob/index.ts';
import { lobSettings } from '../../../../worker/lob-settings.ts';

test('without a key there is no such printer; with one, an address makes letters possible', () => {
  expect(lobFromSettings(lobSettings.parse({}))).toBeUndefined();
  const lob = lobFromSettings(lobSettings.parse({ LOB_API_KEY: 'test_1' }))!;
  expect([lob.name, lob.refusesFormat('us-4x6-postcard'), typeof lob.refusesFormat('us-letter')]).toEqual(['lob', undefined, 'string']);
  for (const LOB_FROM of ['adr_210a8d4b0b76d77b', '{"company":"Brand","address_line1":"1 A St","address_city":"X","address_state":"CA","address_zip":"94107"}']) {
    expect(lobFromSettings(lobSettings.parse({ LOB_API_KEY: 'live_1', LOB_FROM }))!.refusesFormat('us-letter')).toBeUndefined();
  }
});

test.each([
  [{ LOB_API_KEY: 'secret' }, 'LOB_API_KEY'],
  [{ LOB_FROM: 'Brand, 1 A St' }, 'LOB_FROM'],
  [{ LOB_FROM: '{"address_line1":"1 A St","address_city":"X","address_state":"CA","address_zip":"94107"}' }, 'LOB_FROM'],
  [{ LOB_FROM: '{"name":"B","address_line1":"1 A St","address_city":"X","address_state":"Calif.","address_zip":"94107"}' }, 'LOB_FROM'],
  [{ LOB_GRACE_MINUTES: '259200' }, 'LOB_GRACE_MINUTES'],
  [{ LOB_USE_TYPE: 'spam' }, 'LOB_USE_TYPE'],
])('%j is refused', (environment, name) => {
  expect(lobSettings.safeParse(environment).error?.issues.map(({ path }) => path[0])).toEqual([name]);
});
