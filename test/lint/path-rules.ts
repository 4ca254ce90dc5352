import { describe, test } from '@jest/globals';
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';

RuleTester.describe = describe;
RuleTester.it = test;

/** ESLint's tester over TypeScript without types: a journey is known by its name. */
export const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });

/** A version file with this path. */
export function path(body: string, frame = "goal: ['purchase'], exit: ['unsubscribe', 'returned'], within: '60 days'"): string {
  return `import { scenario } from '../vocabulary/index.ts';
export const triedV1 = scenario<Facts, TriedMessages>({ name: 'tried', version: 1, ${frame} }, async (journey) => {
${body}
});`;
}
