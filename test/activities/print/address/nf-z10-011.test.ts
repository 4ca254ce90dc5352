import { describe, expect, test } from '@jest/globals';
import { addressBlock } from '../../../../activities/print/address/index.ts';

const elodie = { title: 'Mme', firstName: 'Élodie', lastName: 'Martin-Roux', addressLine: '4, rue de l’Église', addressComplement: null, postcode: '00410', city: 'Saint-Loup', country: 'FR' };

describe('the address block of NF Z10-011', () => {
  test('who, street, place: in capitals, and without punctuation where machines read', () => {
    expect(addressBlock(elodie).lines).toEqual(['MME ÉLODIE MARTIN-ROUX', '4 RUE DE L EGLISE', '00410 SAINT LOUP']);
  });

  test('a complement takes one line, or two when it is too long for one', () => {
    expect(addressBlock({ ...elodie, addressComplement: 'Bât. C, 3e étage' }).lines[1]).toBe('BAT C 3E ETAGE');
    const long = addressBlock({ ...elodie, addressComplement: 'Résidence Les Hauts de la Forge, escalier 2, appartement 41' });
    expect(long.lines).toEqual(['MME ÉLODIE MARTIN-ROUX', 'RESIDENCE LES HAUTS DE LA FORGE', 'ESCALIER 2 APPARTEMENT 41', '4 RUE DE L EGLISE', '00410 SAINT LOUP']);
  });

  test('a street that is too long is abbreviated, then loses its articles, and no more than it must', () => {
    const street = (addressLine: string) => addressBlock({ ...elodie, addressLine }).lines[1];
    expect(street('128 ter boulevard du Général de Gaulle')).toBe('128 TER BOULEVARD DU GENERAL DE GAULLE');
    expect(street('128 ter boulevard du Général de Gaulle prolongé')).toBe('128 TER BD DU GAL DE GAULLE PROLONGE');
    expect(street('128 ter boulevard du Maréchal de Lattre de Tassigny')).toBe('128 TER BD MAL DE LATTRE DE TASSIGNY');
  });

  test('a first name gives way before a family name does', () => {
    expect(addressBlock({ ...elodie, firstName: 'Anne-Charlotte', lastName: 'de La Rochefoucauld-Beaulieu' }).lines[0]).toBe('MME A DE LA ROCHEFOUCAULD-BEAULIEU');
  });

  test('a country abroad is the last line', () => {
    expect(addressBlock({ ...elodie, postcode: '1000', city: 'Bruxelles', country: 'BE' }).lines.at(-1)).toBe('BELGIQUE');
  });

  test('no street, no place or no name: an error that names the field and not the person', () => {
    expect(() => addressBlock({ ...elodie, addressLine: ' ' })).toThrow("Expected the prospect's address_line for the address block, got none. Complete the identity and import it again.");
    expect(() => addressBlock({ ...elodie, city: null })).toThrow("Expected the prospect's city");
    expect(() => addressBlock({ ...elodie, title: null, firstName: null, lastName: null })).toThrow("Expected the prospect's name");
  });

  test('what can’t be made to fit is an error that names the line', () => {
    expect(() => addressBlock({ ...elodie, addressLine: '1 Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch' })).toThrow(
      'Expected address line 2 (address_line) to have at most 38 characters (NF Z10-011), got 60. Move a part of it to address_complement, or shorten it.',
    );
  });
});
