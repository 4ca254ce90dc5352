import { describe, expect, test } from '@jest/globals';
import { addressBlock, checkAddress } from '../../../../activities/print/address/index.ts';
import { addressee, elodie } from './people.ts';

const home = (text: string) => {
  const person = addressee(text);
  return addressBlock(person, { from: person.country }).lines.join(' / ');
};
const fromFrance = (text: string) => addressBlock(addressee(text)).lines.join(' / ');

describe('an address in its own country', () => {
  test.each([
    // La Poste's own examples of boxes, hamlets and big receivers, with invented names.
    ['Jean Delhourme | 25 rue de l’Église | chez Mireille Copeau, appartement 2 | 33380 | Mios | FR', 'JEAN DELHOURME / CHEZ MIREILLE COPEAU APPARTEMENT 2 / 25 RUE DE L EGLISE / 33380 MIOS'],
    ['Yann Le Goff | 3 chemin des Genêts | Lieu-dit Kerbihan | 29100 | Pouldergat | FR', 'YANN LE GOFF / 3 CHEMIN DES GENETS / LIEU DIT KERBIHAN / 29100 POULDERGAT'],
    ['Ana Petit | 18 rue du Port, BP 40122 | Bâtiment B | 44602 | Saint-Nazaire Cedex | FR', 'ANA PETIT / BATIMENT B / 18 RUE DU PORT / BP 40122 / 44602 SAINT NAZAIRE CEDEX'],
    ['Marie Casanova | 7 bis cours Napoléon | - | 20 000 | Ajaccio | FR', 'MARIE CASANOVA / 7 BIS COURS NAPOLEON / 20000 AJACCIO'],
    ['Jean-Éric Payet | 12 rue Maréchal Leclerc | - | 97400 | Saint-Denis | RE', 'JEAN-ÉRIC PAYET / 12 RUE MARECHAL LECLERC / 97400 SAINT DENIS'],
    ['Erika Mustermann | Heidestraße 17 | Hinterhaus, 3. OG | 51147 | Köln | DE', 'Erika Mustermann / Hinterhaus, 3. OG / Heidestraße 17 / 51147 Köln'],
    ['Jürgen Weiß | Am Kärntnerring 8 | - | A-1010 | Wien | AT', 'Jürgen Weiß / Am Kärntnerring 8 / 1010 Wien'],
    ['Urs Zürcher | Bahnhofstrasse 3 | - | CH-8001 | Zürich | CH', 'Urs Zürcher / Bahnhofstrasse 3 / 8001 Zürich'],
    ['Lotte Peeters | Kerkstraat 18 bus 4 | - | 2000 | Antwerpen | BE', 'Lotte Peeters / Kerkstraat 18 bus 4 / 2000 ANTWERPEN'],
    ['Josée Weber | 71, route de Longwy | - | 4750 | Pétange | LU', 'Josée Weber / 71, route de Longwy / L-4750 PÉTANGE'],
    ['Sanne de Vries | Prinsengracht 263-H | - | 1016gv | Amsterdam | NL', 'Sanne de Vries / Prinsengracht 263-H / 1016 GV  AMSTERDAM'],
    ['Harriet Fenwick | 49 Featherstone Street | Flat 2 | ec1y8sy | London | GB', 'Harriet Fenwick / Flat 2 / 49 Featherstone Street / LONDON / EC1Y 8SY'],
    ['Íñigo Muñoz | C/ Mayor, 12, 3º D | - | 28013 | Madrid | ES', 'Íñigo Muñoz / C/ Mayor, 12, 3º D / 28013 MADRID'],
    ['Chiara Dell’Acqua | Via del Corso 120 | - | 00186 | Roma RM | IT', 'Chiara Dell’Acqua / Via del Corso 120 / 00186 ROMA RM'],
    ['Grace Oduya | 1600 Grand Avenue | Suite 400 | 503091234 | Des Moines IA | US', 'Grace Oduya / Suite 400 / 1600 Grand Avenue / DES MOINES IA 50309-1234'],
    ['Ewa Nowak | ul. Długa 5 m. 3 | - | 00238 | Warszawa | PL', 'Ewa Nowak / ul. Długa 5 m. 3 / 00-238 WARSZAWA'],
    ['Aroha Ngata | 14 Kauri Road | - | 6011 | Wellington | NZ', 'Aroha Ngata / 14 Kauri Road / 6011 Wellington'],
  ])('%s', (given, printed) => {
    expect(home(given)).toBe(printed);
  });

  test('a company stands above its people in France and Germany, below them elsewhere', () => {
    const lines = (text: string) => addressBlock({ ...addressee(text), company: 'Menuiserie Roux & Fils' }, { from: addressee(text).country }).lines.slice(0, 2);
    expect(lines('Ana Petit | 18 rue du Port | - | 44600 | Saint-Nazaire | FR')).toEqual(['MENUISERIE ROUX & FILS', 'ANA PETIT']);
    expect(lines('Ana Petit | Hafenstr. 18 | - | 20457 | Hamburg | DE')).toEqual(['Menuiserie Roux & Fils', 'Ana Petit']);
    expect(lines('Ana Petit | 18 Harbour Street | - | M1 1AE | Manchester | GB')).toEqual(['Ana Petit', 'Menuiserie Roux & Fils']);
  });

  test('a German street that is too long is shortened as Duden does', () => {
    expect(home('Erika Mustermann | Johannes-Sebastian-Gutenberg-Straße 117 | - | 51147 | Köln | DE')).toBe('Erika Mustermann / Johannes-Sebastian-Gutenberg-Str. 117 / 51147 Köln');
  });
});

describe('an address abroad', () => {
  test.each([
    ['Erika Mustermann | Heidestraße 17 | - | 51147 | Köln | DE', 'Erika Mustermann / Heidestraße 17 / 51147 Köln / ALLEMAGNE'],
    ['Harriet Fenwick | 49 Featherstone Street | - | EC1Y 8SY | London | GB', 'Harriet Fenwick / 49 Featherstone Street / LONDON / EC1Y 8SY / ROYAUME-UNI'],
    ['Josée Weber | 71, route de Longwy | - | L-4750 | Pétange | LU', 'Josée Weber / 71, route de Longwy / L-4750 PÉTANGE / LUXEMBOURG'],
    ['Teva Tehei | 3 rue Gauguin | - | 98714 | Papeete | PF', 'TEVA TEHEI / 3 RUE GAUGUIN / 98714 PAPEETE / POLYNÉSIE FRANÇAISE'],
    ['Honoré Grima | 5 rue Grimaldi | - | 98000 | Monaco | MC', 'HONORÉ GRIMA / 5 RUE GRIMALDI / 98000 MONACO'],
  ])('posted in France: %s', (given, printed) => {
    expect(fromFrance(given)).toBe(printed);
  });

  test.each([
    ['DE', 'FRANKREICH'],
    ['AT', 'FRANKREICH'],
    ['BE', 'FRANCE'],
    ['ES', 'FRANCIA'],
    ['PL', 'FRANCE'],
    ['US', 'FRANCE'],
  ])('posted in %s, France is %s: its own language, or English', (from, country) => {
    expect(addressBlock(elodie, { from }).lines.at(-1)).toBe(country);
  });

  test('no country is written between two places of one post', () => {
    expect(addressBlock({ ...elodie, country: 'MQ', postcode: '97200' }, { from: 'GP' }).lines).toHaveLength(3);
    expect(checkAddress({ ...elodie, country: 'JE', postcode: 'JE2 3AB' }, { from: 'GB' })).toEqual([]);
  });
});
