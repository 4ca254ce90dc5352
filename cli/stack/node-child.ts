import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** tsx looks for it in the working directory, and would compile JSX in another way without it. */
const TSCONFIG = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));

/**
 * The command that runs one of our TypeScript files in a Node of its own, from any working directory.
 *
 * @param file relative to the repository's root.
 * @example nodeChild('worker/main.ts')
 */
export function nodeChild(file: string): { command: string; args: string[]; env: { TSX_TSCONFIG_PATH: string } } {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  return { command: process.execPath, args: ['--import', TSX, path], env: { TSX_TSCONFIG_PATH: TSCONFIG } };
}
