import { describe, expect, test } from '@jest/globals';
import { printedAddress, purlPath } from '../../../activities/print/purl.ts';

const token = '7KQ9XM2PAB';

describe('a personal address', () => {
  test.each([
    ['Jean', 'Dupont', '/p/jean-dupont-7KQ9XM2PAB'],
    ['Élodie', 'Lefèvre d’Ormesson', '/p/elodie-lefevre-dormesson-7KQ9XM2PAB'],
    ['Łukasz', 'Œuvré', '/p/lukasz-oeuvre-7KQ9XM2PAB'],
    ['Anne-Charlotte', 'de La Rochefoucauld', '/p/anne-charlotte-de-la-7KQ9XM2PAB'],
    ['Θεόδωρος', 'Щербаков', '/p/theodoros-shcherbakov-7KQ9XM2PAB'],
    ['أمينة', null, '/p/7KQ9XM2PAB'],
    [null, null, '/p/7KQ9XM2PAB'],
  ])('%s %s is reached at %s', (firstName, lastName, path) => {
    expect(purlPath({ firstName, lastName, token: token.toLowerCase() })).toBe(path);
  });

  test('is printed without its scheme', () => {
    expect(printedAddress('https://bellebraise.example/p/jean-dupont-7KQ9XM2PAB')).toBe('bellebraise.example/p/jean-dupont-7KQ9XM2PAB');
  });
});
