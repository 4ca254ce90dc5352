import { expect, test } from '@jest/globals';
import { JOURNEY_KEY, journeyIdOf, partsOfJourneyId, PROSPECT_ID } from '../../store/index.ts';

test.each([
  [{ campaignId: 'spring', prospectId: 'p-001' }, 'spring/p-001'],
  [{ campaignId: 'carts-2027', prospectId: 'p-001', key: '#1001' }, 'carts-2027/p-001/#1001'],
])('%j is %s, and back', (parts, id) => {
  expect(journeyIdOf(parts)).toBe(id);
  expect(partsOfJourneyId(id)).toEqual(parts);
});

test.each(['spring', 'spring/', '/p-001', 'a/b/c/d', 'a/b/'])("'%s' is no journey's id", (id) => {
  expect(() => partsOfJourneyId(id)).toThrow("Expected a journey's id as <campaign>/<prospect> or <campaign>/<prospect>/<key>");
});

test('neither a prospect nor a key has a slash', () => {
  expect(['p-001', 'P.1_a'].every((id) => PROSPECT_ID.test(id))).toBe(true);
  expect(['p/001', '', '-p', 'p 1', 'é'].some((id) => PROSPECT_ID.test(id))).toBe(false);
  expect(JOURNEY_KEY.test('#1001')).toBe(true);
  expect(['order/1', 'order 1', 'a\u0000'].some((key) => JOURNEY_KEY.test(key))).toBe(false);
});
