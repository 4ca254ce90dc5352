import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { designProblems } from '../../activities/print/designs/check-design.ts';
import { artwork, png } from '../activities/print/designs/artwork.ts';
import { designed, render, textsOf } from '../activities/print/designs/designed.ts';
import { summerCard } from './print-design-example.ts';

const folder = new URL('artwork/', import.meta.url);
beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('summer.pdf', folder), await artwork({ width: 210, height: 148 }));
  await writeFile(new URL('roses.png', folder), png({ width: 1240, height: 1860 }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the example of a design is the one that is compiled here', async () => {
  const page = await readFile(new URL('../../docs/print-design.md', import.meta.url), 'utf8');
  const example = await readFile(new URL('print-design-example.ts', import.meta.url), 'utf8');
  expect(/```ts\n([^]*?)```/.exec(page)?.[1]).toBe(example.replaceAll("'../../scenarios/content/", "'../../content/"));
});

test('and prints', async () => {
  const person = { title: 'Mme', firstName: 'Élodie', lastName: 'Martin' };
  const content = summerCard.content({ props: { grows: 'roses' }, person, locale: 'fr-FR', links: {}, unsubscribe: '' });
  expect(designProblems(content.design)).toEqual([]);
  const { pdf, unprintable, warnings } = await render([designed(content)]);
  expect([unprintable.map(({ error }) => error.message), warnings]).toEqual([[], []]);
  expect((await textsOf(pdf))[0]).toContain('L’été commence');
});
