import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { questionsToAsk, SAMPLE_READER, samplePage } from '../../scenarios/content/index.ts';
import { facts as visitFacts, visit } from './appointments-example.ts';
import { facts, readingEvening } from './pages-example.tsx';

const here = (file: string) => readFile(new URL(file, import.meta.url), 'utf8');
const content = { facts, pages: { 'reading-evening': readingEvening } };
const shown = (known: Record<string, unknown>) => renderToStaticMarkup(readingEvening.body(samplePage(content, 'reading-evening', { facts: known })));

test.each([
  [0, './pages-example.tsx'],
  [1, './appointments-example.ts'],
])('example %d of the page is the one that compiles, %s', async (nth, file) => {
  const [page, example] = await Promise.all([here('../../docs/pages.md'), here(file)]);
  const [, code] = [...page.matchAll(/```tsx\n([^]*?)```/g)][nth]!;
  expect(code).toBe(example.slice(example.indexOf('// From here on') + '// From here on as in docs/pages.md.\n'.length));
});

test('it does what is said of it: asks one thing at a time, then gives', () => {
  expect([shown({}).includes('name="reads"'), shown({}).includes('name="evening"')]).toEqual([true, false]);
  expect([shown({ reads: 'crime' }).includes('name="reads"'), shown({ reads: 'crime' }).includes('name="evening"')]).toEqual([false, true]);
  expect(shown({ reads: 'crime', evening: 'friday' })).toContain('class="barcode"');
});

test('the appointment is offered as is said of it', () => {
  const [asked] = questionsToAsk({ page: { asks: [visit] }, schema: visitFacts, facts: { interest: 'replace' }, answeredSince: {}, locale: 'en-GB', reader: SAMPLE_READER });
  expect(asked && 'days' in asked && asked.days.map(({ name, slots }) => [name, ...slots.map(({ label }) => label)].join(', '))).toMatchInlineSnapshot(`
   [
     "Thursday 3 December, Morning, 2 pm, 4:30 pm",
     "Saturday 5 December, Morning",
     "Tuesday 8 December, Morning, 2 pm",
     "Thursday 10 December, Morning, 2 pm, 4:30 pm",
   ]
  `);
});
