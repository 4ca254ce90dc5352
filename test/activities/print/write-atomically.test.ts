import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createAtomically, writeAtomically } from '../../../activities/print/write-atomically.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-write-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a file is replaced as a whole', async () => {
  const path = join(folder, 'run', 'manifest.csv');
  await writeAtomically(path, 'first');
  await writeAtomically(path, 'second');
  expect(await readFile(path, 'utf8')).toBe('second');
  expect(await readdir(join(folder, 'run'))).toEqual(['manifest.csv']);
});

test('of several that create a file, one does', async () => {
  const path = join(folder, 'note', 'note.json');
  const created = await Promise.all(['a', 'b', 'c', 'd'].map(async (text) => ((await createAtomically(path, text)) ? text : '')));
  expect(created.filter(Boolean)).toEqual([await readFile(path, 'utf8')]);
  expect(await createAtomically(path, 'late')).toBe(false);
  expect(await readdir(join(folder, 'note'))).toEqual(['note.json']);
});

test('a folder that takes nothing is told', async () => {
  await expect(writeAtomically('/proc/self/parcours', 'x')).rejects.toMatchObject({ code: expect.stringMatching(/^E/) });
});
