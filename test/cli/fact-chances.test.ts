import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { factChances } from '../../cli/exploration/index.ts';

test('values worth trying come from the schema, and from what the source compares a fact with', () => {
  const facts = z.object({
    boilerAge: z.coerce.number().int().min(0).max(60),
    energy: z.enum(['gas', 'oil']),
    owner: z.boolean(),
    town: z.string(),
    opening: z.iso.date(),
    interest: z.enum(['replace', 'service']).optional(),
  });
  const source = `const offer = journey.facts.boilerAge > 12 ? 'replace' : 'service'; if (50 <= facts.boilerAge) return; if (journey.facts.town === 'Lormoisy') return;`;
  const chances = factChances(facts, source);
  expect(Object.fromEntries(Object.entries(chances).map(([name, { values }]) => [name, values]))).toEqual({
    boilerAge: [0, 11, 12, 13, 49, 50, 51, 60],
    energy: ['gas', 'oil'],
    owner: [true, false],
    town: ['Lormoisy', 'some town'],
    opening: ['2026-11-05', '2026-11-12', '2027-03-01'],
    interest: ['replace', 'service'],
  });
  expect(Object.entries(chances).flatMap(([name, { learnable }]) => (learnable ? [name] : []))).toEqual(['interest']);
});
