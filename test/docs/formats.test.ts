import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { formatsPage } from '../../activities/print/formats/describe.ts';

test('the page of formats is what the table says: npm run make:formats', async () => {
  expect(await readFile(new URL('../../docs/formats.md', import.meta.url), 'utf8')).toBe(formatsPage());
});
