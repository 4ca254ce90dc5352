import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { MATCH_SCHEMA, matchKeys } from '../../../activities/social/match-keys.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const person = { firstName: 'Anne-Sophie', lastName: 'D’Ambrières', postcode: ' 00 470', city: 'Brannay-sur-Orvelle', country: 'FR', email: ' Anne.Sophie@Courriel.EXAMPLE ' };

test('a person’s keys are normalised as Meta asks, then hashed, our own id too', () => {
  const keys = Object.fromEntries(matchKeys('p-001', person).map((key, index) => [MATCH_SCHEMA[index], key]));
  expect(keys).toEqual({
    EXTERN_ID: sha('parcours:p-001'),
    EMAIL: sha('anne.sophie@courriel.example'),
    FN: sha('annesophie'),
    LN: sha('dambrières'),
    ZIP: sha('00470'),
    CT: sha('brannaysurorvelle'),
    COUNTRY: sha('fr'),
  });
});

test('what is not known is empty, never the hash of nothing', () => {
  expect(matchKeys('p-002', { ...person, firstName: null, city: '  ' }).slice(2, 6)).toEqual(['', sha('dambrières'), sha('00470'), '']);
});
