import { expect, test } from '@jest/globals';
import { lobAddress } from '../../../../activities/print/providers/lob/lob-address.ts';
import { stateOfZip } from '../../../../activities/print/providers/lob/us-state.ts';
import { harry } from './rendered-job.ts';

test.each([
  ['94107-1741', 'CA'], ['10001', 'NY'], ['00501', 'NY'], ['00802', 'VI'], ['02108', 'MA'], ['06390', 'NY'], ['20001', 'DC'], ['20101', 'VA'], ['33101', 'FL'], ['37201', 'TN'],
  ['60601', 'IL'], ['73301', 'TX'], ['73101', 'OK'], ['75201', 'TX'], ['88510', 'TX'], ['80202', 'CO'], ['96813', 'HI'], ['96910', 'GU'], ['98101', 'WA'], ['99501', 'AK'], ['09012', 'AE'],
])('%s lies in %s', (zip, state) => expect(stateOfZip(zip)).toBe(state));

test.each(['9410', '00301', 'SW1A 1AA', ''])('%j is no ZIP code', (zip) => expect(stateOfZip(zip)).toBeUndefined());

test('a state after the city is taken off it', () => {
  const place = (city: string) => {
    const { address_city, address_state } = lobAddress({ ...harry, city });
    return [address_city, address_state];
  };
  expect(place('San Francisco, CA')).toEqual(['San Francisco', 'CA']);
  expect(place('San Francisco CA')).toEqual(['San Francisco', 'CA']);
  // Fishers Island and its like: what is written out goes before what the ZIP code says.
  expect(place('Bristol, VA')).toEqual(['Bristol', 'VA']);
  expect(place('Port ST')).toEqual(['Port ST', 'CA']);
});

test('a company stands beside the person, or alone', () => {
  const named = (change: object) => {
    const { name, company } = lobAddress({ ...harry, ...change });
    return [name, company];
  };
  expect(named({ company: ' Lob,  Inc. ' })).toEqual(['Harry Zhang', 'Lob, Inc.']);
  expect(named({ company: 'Lob, Inc.', firstName: null, lastName: null })).toEqual([undefined, 'Lob, Inc.']);
  expect(() => named({ company: 'x'.repeat(41) })).toThrow('name-too-long');
});
