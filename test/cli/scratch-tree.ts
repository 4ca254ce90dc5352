import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SOURCES = ['scenarios', 'learning', 'lessons', 'engine', 'simulator', 'store/lift.ts', 'lint', 'eslint.config.js', 'jest.config.js', 'tsconfig.json', 'package.json', 'test/scenarios/starter.test.ts'];

/** A copy of what scenarios are made of, in a folder of its own, where a test may write; with the packages of this tree. */
export function scratchTree(): { root: string; remove: () => void } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'parcours-tree-')));
  for (const source of SOURCES) cpSync(source, join(root, source), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
