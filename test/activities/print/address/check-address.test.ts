import { describe, expect, test } from '@jest/globals';
import { checkAddress, type Addressee } from '../../../../activities/print/address/index.ts';
import { elodie } from './people.ts';

/** `field reason` of each problem. */
const problems = (change: Partial<Addressee>) => checkAddress({ ...elodie, ...change }).map(({ field, reason }) => `${field} ${reason}`);

describe('what stands against printing an address', () => {
  test.each<[string, Partial<Addressee>, string[]]>([
    ['nothing', {}, []],
    ['no name', { firstName: ' ', lastName: null }, ['name missing-name']],
    ['no name but a company’s', { firstName: null, lastName: null, company: 'Roux SARL' }, []],
    ['no street', { addressLine: null }, ['address_line missing-street']],
    ['neither postcode nor place', { postcode: null, city: '' }, ['postcode missing-postcode', 'city missing-city']],
    ['no postcode where the country has none that we know', { postcode: null, country: 'AE' }, []],
    ['a leading 0 lost in a spreadsheet', { postcode: '1000' }, ['postcode bad-postcode']],
    ['Corsica', { postcode: '20137' }, []],
    ['a code of Corsica’s statistics office', { postcode: '2A247' }, ['postcode bad-postcode']],
    ['overseas', { postcode: '97419' }, []],
    ['New Caledonia', { postcode: '98800', country: 'NC' }, []],
    ['a department that nobody has', { postcode: '96000' }, ['postcode bad-postcode']],
    ['a CEDEX code', { postcode: '75231', city: 'Paris Cedex 05' }, []],
    ['four digits in Germany', { postcode: '5114', country: 'DE' }, ['postcode bad-postcode']],
    ['four digits in Austria', { postcode: '5114', country: 'AT' }, []],
    ['five digits in Belgium', { postcode: '51140', country: 'BE' }, ['postcode bad-postcode']],
    ['a Dutch postcode without its letters', { postcode: '1016', country: 'NL' }, ['postcode bad-postcode']],
    ['a Dutch postcode with letters that are never given out', { postcode: '1016 SS', country: 'NL' }, ['postcode bad-postcode']],
    ['half a British postcode', { postcode: 'SW1A', country: 'GB' }, ['postcode bad-postcode']],
    ['a British postcode written together', { postcode: 'sw1a1aa', country: 'GB' }, []],
    ['a country that is none', { country: 'XX' }, ['country unknown-country']],
    ['the United Kingdom by its usual letters', { country: 'UK', postcode: 'SW1A 1AA' }, ['country unknown-country']],
    ['a line break', { addressLine: '4 rue de l’Église\nBât. C' }, ['address_line control-character']],
    ['a tab', { city: 'Saint-Loup\t' }, ['city control-character']],
    ['an emoji', { lastName: 'Martin 🌻' }, ['name emoji']],
    ['a flag', { city: 'Saint-Loup 🇫🇷' }, ['city emoji']],
    ['Arabic', { firstName: 'أمينة' }, ['name right-to-left']],
    ['Hebrew', { lastName: 'כהן', addressLine: 'רחוב הרצל 4' }, ['name right-to-left', 'address_line right-to-left']],
    ['Chinese', { lastName: '王' }, ['name non-latin']],
    ['Greek and Cyrillic, which are written in Latin letters', { firstName: 'Θεόδωρος', lastName: 'Щербаков' }, []],
    ['a joiner that nobody sees', { lastName: 'Mar\u200btin' }, []],
  ])('%s', (_, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  test('a line that stays too long is told with its numbers', () => {
    const street = '1128 bis boulevard du Commandant de la Batellerie Saint-Christophe prolongé';
    expect(checkAddress({ ...elodie, addressLine: street, lastName: 'Martin-Roux de la Vallée-Fontaine-Saint-Christophe' })).toMatchInlineSnapshot(`
     [
       {
         "field": "name",
         "message": "Expected address line 1 (name) to have at most 38 characters (NF Z10-011), got 50. Shorten it.",
         "reason": "line-too-long",
       },
       {
         "field": "address_line",
         "message": "Expected address line 2 (address_line) to have at most 38 characters (NF Z10-011), got 49. Move a part of it to address_complement, or shorten it.",
         "reason": "line-too-long",
       },
     ]
    `);
  });

  test('seven lines are one too many', () => {
    expect(
      checkAddress({
        ...elodie,
        company: 'Menuiserie Roux',
        addressComplement: 'Zone artisanale de la Forge aux Chênes, entrepôt 12 derrière la gare, BP 12',
        country: 'NC',
        postcode: '98800',
      }).map(({ message }) => message),
    ).toMatchInlineSnapshot(`
     [
       "Expected at most 6 address lines (NF Z10-011), got 8. Shorten address_complement.",
     ]
    `);
  });

  test('the sentences say what to do, and never what is in the field', () => {
    const broken = [{ postcode: '1000' }, { postcode: 'ABCDE' }, { country: 'UK' }, { lastName: 'Martin 🌻' }, { addressLine: null }, { postcode: null }];
    expect(broken.flatMap((change) => checkAddress({ ...elodie, ...change }).map(({ message }) => message))).toMatchInlineSnapshot(`
     [
       "Expected a postcode of FR, 5 digits that begin with 00 to 95, 97 or 98, got 4 digits: a spreadsheet may have dropped zeros before it. Correct it and import the row again.",
       "Expected a postcode of FR, 5 digits that begin with 00 to 95, 97 or 98, got 5 characters. Correct it and import the row again.",
       "Expected country to be a code of ISO 3166-1 such as FR (the United Kingdom is GB), got none of them. Correct it and import the row again.",
       "Expected name in Latin letters on one line, got an emoji (U+1F33B). Take it out.",
       "Expected the prospect's address_line for the address block, got none. Complete the identity and import it again.",
       "Expected the prospect's postcode, which addresses in FR have, for the address block, got none. Complete the identity and import it again.",
     ]
    `);
  });
});
