import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { samplePage } from '../../scenarios/content/index.ts';
import { facts, readingEvening } from './pages-example.tsx';

const here = (file: string) => readFile(new URL(file, import.meta.url), 'utf8');
const content = { facts, pages: { 'reading-evening': readingEvening } };
const shown = (known: Record<string, unknown>) => renderToStaticMarkup(readingEvening.body(samplePage(content, 'reading-evening', { facts: known })));

test('the page’s example is the one that compiles', async () => {
  const [page, example] = await Promise.all([here('../../docs/pages.md'), here('./pages-example.tsx')]);
  const [, code] = /```tsx\n([^]*?)```/.exec(page)!;
  expect(code).toBe(example.slice(example.indexOf('// From here on') + '// From here on as in docs/pages.md.\n'.length));
});

test('it does what is said of it: asks one thing at a time, then gives', () => {
  expect([shown({}).includes('name="reads"'), shown({}).includes('name="evening"')]).toEqual([true, false]);
  expect([shown({ reads: 'crime' }).includes('name="reads"'), shown({ reads: 'crime' }).includes('name="evening"')]).toEqual([false, true]);
  expect(shown({ reads: 'crime', evening: 'friday' })).toContain('class="barcode"');
});
