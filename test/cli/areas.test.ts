import { expect, test } from '@jest/globals';
import { areaLines } from '../../cli/report/area-lines.ts';

test('a drop’s response is a line an area, best first, and a sum', () => {
  const quays = { code: '4MPRT', area: '007300102', name: 'Les Quais', households: 900, quantity: 900, visits: 31, botHits: 2, replies: 9, conversions: 3, revenue: 61.5 };
  const tilleuls = { code: 'K7QX2', area: '007300101', name: 'Les Tilleuls', households: 1_150, quantity: 1_200, visits: 22, botHits: 0, replies: 4, conversions: 0, revenue: 0 };
  expect(areaLines([quays, tilleuls]).join('\n')).toMatchInlineSnapshot(`
   "area                     leaflets     visits    replies  per 1,000  converted    revenue
   007300102 Les Quais           900         31          9       10.0          3       62 €
   007300101 Les Tilleuls      1,200         22          4        3.3          0        0 €
   all                         2,100         53         13        6.2          3       62 €"
  `);
});
